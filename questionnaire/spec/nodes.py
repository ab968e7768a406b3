"""The content of a YAML file with the place of everything: what an author wrote, before it means anything."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something begins in a file; both count from 1."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, always as text: what ``01``, ``no`` or ``12:30`` mean is for the model to say, not YAML."""

    text: str
    place: Place
    style: str = ""
    """The sign that opens it (``'``, ``"``, ``|``, ``>``); empty for a plain value."""

    followed_by_comment: bool = False
    """Whether ``#`` follows on the same line, which in a text is most often a word that YAML swallowed."""

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset``, exact unless escapes or folded lines come before it."""
        before = self.text[:offset]
        if self.style in ("|", ">"):
            return Place(self.place.line + 1 + before.count("\n"), 1)
        if "\n" in self.text:
            return self.place
        return Place(self.place.line, self.place.column + offset + len(self.style))


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, each key once; ``flow`` when written between braces."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """Values in order."""

    items: tuple["Node", ...]
    place: Place


Node = Scalar | Mapping | Sequence
