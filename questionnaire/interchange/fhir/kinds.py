"""Types of FHIR and kinds of our language."""

from types import MappingProxyType
from typing import Final

from questionnaire.interchange.fhir.choosing import Options
from questionnaire.interchange.fhir.items import Item
from questionnaire.interchange.fhir.urls import KIND, LIST, MAX_VALUE, MIN_VALUE
from questionnaire.spec.kinds import KINDS

_PLAIN: Final = MappingProxyType(
    {
        "boolean": "yes_no", "decimal": "decimal", "integer": "integer", "date": "date", "dateTime": "datetime",
        "time": "time", "string": "text", "text": "text", "url": "text", "attachment": "file", "reference": "text",
        "quantity": "decimal", "display": "note", "group": "repeat",
    }
)  # fmt: skip
LISTED = frozenset({"select_one", "select_multiple", "rank", "rating"})
NUMBERS = frozenset({"integer", "decimal", "range"})


def own_kind(item: Item) -> str:
    """The kind that an item written by us says; empty elsewhere."""
    said = item.value(KIND)
    return said.raw if said is not None and isinstance(said.raw, str) and said.raw in KINDS else ""


def kind_of(item: Item, options: Options | None) -> str:
    """The kind of the question that an item is."""
    own = own_kind(item)
    if own and (own not in LISTED or item.value(LIST) is not None or (options is not None and options.choices)):
        return own
    if options is not None:
        return "text" if not options.choices else "select_multiple" if item.repeats else "select_one"
    bounded = item.value(MIN_VALUE) is not None and item.value(MAX_VALUE) is not None
    if item.control == "slider" and item.type in NUMBERS and bounded:
        return "range"
    return _PLAIN[item.type]
