"""Strips: slices of a page that are never cut, stacked from top to bottom, with how they may be parted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from questionnaire.documents.lines import Line, Span, wrap
from questionnaire.documents.links import linked
from questionnaire.documents.palette import Style
from questionnaire.documents.tagging import Artifact, Node, Pen

Paint = Callable[[Pen, float], None]
"""Draws below a top edge, given in points from the bottom of the page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One drawing of a strip, and what it is for a reader."""

    target: Node | Artifact
    paint: Paint


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice ``height`` points high. ``gap``: lost at a page's top.

    ``keep``: on the same page as the next one. ``hold``: the same, unless all that is held exceeds a page.
    ``again``: stands above this one where it opens a page, to say what goes on there.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    hold: bool = False
    gap: bool = False
    again: "Strip | None" = None


@dataclass(frozen=True, slots=True)
class Column:
    """Where strips stand across the page."""

    left: float
    width: float

    def inset(self, by: float) -> "Column":
        return Column(self.left + by, self.width - 2 * by)


def space(height: float, *, keep: bool = False) -> Strip:
    """Empty room between two parts."""
    return Strip(height, keep=keep, gap=True)


def text_strips(node: Node, spans: str | Sequence[Span], style: Style, column: Column) -> list[Strip]:
    """A paragraph, a strip a line; its first two lines and its last two stay together."""
    said = linked(spans, style.weight) if isinstance(spans, str) else spans
    lines = wrap(said, style.size, column.width)
    last = len(lines) - 1
    return [
        Strip(style.leading, (text_mark(node, line, style, column.left),), keep=n < last and n in {0, last - 1})
        for n, line in enumerate(lines)
    ]


def text_mark(node: Node | Artifact, line: Line, style: Style, left: float, below: float = 0) -> Mark:
    """A line of text whose own top is ``below`` points under the top of its strip."""
    drop = below + (style.leading + style.size * 0.7) / 2  # capitals are 0.7 of the size: centred in the leading
    return Mark(node, lambda pen, top: pen.write(left, top - drop, line, style.size, style.colour))


def kept(strips: Iterable[Strip], *, with_next: bool = False) -> list[Strip]:
    """The same strips held on one page; ``with_next``: and with what follows."""
    tied = [replace(strip, keep=True) for strip in strips]
    if tied and not with_next:
        tied[-1] = replace(tied[-1], keep=False)
    return tied


def held(strips: Sequence[Strip]) -> list[Strip]:
    """The same strips together on one page if it can hold them, else parted as each of them allows."""
    return [*(replace(strip, hold=True) for strip in strips[:-1]), *strips[-1:]]


def side_by_side(left: Sequence[Strip], right: Sequence[Strip]) -> list[Strip]:
    """Two stacks of text strips drawn in the same rows; the shorter one is on top."""
    rows = []
    for n in range(max(len(left), len(right))):
        pair = [stack[n] for stack in (left, right) if n < len(stack)]
        marks = tuple(mark for strip in pair for mark in strip.marks)
        rows.append(Strip(max(strip.height for strip in pair), marks, any(strip.keep for strip in pair)))
    return rows


def rule_strip(
    column: Column, weight: float, colour: tuple[float, float, float], height: float, *, low: bool = False
) -> Strip:
    """A decorative rule in the middle of its strip; ``low``: at its foot, to write on."""
    drop = height - weight if low else height / 2

    def paint(pen: Pen, top: float) -> None:
        pen.rule(column.left, column.left + column.width, top - drop, weight, colour)

    return Strip(height, (Mark("Layout", paint),))
