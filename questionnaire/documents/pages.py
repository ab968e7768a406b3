"""From a stack of strips to pages: strips held together move together, as long as a page can hold them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from questionnaire.documents.strips import Strip


@dataclass(slots=True)
class Page:
    """Strips with the distance from the top of the body to the top of each; both, and ``height``, in points."""

    height: float
    placed: list[tuple[Strip, float]] = field(default_factory=list)
    used: float = 0

    def put(self, strip: Strip) -> None:
        if strip.gap and not self.placed:
            return
        self.placed.append((strip, self.used))
        self.used += strip.height

    def is_full_for(self, height: float) -> bool:
        """Whether as much as that must go to the next page."""
        return bool(self.placed) and self.used + height > self.height


def paginate(strips: Sequence[Strip], first: float, following: float) -> list[Page]:
    """Pages whose bodies are ``first``, then ``following`` points high, at least one."""
    pages = [Page(first)]
    for group in _groups(strips, lambda strip: strip.keep or strip.hold):
        if _own_height(group) <= following:
            _put(pages, group, following)
            continue
        for part in _groups(group, lambda strip: strip.keep):
            _put(pages, part, following)
    return pages


def _put(pages: list[Page], group: Sequence[Strip], following: float) -> None:
    if pages[-1].is_full_for(_height(group)) and _own_height(group) <= following:
        _turn(pages, group[0], following)
    for strip in group:
        if pages[-1].is_full_for(strip.height):
            _turn(pages, strip, following)
        pages[-1].put(strip)


def _turn(pages: list[Page], strip: Strip, following: float) -> None:
    """Begin the page that opens with a strip: what the strip goes on with is named again above it, if there is room."""
    pages.append(Page(following))
    if strip.again and strip.again.height + strip.height <= following:
        pages[-1].put(strip.again)


def _height(group: Sequence[Strip]) -> float:
    return sum(strip.height for strip in group)


def _own_height(group: Sequence[Strip]) -> float:
    """At the top of a page, where a first gap is lost."""
    return _height(group[1:] if group[0].gap else group)


def _groups(strips: Sequence[Strip], tied: Callable[[Strip], bool]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not tied(strip):
            yield group
            group = []
    if group:
        yield group
