"""Every text of a form that people read, with its place and what it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from questionnaire.spec.codebook import said
from questionnaire.spec.declared import ChoiceSpec, EasySpec, FormSpec, QuestionSpec, RowSpec, SectionSpec
from questionnaire.spec.keys import TEXTS
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.text_reading import parse_text

_UNREAD = frozenset({"validated_by", "source", "rights", "unit"})
"""Names of people, works and units: no sentence is asked of them."""

_MARK = re.compile(r"\$\{[^}]*\}?|\{\w+\}|\{\s*\w+\s*,\s*(?:plural|select)\s*,|(?:=\d+|[\w.:+-]+)\s*\{|[{}#]")
_KINDS = {ChoiceSpec: "choice", RowSpec: "row", SectionSpec: "section", FormSpec: "form"}


@dataclass(frozen=True, slots=True)
class Passage:
    """The text under ``key`` of what is called ``of``; ``kind`` is that of a question, else the part that it is."""

    of: str
    kind: str
    key: str
    scalar: Scalar
    easy: bool = False

    @property
    def raw(self) -> str:
        """The text as written, with blanks for the terms and answers that it cites: offsets are those of the file."""
        blanked = _MARK.sub(lambda mark: " " * len(mark[0]), self.scalar.text)
        return blanked.replace("’", "'").replace("\u00a0", " ")

    @property
    def read(self) -> str:
        """The text as people read it before any answer."""
        return said(parse_text(self.scalar.text.strip()))

    def at(self, offset: int) -> Place:
        """Where the character at ``offset`` of ``raw`` is written."""
        return self.scalar.at(offset)


def passages(spec: FormSpec) -> tuple[Passage, ...]:
    """All texts of a form in the order of its keys."""
    return tuple(_inside(spec, spec.form.text, "form"))


def _inside(spec: object, of: str, kind: str, *, easy: bool = False) -> Iterator[Passage]:
    of, kind = _called(spec, of), _kind(spec, kind)
    easy = easy or isinstance(spec, EasySpec)
    for field in fields(spec) if is_dataclass(spec) else ():
        value = getattr(spec, field.name)
        if isinstance(value, Scalar) and field.name in TEXTS - _UNREAD:
            yield Passage(of, kind, field.name, value, easy)
        elif not isinstance(value, Scalar):
            yield from _within(value, of, kind, easy=easy)


def _within(value: object, of: str, kind: str, *, easy: bool) -> Iterator[Passage]:
    """What a key holds that is no single value: a part, several, or several by name."""
    if not isinstance(value, tuple):
        yield from _inside(value, of, kind, easy=easy) if not isinstance(value, Place) else ()
        return
    for part in value:
        if isinstance(part, tuple):
            name, named = part
            yield from _within(named, name.text, kind, easy=easy)
        elif not isinstance(part, Scalar):
            yield from _inside(part, of, kind, easy=easy)


def _called(spec: object, of: str) -> str:
    name = getattr(spec, "name", None)
    if not isinstance(name, Scalar):
        return of
    return f"{of}.{name.text}" if isinstance(spec, ChoiceSpec) else name.text


def _kind(spec: object, kind: str) -> str:
    if isinstance(spec, QuestionSpec):
        return spec.kind.text
    return _KINDS.get(type(spec), kind if isinstance(spec, EasySpec) else "other") if is_dataclass(spec) else kind
