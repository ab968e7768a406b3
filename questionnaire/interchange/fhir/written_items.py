"""Questions of ours as items of FHIR."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from questionnaire.interchange.fhir.codings import codes_of, coding, written_code
from questionnaire.interchange.fhir.urls import (
    CONTROL,
    CONTROLS,
    DECIMALS,
    EXCLUSIVE,
    HEADING,
    HIDDEN,
    HINT,
    KIND,
    LIST,
    MAX_OCCURS,
    MAX_VALUE,
    MIN_OCCURS,
    MIN_VALUE,
    MORE,
    ORDINAL,
    OWN_NAME,
    STEP,
    UNIT,
)
from questionnaire.interchange.fhir.written_conditions import Conditions
from questionnaire.spec.declared import ChoiceSpec, QuestionSpec, RowSpec, SectionSpec
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.outline import is_heading

Json = dict[str, Any]
TYPES = {
    "text": "string", "integer": "integer", "decimal": "decimal", "range": "decimal", "date": "date", "time": "time",
    "datetime": "dateTime", "month": "date", "year": "date", "duration": "integer", "yes_no": "boolean",
    "consent": "boolean", "acknowledge": "boolean", "file": "attachment",
    "note": "display", "select_one": "choice", "select_multiple": "choice", "rank": "choice", "rating": "choice",
    "grid": "group", "repeat": "group",
}  # fmt: skip
"""The types of FHIR by kind; the other kinds are written as texts."""

_PLAIN = frozenset(
    {
        "text",
        "integer",
        "decimal",
        "date",
        "time",
        "datetime",
        "yes_no",
        "file",
        "note",
        "select_one",
        "select_multiple",
    }
)
"""Kinds that their type alone says."""

_CHOSEN = frozenset({"select_one", "select_multiple", "rank", "rating"})
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPUTED = frozenset({"calculate", "hidden"})
_UNANSWERED = frozenset({"note", "grid", "repeat"})
SECTION = "section"
Spec = QuestionSpec | RowSpec | SectionSpec


@dataclass(frozen=True, slots=True)
class ItemWriter:
    """Writes items; ``lists`` are the options of the lists of the form, by name."""

    lists: Mapping[str, tuple[ChoiceSpec, ...]]
    conditions: Conditions
    more: Mapping[str, str]
    """By name, the keys for which FHIR has no word, as YAML; said of each item beside what FHIR says."""

    def section(self, section: SectionSpec) -> Json:
        """A page."""
        name = section.name.text
        item: Json = {"linkId": link_of(section), "text": section.title.text, "type": "group"} | _coded(section)
        item |= self._when(section.relevant)
        if section.for_each is not None:
            item["repeats"] = True
        said = [_said(KIND, valueCode=SECTION), *_own_name(section), *self._more(name)]
        return _with(item, said, _help(name, section.description) + self._rows(section.questions))

    def _rows(self, questions: Sequence[QuestionSpec]) -> list[Json]:
        """Questions one after the other, those under a heading in the group that it makes."""
        top: list[Json] = []
        above: list[tuple[str, Json]] = []
        for question in questions:
            item = self.question(question)
            while above and above[-1][0] != _text(question.under):
                above.pop()
            if above:
                _as_group(above[-1][1]).append(item)
            else:
                top.append(item)
            if is_heading(question):
                above.append((question.name.text, item))
        return top

    def question(self, question: QuestionSpec) -> Json:
        """A question, or a block."""
        kind, name = question.kind.text, question.name.text
        item: Json = {"linkId": link_of(question), "text": question.label.text, "type": self._type(question)}
        item |= _coded(question) | self._when(question.relevant)
        inside = _help(name, question.hint) if kind != "note" else []
        extensions = [*self._kind(question), *_bounds(question), *_own_name(question), *self._more(name)]
        if kind == "repeat":
            item["repeats"] = True
            extensions += _shown("gtable") if _text(question.appearance) == "table" else []
            inside += self._rows(question.questions or ())
        elif kind == "grid":
            extensions += _shown("htable")
            inside += [self._row(question, row) for row in question.rows or ()]
        elif kind == "range":
            extensions += _shown("slider")
        if kind not in {"note", "calculate", "hidden"} and _text(question.required) == "true":
            item["required"] = True
        if kind not in _UNANSWERED:
            item |= self._answered(question)
        if kind == "hidden":
            extensions.append(_said(HIDDEN, valueBoolean=True))
        if isinstance(question.choices, Scalar):
            extensions.append(_said(LIST, valueString=question.choices.text))
        return _with(item, extensions, inside)

    def _type(self, question: QuestionSpec) -> str:
        kind = question.kind.text
        if kind == "text" and _text(question.appearance) == "multiline":
            return "text"
        if kind in _CHOSEN:
            options = self.options(question)
            return "string" if not options else "open-choice" if _text(question.other) == "true" else "choice"
        return TYPES.get(kind, "string")

    def _kind(self, question: QuestionSpec) -> list[Json]:
        """The kind in our words, where the type does not say it alone."""
        kind = question.kind.text
        said = kind in _PLAIN and (question.choices is None or self.options(question))
        return [] if said else [_said(KIND, valueCode=kind)]

    def options(self, question: QuestionSpec) -> tuple[ChoiceSpec, ...]:
        """The options that a question holds, or takes from a list of the form."""
        choices = question.choices
        return self.lists.get(choices.text, ()) if isinstance(choices, Scalar) else choices or ()

    def _answered(self, question: QuestionSpec) -> Json:
        kind = question.kind.text
        item: Json = {}
        options = self.options(question)
        first = _text(question.default)
        if options and kind in _CHOSEN:
            item["answerOption"] = [_option(each, kind, first) for each in options]
        elif first and (value := _value(kind, first)):
            item["initial"] = [value]
        if kind in {"select_multiple", "rank"} or (kind == "file" and _text(question.max) not in {"", "1"}):
            item["repeats"] = True
        if kind in _COMPUTED or _text(question.read_only) == "true":
            item["readOnly"] = True
        if question.max_length is not None and kind == "text":
            item["maxLength"] = int(question.max_length.text)
        return item

    def _row(self, grid: QuestionSpec, row: RowSpec) -> Json:
        name = row.name.text
        item: Json = {"linkId": link_of(row), "text": row.label.text, "type": "choice"} | self._when(row.relevant)
        if _text(row.required) == "true":
            item["required"] = True
        item["answerOption"] = [_option(each, "rating", "") for each in self.options(grid)]
        extensions = [*_own_name(row), *self._more(name)]
        if isinstance(grid.choices, Scalar):
            extensions.append(_said(LIST, valueString=grid.choices.text))
        return _with(item, extensions, _help(name, row.hint))

    def _when(self, rule: Scalar | None) -> Json:
        return {} if rule is None else self.conditions.written(rule)

    def _more(self, name: str) -> list[Json]:
        return [_said(MORE, valueString=self.more[name])] if name in self.more else []


def link_of(spec: Spec) -> str:
    """What other tools call a part of the form."""
    return spec.name.text if spec.link_id is None else spec.link_id.text


def _own_name(spec: Spec) -> list[Json]:
    return [] if spec.link_id is None else [_said(OWN_NAME, valueString=spec.name.text)]


def _coded(spec: QuestionSpec | SectionSpec) -> Json:
    codes = codes_of(spec.codes or ())
    return {"code": codes} if codes else {}


def _as_group(heading: Json) -> list[Json]:
    """The items of a heading, which becomes a group with the first of them."""
    if heading["type"] != "group":
        heading["type"] = "group"
        heading["extension"] = [_said(KIND, valueCode=HEADING), *heading.get("extension", ())]
    items: list[Json] = heading.setdefault("item", [])
    return items


def _with(item: Json, extensions: list[Json], inside: list[Json]) -> Json:
    made: Json = {"extension": extensions} if extensions else {}
    return made | item | ({"item": inside} if inside else {})


def _said(url: str, **value: object) -> Json:
    return {"url": url} | value


def _shown(code: str) -> list[Json]:
    return [_said(CONTROL, valueCodeableConcept={"coding": [{"system": CONTROLS, "code": code}]})]


def _help(name: str, hint: Scalar | None) -> list[Json]:
    if hint is None:
        return []
    return [{"extension": _shown("help"), "linkId": f"{name}.aide", "text": hint.text, "type": "display"}]


def _text(scalar: Scalar | None) -> str:
    return "" if scalar is None else scalar.text


def _option(choice: ChoiceSpec, kind: str, first: str) -> Json:
    name = choice.name.text
    said: list[Json] = []
    if _text(choice.exclusive) == "true":
        said.append(_said(EXCLUSIVE, valueBoolean=True))
    if kind == "rating" and _NUMBER.fullmatch(name):
        said.append(_said(ORDINAL, valueDecimal=int(name)))
    if choice.hint is not None:
        said.append(_said(HINT, valueString=choice.hint.text))
    code = written_code(choice.code)
    if code is not None and code.code != name:
        said.append(_said(OWN_NAME, valueString=name))
    option: Json = {"extension": said} if said else {}
    option["valueCoding"] = coding(name, code) | {"display": choice.label.text}
    return option | ({"initialSelected": True} if name == first else {})


def _value(kind: str, text: str) -> Json:
    """A first value as FHIR writes it; empty for a rule."""
    plain = text[1:-1] if text[:1] in {"'", '"'} and text[:1] == text[-1:] and len(text) > 1 else text
    match kind:
        case "yes_no" if plain in {"oui", "non"}:
            return {"valueBoolean": plain == "oui"}
        case "integer" if re.fullmatch(r"-?\d+", plain):
            return {"valueInteger": int(plain)}
        case "decimal" | "range" if _NUMBER.fullmatch(plain):
            return {"valueDecimal": float(plain) if "." in plain else int(plain)}
        case "date" if _DAY.fullmatch(plain):
            return {"valueDate": plain}
        case "text" if plain != text:
            return {"valueString": plain}
        case _:
            return {}


def _bounds(question: QuestionSpec) -> list[Json]:
    kind = question.kind.text
    found: list[Json] = []
    urls = (MIN_OCCURS, MAX_OCCURS) if kind == "repeat" else (MIN_VALUE, MAX_VALUE)
    for url, bound in zip(urls, (question.min, question.max), strict=True):
        value = _bound(kind, _text(bound))
        found += [] if value is None else [_said(url, **value)]
    if question.decimals is not None and kind == "decimal":
        found.append(_said(DECIMALS, valueInteger=int(question.decimals.text)))
    if question.step is not None and kind == "range" and question.step.text.isdigit():
        found.append(_said(STEP, valueInteger=int(question.step.text)))
    if kind == "duration":
        found.append(_said(UNIT, valueCoding={"system": "http://unitsofmeasure.org", "code": "min"}))
    if question.unit is not None and kind in {"integer", "decimal", "range"}:
        found.append(_said(UNIT, valueCoding={"display": question.unit.text}))
    return found


def _bound(kind: str, text: str) -> Json | None:
    if kind in {"repeat", "integer"} and re.fullmatch(r"-?\d+", text):
        return {"valueInteger": int(text)}
    if kind in {"decimal", "range"} and _NUMBER.fullmatch(text):
        return {"valueDecimal": float(text) if "." in text else int(text)}
    if kind == "date" and _DAY.fullmatch(text):
        return {"valueDate": text}
    return None


def names_of(questions: Sequence[QuestionSpec]) -> Iterator[str]:
    """Questions and rows, by name."""
    for question in questions:
        yield question.name.text
        yield from (row.name.text for row in question.rows or ())
        yield from names_of(question.questions or ())
