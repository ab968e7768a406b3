"""A Questionnaire of FHIR R4 as it is written: typed, in its order, nothing interpreted yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from questionnaire.spec.nodes import Place, Scalar

KEYS = (
    "linkId", "type", "text", "prefix", "enableWhen", "required", "repeats", "readOnly", "maxLength", "answerOption",
    "answerValueSet", "initial", "extension", "calculated", "constraint", "hidden", "unit", "min", "max", "decimals",
    "control", "own", "title", "description", "name", "code",
)  # fmt: skip
"""What a remark may be about; each has a column of its own in the places of an item."""

WIDTH = 100_000
"""Characters that a value may have: a place inside a value still tells the value."""


@dataclass(frozen=True, slots=True)
class Value:
    """A ``value[x]``: the type that ends its name (``Boolean``, ``Coding``…), and its content as JSON."""

    type: str
    raw: Any

    @property
    def coding(self) -> tuple[str, str]:
        """System and code of a coding; empty where they are not said."""
        raw = self.raw if isinstance(self.raw, Mapping) else {}
        return str(raw.get("system", "")), str(raw.get("code", ""))


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension: its ``value``, or the ``parts`` of one that holds several."""

    url: str
    value: Value | None = None
    parts: tuple["Extension", ...] = ()

    def part(self, url: str) -> Value | None:
        """The value of the part of that name."""
        return next((each.value for each in self.parts if each.url == url), None)


@dataclass(frozen=True, slots=True)
class Condition:
    """One ``enableWhen``."""

    question: str
    operator: str
    answer: Value


@dataclass(frozen=True, slots=True)
class Option:
    """One ``answerOption``, or one concept of a value set."""

    value: Value
    selected: bool = False
    extensions: tuple[Extension, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item: ``number`` is its rank in the whole questionnaire, from 2; the questionnaire itself is 1."""

    number: int
    link: str
    type: str
    text: str = ""
    conditions: tuple[Condition, ...] = ()
    any_of: bool = False
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    max_length: int | None = None
    options: tuple[Option, ...] = ()
    codes: tuple[str, ...] = ()
    value_set: str = ""
    initial: tuple[Value, ...] = ()
    extensions: tuple[Extension, ...] = ()
    items: tuple["Item", ...] = ()

    def walk(self) -> Iterator["Item"]:
        """The item, then all that it holds."""
        yield self
        for child in self.items:
            yield from child.walk()

    def all_of(self, url: str) -> tuple[Extension, ...]:
        """Its extensions of an address."""
        return tuple(each for each in self.extensions if each.url == url)

    def value(self, url: str) -> Value | None:
        """The value of its first extension of an address."""
        return next((each.value for each in self.extensions if each.url == url), None)

    @property
    def control(self) -> str:
        """How it is to be shown: a code of the item controls, or empty."""
        from_extension = next((each.value for each in self.extensions if each.url.endswith("itemControl")), None)
        codings = (
            from_extension.raw.get("coding", ()) if from_extension and isinstance(from_extension.raw, dict) else ()
        )
        return next((str(each.get("code", "")) for each in codings if isinstance(each, dict)), "")

    def place(self, key: str) -> Place:
        """Where a value of the item stands."""
        return Place(self.number, KEYS.index(key) * WIDTH + 1)

    def scalar(self, text: str, key: str) -> Scalar:
        """A value of our language that comes from the item."""
        return Scalar(text, self.place(key))


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole questionnaire; ``value_sets`` are those that it contains, by identifier."""

    top: Item
    name: str
    title: str
    version: str
    url: str
    value_sets: Mapping[str, tuple[Option, ...]]

    @property
    def items(self) -> tuple[Item, ...]:
        """Its first items."""
        return self.top.items
