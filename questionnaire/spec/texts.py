"""Texts of a form: plain words, terms of the house ``{du_pp}``, answers ``${m_prenom}``, and what depends on them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from questionnaire.spec.agreement import is_one, joined
from questionnaire.spec.kinds.figures import typed_number


@dataclass(frozen=True, slots=True)
class Term:
    """``{name}``: a phrase that depends on the sector, or a setting of the establishment."""

    name: str


@dataclass(frozen=True, slots=True)
class Piped:
    """``${name}``: the answer to another question, as shown to people."""

    name: str


@dataclass(frozen=True, slots=True)
class Count:
    """``#`` in a case of ``{name, plural, …}``: the number that chose the case."""

    name: str


@dataclass(frozen=True, slots=True)
class Plural:
    """``{name, plural, =0 {…} one {…} other {…}}``: the text that agrees with a number, as ICU messages write it."""

    name: str
    exact: tuple[tuple[Decimal, "Text"], ...]
    one: "Text | None"
    other: "Text"

    def chosen(self, told: "Told") -> "Text":
        """The text for a number; the last where there is none."""
        if not isinstance(told, Decimal):
            return self.other
        exact = next((text for number, text in self.exact if number == told), None)
        return exact or (self.one if self.one is not None and is_one(told) else self.other)


@dataclass(frozen=True, slots=True)
class Select:
    """``{name, select, oui {…} other {…}}``: the text for what was chosen."""

    name: str
    cases: tuple[tuple[str, "Text"], ...]
    other: "Text"

    def chosen(self, told: "Told") -> "Text":
        """The text for an option; the last where no other names it."""
        return next((text for name, text in self.cases if name == told), self.other)


Told = Decimal | str | None
"""What decides between texts: a number, an option, or nothing answered."""

Part = str | Term | Piped | Count | Plural | Select
Says = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as compiled: literal words, and parts that depend on the house or on answers, in order.

    ``plain`` is the whole text where it holds only words (most do), else None.
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
        return frozenset(part.name for part in _every(self) if isinstance(part, Term))

    @property
    def answers(self) -> frozenset[str]:
        """Names of the questions whose answers it tells, or depends on."""
        return frozenset(part.name for part in _every(self) if not isinstance(part, str | Term))

    def render(self, term: Says, answer: Says, told: Callable[[str], Told] = lambda _: None) -> str:
        """The text with every mark replaced, by ``term``, ``answer`` and what ``told`` makes of each name.

        Small words before what is replaced agree with it: « de » before « Anne » becomes « d’ ».
        """
        said = ""
        for part in self.parts:
            said = said + part if isinstance(part, str) else _added(said, part, term, answer, told)
        return said


def _every(text: Text) -> Iterator[Part]:
    """The parts of a text, those of its cases included."""
    for part in text.parts:
        yield part
        if isinstance(part, Plural | Select):
            cases = part.exact if isinstance(part, Plural) else part.cases
            one = part.one if isinstance(part, Plural) else None
            for case in (*(text for _, text in cases), one, part.other):
                yield from _every(case) if case is not None else ()


def _added(said: str, part: Part, term: Says, answer: Says, told: Callable[[str], Told]) -> str:
    """What is said so far with one part more."""
    match part:
        case Term(name):
            return joined(said, term(name))
        case Piped(name):
            return joined(said, answer(name))
        case Count(name):
            number = told(name)
            return said + (typed_number(number) if isinstance(number, Decimal) else answer(name))
        case Plural(name) | Select(name):
            return joined(said, part.chosen(told(name)).render(term, answer, told))
        case _:
            return said + str(part)
