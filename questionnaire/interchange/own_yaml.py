"""Keys of our own language that a file of other tools carries as YAML, where its format has no word for them."""

from dataclasses import fields
from textwrap import indent
from typing import Any, TypeVar, cast

from questionnaire.interchange.remarking import Remarking
from questionnaire.spec.declaring import declare
from questionnaire.spec.faults import Faults
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.parsing import parse

_QUESTION = "      - name: a\n        kind: text\n        label: a\n"
_SECTION = "sections:\n  - name: b\n    title: b\n"
_FRAMES = {
    "form": "form: a\ntitle: a\n{}\n" + _SECTION + "    questions:\n" + _QUESTION,
    "section": "form: a\ntitle: a\n" + _SECTION + "{}\n    questions:\n" + _QUESTION,
    "question": "form: a\ntitle: a\n" + _SECTION + "    questions:\n" + _QUESTION + "{}\n",
}
_PADS = {"form": "", "section": "    ", "question": "        "}
_FRAME = frozenset({"place", "form", "title", "sections", "name", "kind", "label", "questions"})

Spec = TypeVar("Spec")


def more_of(level: str, cell: Scalar | None, remarks: Remarking) -> dict[str, Any]:
    """The keys that a text writes as YAML, for a ``form``, a ``section`` or a ``question``, placed where it stands."""
    if cell is None:
        return {}
    faults = Faults("")
    node = parse(_FRAMES[level].format(indent(cell.text, _PADS[level])), faults)
    spec = None if node is None else declare(node, faults)
    if spec is None or faults.found:
        message = faults.found[0].message if faults.found else "ce n’est pas du YAML."
        remarks.refuse_at(cell.place, message, "Écrivez « clé: valeur », une par ligne, ou n’écrivez rien.")
        return {}
    found: Any = {"form": spec, "section": spec.sections[0], "question": spec.sections[0].questions[0]}[level]
    values = {field.name: getattr(found, field.name) for field in fields(found) if field.name not in _FRAME}
    return {key: placed(value, cell.place) for key, value in values.items() if value is not None and value != ()}


def placed(value: Spec, place: Place) -> Spec:
    """The same declaration, as if all of it stood at one place."""
    if isinstance(value, Scalar):
        return cast("Spec", Scalar(value.text, place))
    if isinstance(value, tuple):
        return cast("Spec", tuple(placed(one, place) for one in value))
    if hasattr(value, "place"):
        made = {field.name: placed(getattr(value, field.name), place) for field in fields(cast("Any", value))}
        return type(value)(**(made | {"place": place}))
    return value
