"""Texts of a form: plain words, terms of the house ``{du_pp}`` and piped answers ``${m_prenom}``."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from questionnaire.spec.typography import typeset


@dataclass(frozen=True, slots=True)
class Term:
    """``{name}``: a phrase that depends on the sector, or a setting of the establishment."""

    name: str


@dataclass(frozen=True, slots=True)
class Piped:
    """``${name}``: the answer to another question, as shown to people."""

    name: str


Part = str | Term | Piped
_MARK = re.compile(r"(?P<piped>\$\{(?P<answer>[A-Za-z_][\w.-]*)\})|\{(?P<term>[A-Za-z_]\w*)\}")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as compiled: literal words, terms and piped answers, in order.

    ``plain`` is the whole text where it holds neither (most do), else None.
    """

    parts: tuple[Part, ...]
    plain: str | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Join the words of a plain text once, not at each rendering."""
        words = [part for part in self.parts if isinstance(part, str)]
        plain = "".join(words).strip() if len(words) == len(self.parts) else None
        object.__setattr__(self, "plain", plain)

    @property
    def terms(self) -> frozenset[str]:
        """Names of the terms used."""
        return frozenset(part.name for part in self.parts if isinstance(part, Term))

    @property
    def answers(self) -> frozenset[str]:
        """Names of the questions whose answers are piped in."""
        return frozenset(part.name for part in self.parts if isinstance(part, Piped))

    def render(self, term: Callable[[str], str], answer: Callable[[str], str]) -> str:
        """The text with every mark replaced, by ``term`` and ``answer``."""
        return "".join(_resolved(part, term, answer) for part in self.parts)


def _resolved(part: Part, term: Callable[[str], str], answer: Callable[[str], str]) -> str:
    match part:
        case Term(name):
            return term(name)
        case Piped(name):
            return answer(name)
        case _:
            return part


def parse_text(source: str) -> Text:
    """Cut ``source`` into its parts, set in French typography. A lone brace is an ordinary character."""
    parts: list[Part] = []
    end = 0
    for mark in _MARK.finditer(source):
        if mark.start() > end:
            parts.append(typeset(source[end : mark.start()]))
        parts.append(Piped(mark["answer"]) if mark["piped"] else Term(mark["term"]))
        end = mark.end()
    if end < len(source):
        parts.append(typeset(source[end:]))
    return Text(tuple(parts))
