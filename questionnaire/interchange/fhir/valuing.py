"""What bounds an answer, computes it, or gives its first value."""

from collections.abc import Callable
from typing import Any

from questionnaire.interchange.fhir.chains import Untranslated
from questionnaire.interchange.fhir.desk import NO_OPTIONS, Desk
from questionnaire.interchange.fhir.fhirpath import translated
from questionnaire.interchange.fhir.items import Extension, Item, Value
from questionnaire.interchange.fhir.kinds import LISTED, NUMBERS
from questionnaire.interchange.fhir.literals import plain, quoted
from questionnaire.interchange.fhir.texts import unit_beside
from questionnaire.interchange.fhir.urls import (
    CALCULATED,
    CONSTRAINT,
    DECIMALS,
    ENABLED,
    INITIAL,
    MAX_OCCURS,
    MAX_VALUE,
    MIN_LENGTH,
    MIN_OCCURS,
    MIN_VALUE,
    REGEX,
    STEP,
    UNIT,
)
from questionnaire.spec.nodes import Scalar

Values = dict[str, Any]
_FHIRPATH = "text/fhirpath"
_PATTERN_LENGTH = "255"
_UNSAID = "Cette réponse ne convient pas : corrigez-la."
_BOUNDED = NUMBERS | {"date", "time", "datetime"}


def expression_rule(item: Item, raw: object, key: str, desk: Desk, done: str) -> Scalar | None:
    """An expression as a rule of ours; one that has no translation is named, with what is done without it."""
    said = raw if isinstance(raw, dict) else {}
    if said.get("language", _FHIRPATH) != _FHIRPATH:
        desk.remarks.warn_at(item.place(key), f"cette expression n’est pas en FHIRPath : non reprise. {done}")
        return None
    try:
        return item.scalar(translated(str(said.get("expression", "")), item, desk), key)
    except Untranslated as error:
        desk.remarks.warn_at(item.place(key), f"cette expression n’est pas reprise, {error}. {done}")
        return None


def calculation_of(item: Item, desk: Desk) -> Scalar | None:
    """What computes an item; None where people answer."""
    said = item.value(CALCULATED)
    return (
        None
        if said is None
        else expression_rule(item, said.raw, "calculated", desk, "La question est posée aux personnes.")
    )


def enabled_by(item: Item, desk: Desk) -> Scalar | None:
    """When an item is asked, where an expression says so."""
    said = item.value(ENABLED)
    return (
        None if said is None else expression_rule(item, said.raw, "enableWhen", desk, "La question est toujours posée.")
    )


def default_of(item: Item, kind: str, desk: Desk) -> Values:
    """The first value of a question."""
    options = desk.options.get(item, NO_OPTIONS)
    names = [*options.selected, *(name for each in item.initial if (name := options.name(each)) is not None)]
    if kind in LISTED and names:
        return {"default": item.scalar(names[0] if len(names) == 1 else quoted(" ".join(names)), "initial")}
    first = next((found for each in item.initial if (found := plain(each)) is not None), None)
    if first is not None and kind not in LISTED | {"file", "consent", "acknowledge"}:
        return {"default": item.scalar(quoted(first) if kind == "text" else first, "initial")}
    if item.initial:
        desk.remarks.warn_at(item.place("initial"), "sa première valeur n’est pas reprise.")
    said = item.value(INITIAL)
    rule = None if said is None else expression_rule(item, said.raw, "initial", desk, "La question commence vide.")
    return {} if rule is None else {"default": rule}


def bounds_of(item: Item, kind: str) -> Values:
    """The least and the most of an answer, its decimals, its unit."""
    found: Values = {}
    for key, url in (("min", MIN_VALUE), ("max", MAX_VALUE)):
        said = item.value(url)
        text = None if said is None else plain(said)
        if text is not None and kind in _BOUNDED:
            found[key] = item.scalar(text, key)
    decimals, step, unit = item.value(DECIMALS), item.value(STEP), _unit(item)
    if decimals is not None and kind in {"decimal", "calculate"}:
        found["decimals"] = item.scalar(str(decimals.raw), "decimals")
    if step is not None and kind == "range":
        found["step"] = item.scalar(str(step.raw), "decimals")
    if unit and kind in NUMBERS | {"calculate"}:
        found["unit"] = item.scalar(unit, "unit")
    return found


def occurrences(item: Item) -> Values:
    """How many answers, or items of a group, there are at least and at most."""
    found: Values = {}
    for key, url in (("min", MIN_OCCURS), ("max", MAX_OCCURS)):
        said = item.value(url)
        if said is not None and isinstance(said.raw, int):
            found[key] = item.scalar(str(said.raw), key)
    return found


def _unit(item: Item) -> str:
    said = item.value(UNIT)
    raw = said.raw if said is not None and isinstance(said.raw, dict) else {}
    quantity = next((each.raw for each in item.initial if each.type == "Quantity" and isinstance(each.raw, dict)), {})
    return str(raw.get("display") or raw.get("code") or quantity.get("unit") or unit_beside(item))


def constraints_of(item: Item, kind: str, desk: Desk) -> Values:
    """What an answer must be, with what is said otherwise."""
    rules: list[tuple[str, str]] = []
    rules += _of(item, MIN_LENGTH, lambda raw: (f"string-length(.) >= {raw}", f"Écrivez au moins {raw} signes."))
    rules += _of(item, REGEX, lambda raw: (f"regex(., {quoted(str(raw))})", _UNSAID))
    if kind == "select_multiple":
        rules += _of(item, MIN_OCCURS, lambda raw: (f"count-selected(.) >= {raw}", f"Cochez au moins {raw} réponses."))
        rules += _of(item, MAX_OCCURS, lambda raw: (f"count-selected(.) <= {raw}", f"Cochez au plus {raw} réponses."))
    found: Values = {}
    for extension in item.all_of(CONSTRAINT):
        key, rule, message = _own(item, extension, desk)
        if rule is not None and key == "warning":
            found |= {key: rule, "warning_message": item.scalar(message, "constraint")}
        elif rule is not None:
            rules.append((rule.text, message))
    if rules:
        joined = " and ".join(f"({rule})" for rule, _ in rules) if len(rules) > 1 else rules[0][0]
        messages = " ".join(dict.fromkeys(message for _, message in rules))
        found |= {
            "constraint": item.scalar(joined, "constraint"), "constraint_message": item.scalar(messages, "constraint"),
        }  # fmt: skip
    if any("regex(" in rule for rule, _ in rules) and kind == "text" and item.max_length is None:
        found["max_length"] = item.scalar(_PATTERN_LENGTH, "maxLength")
    return found


def _of(item: Item, url: str, said: Callable[[Any], tuple[str, str]]) -> list[tuple[str, str]]:
    value: Value | None = item.value(url)
    return [] if value is None else [said(value.raw)]


def _own(item: Item, extension: Extension, desk: Desk) -> tuple[str, Scalar | None, str]:
    """A constraint that the author wrote: the key that it is with us, its rule, and what it says."""
    human, severity, expression = (extension.part(each) for each in ("human", "severity", "expression"))
    raw = {"expression": expression.raw} if expression is not None else {}
    rule = expression_rule(item, raw, "constraint", desk, "La réponse n’est pas contrôlée.")
    key = "warning" if severity is not None and severity.raw == "warning" else "constraint"
    return key, rule, str(human.raw) if human is not None else _UNSAID
