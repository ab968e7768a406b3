"""The content of a YAML file with the place of everything: what an author wrote, before it means anything."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something begins in a file; both count from 1. ``origin`` tells of another file than the form's own."""

    line: int
    column: int
    origin: "Origin | None" = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Origin:
    """The ``file`` of a block, its name, and where the file ``by`` includes it."""

    file: str
    block: str
    by: str
    included: Place

    def told(self) -> str:
        """« inclus ligne 12 de visite/2026-1.yaml », through each block that includes another."""
        told, origin = [], self
        while True:
            told.append(f"inclus ligne {origin.included.line} de {origin.by}")
            if origin.included.origin is None:
                return ", ".join(told)
            origin = origin.included.origin


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

    pieces: tuple[tuple[int, "Scalar", int], ...] = field(default=(), compare=False)
    """Of a text made of others: where each begins in it, the text that it comes from, and where it begins there."""

    def at(self, offset: int) -> Place:
        """The place of the character at ``offset``, exact unless escapes or folded lines come before it."""
        for start, source, begins in reversed(self.pieces):
            if start <= offset:
                return source.at(begins + offset - start)
        before = self.text[:offset]
        if self.style in ("|", ">"):
            return replace(self.place, line=self.place.line + 1 + before.count("\n"), column=1)
        if "\n" in self.text:
            return self.place
        return replace(self.place, column=self.place.column + offset + len(self.style))


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


def moved(node: Node, origin: Origin) -> Node:
    """The same content, said to come from a block."""
    place = replace(node.place, origin=origin)
    if isinstance(node, Mapping):
        entries = tuple(
            (replace(key, place=replace(key.place, origin=origin)), moved(value, origin)) for key, value in node.entries
        )
        return replace(node, place=place, entries=entries)
    if isinstance(node, Sequence):
        return replace(node, place=place, items=tuple(moved(item, origin) for item in node.items))
    return replace(node, place=place)


def content(node: Node) -> object:
    """What a node says, wherever it is written: two that say the same are equal."""
    if isinstance(node, Mapping):
        return tuple((key.text, content(value)) for key, value in node.entries)
    return tuple(map(content, node.items)) if isinstance(node, Sequence) else node.text
