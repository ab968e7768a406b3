"""From the words of an author to a text: terms ``{du_pp}``, answers ``${nom}``, plurals and choices of ICU messages."""

import re
from dataclasses import dataclass
from decimal import Decimal

from questionnaire.spec.texts import Count, Part, Piped, Plural, Select, Term, Text
from questionnaire.spec.typography import typeset

_SIMPLE = re.compile(r"\$\{(?P<answer>[A-Za-z_][\w.-]*)\}|\{(?P<term>[A-Za-z_]\w*)\}")
_CHOOSING = re.compile(r"\{\s*(?P<name>[A-Za-z_]\w*)\s*,\s*(?P<how>plural|select)\s*,\s*")
_CASE = re.compile(r"\s*(?P<case>=\d{1,9}|[\w.:+-]{1,64})\s*\{")
_ANY = re.compile(r"\$\{[^}]*\}?|\{[^}]*\}")
_ORDINARY = re.compile(r"[^${}#]+|[${}#]")

OTHER_CASE = "other"
"""The case that stands for all that no other names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands between braces at ``offset`` of a text: its words, and the part that it is, None where it is none."""

    offset: int
    source: str
    part: Part | None


class _Misread(Exception):
    """The cases of a plural or of a choice are not written as they should."""


def parse_text(source: str) -> Text:
    """Cut ``source`` into its parts, set in French typography. A lone brace is an ordinary character."""
    return read_text(source)[0]


def read_text(source: str) -> tuple[Text, tuple[Mark, ...]]:
    """The text, and every mark in it: those of the cases of a choice before the choice itself."""
    reader = _Reader(source)
    return reader.text(), tuple(reader.marks)


class _Reader:
    """One reading, from left to right: ``marks`` are those met."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self.marks: list[Mark] = []

    def text(self, *, counted: str = "", inside: bool = False) -> Text:
        """The text from here to the end, or to the brace that closes the case; ``#`` tells the number ``counted``."""
        parts: list[Part] = []
        words = ""
        while self._at < len(self._source) and not (inside and self._source[self._at] == "}"):
            part = self._part(counted)
            if isinstance(part, str):
                words += part
                continue
            parts += [typeset(words)] if words else []
            parts.append(part)
            words = ""
        parts += [typeset(words)] if words else []
        return Text(tuple(parts))

    def _part(self, counted: str) -> Part:
        """What stands here: a mark, or the words before the next one."""
        begin, sign = self._at, self._source[self._at]
        if sign == "#" and counted:
            self._at += 1
            return Count(counted)
        if sign in "${":
            found = self._simple() or self._choosing()
            if found is not None:
                self.marks.append(Mark(begin, self._source[begin : self._at], found))
                return found
            if mark := _ANY.match(self._source, begin):
                self.marks.append(Mark(begin, mark[0], None))
                self._at = mark.end()
                return mark[0]
        words = _ORDINARY.match(self._source, begin)
        self._at = words.end() if words else begin + 1
        return self._source[begin : self._at]

    def _simple(self) -> Part | None:
        mark = _SIMPLE.match(self._source, self._at)
        if mark is None:
            return None
        self._at = mark.end()
        return Piped(mark["answer"]) if mark["answer"] else Term(mark["term"])

    def _choosing(self) -> Part | None:
        """A plural or a choice; None, and nothing read, where its cases are not well written."""
        begin, known = self._at, len(self.marks)
        mark = _CHOOSING.match(self._source, begin)
        if mark is None:
            return None
        self._at = mark.end()
        try:
            cases = self._cases(mark["name"] if mark["how"] == "plural" else "")
            return _plural(mark["name"], cases) if mark["how"] == "plural" else _select(mark["name"], cases)
        except _Misread:
            self._at = begin
            del self.marks[known:]
            return None

    def _cases(self, counted: str) -> dict[str, Text]:
        cases: dict[str, Text] = {}
        while case := _CASE.match(self._source, self._at):
            self._at = case.end()
            text = self.text(counted=counted, inside=True)
            if case["case"] in cases or not self._closed():
                raise _Misread
            cases[case["case"]] = text
        if not self._closed() or OTHER_CASE not in cases:
            raise _Misread
        return cases

    def _closed(self) -> bool:
        """Whether a brace closes here, blanks left out; it is then read."""
        while self._source[self._at : self._at + 1].isspace():
            self._at += 1
        closed = self._source[self._at : self._at + 1] == "}"
        self._at += closed
        return closed


def _plural(name: str, cases: dict[str, Text]) -> Plural:
    exact = tuple((Decimal(case[1:]), text) for case, text in cases.items() if case.startswith("="))
    if {case for case in cases if not case.startswith("=")} - {"one", OTHER_CASE}:
        raise _Misread
    return Plural(name, exact, cases.get("one"), cases[OTHER_CASE])


def _select(name: str, cases: dict[str, Text]) -> Select:
    return Select(name, tuple((case, text) for case, text in cases.items() if case != OTHER_CASE), cases[OTHER_CASE])
