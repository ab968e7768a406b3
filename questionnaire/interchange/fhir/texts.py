"""Words of items as people will read them."""

from questionnaire.interchange.fhir.desk import Desk
from questionnaire.interchange.fhir.items import Item
from questionnaire.interchange.fhir.urls import ENTRY_FORMAT
from questionnaire.interchange.names import readable
from questionnaire.interchange.wording import plain_text
from questionnaire.spec.nodes import Scalar

_HELPS = frozenset({"help", "flyover"})
_UNITS = frozenset({"unit"})
_BESIDE = _HELPS | _UNITS | {"lower", "upper"}


def is_beside(item: Item) -> bool:
    """Whether a text is said beside the question that holds it, and is no question of its own."""
    return item.type == "display" and item.control in _BESIDE


def label_of(item: Item, desk: Desk) -> Scalar:
    """What an item is called by people; its name where it has no words."""
    if item.text:
        return plain_text(item.scalar(item.text, "text"), desk.remarks)
    desk.remarks.warn_at(item.place("text"), "il n’a pas de libellé : son nom en tient lieu.", "Écrivez « text ».")
    return item.scalar(readable(desk.names.of(item)), "text")


def hint_of(item: Item, desk: Desk) -> Scalar | None:
    """The help beside a question: the texts that it holds for that, the format that it expects."""
    said = [child.text for child in item.items if child.type == "display" and child.control in _HELPS]
    expected = item.value(ENTRY_FORMAT)
    if expected is not None and isinstance(expected.raw, str):
        said.append(expected.raw)
    return plain_text(item.scalar(" ".join(said), "description"), desk.remarks) if said else None


def unit_beside(item: Item) -> str:
    """The unit that a text beside a question says."""
    return next((child.text for child in item.items if child.type == "display" and child.control in _UNITS), "")
