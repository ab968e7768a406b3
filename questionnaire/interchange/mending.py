"""The last look: the description is compiled as any form is; what our language refuses is set aside, and said."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from questionnaire.interchange.remarking import Remarking
from questionnaire.spec.compiling import compile_form
from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.faults import Fault, Faults
from questionnaire.spec.nodes import START, Place, Scalar
from questionnaire.spec.tables import Tables

ROUNDS = 8
"""Setting a rule aside may bring another fault to light; no form that we met needs more than two."""

_OPTIONAL = (
    "relevant", "constraint", "warning", "required", "read_only", "default", "choice_filter", "hint", "guidance", "why",
    "min", "max", "step", "unit", "max_length", "decimals", "item_label", "autocomplete", "personal", "appearance",
    "description", "tick",
)  # fmt: skip
_MESSAGES = {"constraint": "constraint_message", "warning": "warning_message", "required": "required_message"}
_EMPTY = "''"
Spec = TypeVar("Spec")


def mended(spec: FormSpec, tables: Tables, remarks: Remarking) -> FormSpec:
    """The form without what our language refuses; raises Refused where the rest would not be a form."""
    for _ in range(ROUNDS):
        faults = Faults("")
        compile_form(spec, "", "", faults, tables)
        if not faults.found:
            return spec
        found = {remarks.spot(place): (place, fault) for place, fault in _placed(reversed(faults.found))}
        mender = _Mender({spot: fault for spot, (_, fault) in found.items()}, remarks)
        spec = mender.without(spec)
        if not mender.done:
            for place, fault in found.values():
                remarks.refuse_at(place, fault.message, fault.remedy)
            break
    else:
        remarks.refuse_at(START, "trop de règles se contredisent.", "Corrigez les règles nommées plus haut.")
    remarks.check()
    return spec


def _placed(faults: Iterable[Fault]) -> Iterator[tuple[Place, Fault]]:
    return ((Place(fault.line, fault.column), fault) for fault in faults)


class _Mender:
    """Sets aside the optional values that stand where there is a fault."""

    def __init__(self, faults: Mapping[Hashable, Fault], remarks: Remarking) -> None:
        self._faults = faults
        self._remarks = remarks
        self.done = False

    def without(self, spec: Spec) -> Spec:
        """The same without the values that are at fault, at any depth."""
        changes: dict[str, Any] = {}
        for field in fields(cast("Any", spec)):
            value = getattr(spec, field.name)
            if isinstance(value, tuple):
                kept = tuple(self._item(one) for one in value)
                if kept != value:
                    changes[field.name] = kept
            elif isinstance(value, Scalar):
                changes |= self._changes(spec, field.name, value)
        return replace(cast("Any", spec), **changes) if changes else spec

    def _item(self, value: object) -> object:
        if is_dataclass(value) and not isinstance(value, Scalar | type):
            return self.without(value)
        if isinstance(value, tuple):
            return tuple(self._item(one) for one in value)
        return value

    def _changes(self, spec: object, key: str, value: Scalar) -> dict[str, Any]:
        fault = self._faults.get(self._remarks.spot(value.place))
        if fault is None:
            return {}
        if key == "calculation" and isinstance(spec, QuestionSpec) and value.text != _EMPTY:
            self._say(value, fault, "La valeur reste vide.")
            return {key: Scalar(_EMPTY, value.place)}
        if key not in _OPTIONAL:
            return {}
        self._say(value, fault, f"« {key} » est laissé de côté.")
        return {key: None} | ({_MESSAGES[key]: None} if key in _MESSAGES else {})

    def _say(self, value: Scalar, fault: Fault, done: str) -> None:
        self.done = True
        self._remarks.warn_at(value.place, f"{fault.message} {done}", fault.remedy)
