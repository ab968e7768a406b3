"""Questions of our language as rows of the sheet ``survey``; what XLSForm has no word for stands in columns of ours."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from questionnaire.interchange.xlsform.answering import decimal
from questionnaire.interchange.xlsform.columns import OWN
from questionnaire.interchange.xlsform.written_lists import Line, WrittenLists
from questionnaire.interchange.xlsform.written_rules import OdkWords
from questionnaire.interchange.yaml_text import yaml_keys
from questionnaire.spec.declared import QuestionSpec, SectionSpec
from questionnaire.spec.nodes import Scalar

_TYPES = {
    "text": "text", "integer": "integer", "decimal": "decimal", "range": "range", "date": "date", "time": "time",
    "datetime": "dateTime", "month": "date", "year": "date", "duration": "integer",
    "acknowledge": "acknowledge", "file": "file", "note": "note", "hidden": "calculate", "calculate": "calculate",
    "email": "text", "tel": "text", "identifier": "text",
}  # fmt: skip
_LISTED = {
    "select_one": "select_one", "select_multiple": "select_multiple", "rating": "select_one", "yes_no": "select_one",
    "consent": "select_one", "rank": "rank",
}  # fmt: skip
_SAME = frozenset(
    {*_TYPES, "select_one", "select_multiple"}
    - {"email", "tel", "identifier", "calculate", "month", "year", "duration"}
)
"""Kinds that their type alone says."""

_TEXTS = {
    "label": "label", "hint": "hint", "guidance": "guidance_hint", "required_message": "required_message",
    "constraint_message": "constraint_message",
}  # fmt: skip
_RULES = {
    "relevant": "relevant", "constraint": "constraint", "calculation": "calculation", "choice_filter": "choice_filter",
}  # fmt: skip
_TRUTHS = {"required": "required", "read_only": "readonly"}
_SAID = frozenset({*_TEXTS, *_RULES, *_TRUTHS, "place", "name", "kind", "default", "appearance", "questions", "rows"})
_APPEARANCES = {"month": "month-year", "year": "year"}
"""How ODK asks the kinds that it knows by an appearance."""

_LITERAL = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_BOUNDED = frozenset({"integer", "decimal"})


class Writer:
    """Writes the rows of one form; ``unknown`` gathers what ODK will not do."""

    def __init__(self, lists: WrittenLists, words: OdkWords) -> None:
        self._lists = lists
        self._words = words
        self.unknown: dict[str, None] = {}

    def page(self, section: SectionSpec) -> Line:
        """The row that opens a page."""
        line = {"type": "begin_group", "name": section.name.text, "label": self._words.text(section.title.text)}
        line["appearance"] = "field-list"
        if section.description is not None:
            line["hint"] = self._words.text(section.description.text)
        if section.relevant is not None:
            line["relevant"] = self._words.rule(section.relevant.text)
        return line | self._in_yaml(section, {"name", "title", "description", "relevant", "questions"})

    def lines(self, question: QuestionSpec) -> Iterator[Line]:
        """The rows of a question: one, or those of a block."""
        kind = question.kind.text
        if kind == "repeat":
            yield from self._repeat(question)
        elif kind == "grid":
            yield from self._grid(question)
        else:
            yield self._row(question)
            if question.other is not None and not self._lists.adds_other(question):
                yield _companion(question)

    def _row(self, question: QuestionSpec) -> Line:
        kind = question.kind.text
        line = {"type": self._type(question), "name": question.name.text} | self._common(question)
        left = self._is_left(question)
        if kind not in _SAME or left:
            line["kind"] = kind
        if isinstance(question.choices, Scalar) and left:
            line["choices"] = question.choices.text
        if question.default is not None:
            line["default"] = self._default(question.default.text)
        said = set(_SAID)
        if kind == "range":
            line["parameters"] = _range(question)
            said |= {"min", "max", "step"}
        elif kind in _BOUNDED and question.constraint is None and (bounds := _bounds(question)):
            line["constraint"] = bounds
            said |= {"min", "max"}
        said.add("choices")
        if self._lists.adds_other(question):
            said.add("other")
        return line | self._more(question, said)

    def _is_left(self, question: QuestionSpec) -> bool:
        """Whether the list is one that the workbook keeps for us alone, under its own name."""
        return isinstance(question.choices, Scalar) and question.choices.text in self._lists.left

    def _type(self, question: QuestionSpec) -> str:
        kind, listed = question.kind.text, self._lists.type_of(question)
        if kind in _LISTED and listed:
            from_file = "_from_file" if listed in self._lists.files else ""
            other = " or_other" if self._lists.adds_other(question) else ""
            return f"{_LISTED[kind]}{from_file} {listed}{other}"
        if kind not in _TYPES and kind not in _LISTED:
            self.unknown[f"le genre {kind}"] = None
        return _TYPES.get(kind, "text")

    def _common(self, question: QuestionSpec) -> Line:
        line: Line = {}
        for key, column in _TEXTS.items():
            value = getattr(question, key)
            if value is not None:
                line[column] = self._words.text(value.text)
        for key, column in _RULES.items():
            value = getattr(question, key)
            if value is not None:
                line[column] = self._words.rule(value.text)
        for key, column in _TRUTHS.items():
            value = getattr(question, key)
            if value is not None and value.text != "false":
                line[column] = "yes" if value.text == "true" else self._words.rule(value.text)
        shown = _APPEARANCES.get(question.kind.text) or (question.appearance.text if question.appearance else "")
        if shown:
            line["appearance"] = shown
        return line

    def _default(self, text: str) -> str:
        literal = _LITERAL.fullmatch(text)
        if literal:
            return literal[1] if literal[1] is not None else literal[2]
        return self._words.rule(text) if "${" in text or text.endswith(")") else text

    def _repeat(self, question: QuestionSpec) -> Iterator[Line]:
        line = {"type": "begin_repeat", "name": question.name.text, "label": self._words.text(question.label.text)}
        said = {"place", "name", "kind", "label", "relevant", "questions"}
        if question.relevant is not None:
            line["relevant"] = self._words.rule(question.relevant.text)
        if question.min is not None and question.max is not None and question.min.text == question.max.text:
            line["repeat_count"] = self._words.rule(question.min.text)
            said |= {"min", "max"}
        if question.item_label is not None:
            line["item_label"] = self._words.text(question.item_label.text)
            said.add("item_label")
        yield line | self._in_yaml(question, said)
        for child in question.questions or ():
            yield from self.lines(child)
        yield {"type": "end_repeat"}

    def _grid(self, question: QuestionSpec) -> Iterator[Line]:
        line = {"type": "begin_group", "name": question.name.text, "label": self._words.text(question.label.text)}
        line["appearance"] = "table-list"
        said = {"place", "name", "kind", "label", "relevant", "hint", "choices", "rows"}
        if question.hint is not None:
            line["hint"] = self._words.text(question.hint.text)
        if question.relevant is not None:
            line["relevant"] = self._words.rule(question.relevant.text)
        yield line | self._in_yaml(question, said)
        for row in question.rows or ():
            asked = QuestionSpec(place=row.place, kind=Scalar("select_one", row.place), name=row.name, label=row.label)
            inside = {"type": f"select_one {self._lists.type_of(question)}", "name": asked.name.text}
            said_of = QuestionSpec(
                place=row.place, kind=asked.kind, name=row.name, label=row.label, hint=row.hint,
                required=row.required, relevant=row.relevant,
            )  # fmt: skip
            yield inside | self._common(said_of)
        yield {"type": "end_group"}

    def _more(self, spec: QuestionSpec, said: set[str]) -> Line:
        """Our own columns, for what XLSForm does not say: one a key, the keys of several values as YAML."""
        line: Line = {}
        for field in fields(spec):
            value = getattr(spec, field.name)
            if field.name in OWN and field.name not in said and isinstance(value, Scalar):
                line[field.name] = value.text
                self.unknown[field.name] = None
        return line | self._in_yaml(spec, {*said, *line})

    def _in_yaml(self, spec: Any, said: set[str]) -> Line:  # noqa: ANN401  # a question or a section
        written = yaml_keys(spec, frozenset(said))
        self.unknown |= dict.fromkeys(re.findall(r"^\w+", written, re.MULTILINE))
        return {"yaml": written} if written else {}


def _range(question: QuestionSpec) -> str:
    bounds = (("start", question.min), ("end", question.max), ("step", question.step))
    return " ".join(f"{name}={value.text}" for name, value in bounds if value is not None)


def _bounds(question: QuestionSpec) -> str:
    """Plain bounds as a constraint; empty where one of them is an expression."""
    pairs = [(sign, value) for sign, value in ((">=", question.min), ("<=", question.max)) if value is not None]
    if any(decimal(value.text) is None for _, value in pairs):
        return ""
    return " and ".join(f". {sign} {value.text}" for sign, value in pairs)


def _companion(question: QuestionSpec) -> Line:
    name = question.name.text
    return {
        "type": "text",
        "name": f"{name}_autre",
        "label": "Précisez",
        "kind": "autre",
        "relevant": f"selected(${{{name}}}, 'autre')",
    }
