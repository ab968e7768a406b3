"""From a stack of strips to pages: strips held together move together, as long as a page can hold them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from questionnaire.documents.strips import Strip


@dataclass(slots=True)
class Page:
    """Strips with the distance from the top of the body to the top of each, in points."""

    placed: list[tuple[Strip, float]] = field(default_factory=list)
    used: float = 0

    def put(self, strip: Strip) -> None:
        if strip.gap and not self.placed:
            return
        self.placed.append((strip, self.used))
        self.used += strip.height


def paginate(strips: Sequence[Strip], height: float) -> list[Page]:
    """Pages whose body is ``height`` points high, at least one."""
    pages = [Page()]
    for group in _groups(strips, lambda strip: strip.keep or strip.hold):
        if _own_height(group) <= height:
            _put(pages, group, height)
            continue
        for part in _groups(group, lambda strip: strip.keep):
            _put(pages, part, height)
    return pages


def _put(pages: list[Page], group: Sequence[Strip], height: float) -> None:
    if pages[-1].placed and pages[-1].used + _height(group) > height >= _own_height(group):
        pages.append(Page())
    for strip in group:
        if pages[-1].placed and pages[-1].used + strip.height > height:
            pages.append(Page())
        pages[-1].put(strip)


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
