"""The key of the wheel on paper: each sign beside its words, then the levels."""

from collections.abc import Callable, Sequence

from questionnaire.content.wheel.key import Entry, Key
from questionnaire.content.wheel.shapes import GapLine, Line, Point
from questionnaire.documents.lines import Span
from questionnaire.documents.palette import BRAND, INK_2, LINE, NOTE, WHITE
from questionnaire.documents.parts.wheel_drawing import draw_gap
from questionnaire.documents.parts.wheel_signs import draw_mark
from questionnaire.documents.strips import Column, Mark, Strip, kept, side_by_side, space, text_strips
from questionnaire.documents.tagging import Node, Pen

_SIGN_ROOM, _GUTTER = 24.0, 16.0
_SCALE = 0.6
_DASH = Line(Point(-12.0, 0.0), Point(12.0, 0.0))
_RING = 2.9

Sign = Callable[[Pen], None]
"""Draws around the origin."""


def key_strips(parent: Node, key: Key, column: Column) -> list[Strip]:
    """Signs at the left, levels at the right."""
    half = (column.width - _GUTTER) / 2
    left, right = Column(column.left, half), Column(column.left + half + _GUTTER, half)
    entries = [(_sign_of(entry), _words(entry)) for entry in key.entries]
    signs = _listing(parent, key.title, entries, left) if entries else []
    levels = [(_level_of(rank), [Span(f"{rank} ", "bold"), Span(name)]) for rank, name in enumerate(key.levels)]
    beside = _listing(parent, key.levels_title, levels, right) if levels else []
    return kept([space(6), *side_by_side(signs, beside)])


def _listing(parent: Node, title: str, rows: Sequence[tuple[Sign, list[Span]]], column: Column) -> list[Strip]:
    strips = text_strips(parent.add("P"), [Span(title, "bold")], NOTE, column)
    listing = parent.add("L", attributes={"O": "/List", "ListNumbering": "/None"})
    inner = Column(column.left + _SIGN_ROOM, column.width - _SIGN_ROOM)
    for sign, words in rows:
        first, *others = text_strips(listing.add("LI").add("LBody"), words, NOTE, inner)
        strips += [Strip(first.height, (_placed(sign, column.left), *first.marks)), *others]
    return strips


def _words(entry: Entry) -> list[Span]:
    label = Span(entry.label, "bold" if entry.kind == "source" else "regular")
    return [label, Span(f", {entry.who}")] if entry.who else [label]


def _placed(sign: Sign, left: float) -> Mark:
    """In the middle of a line of words; the words say the same, so it is not read."""

    def paint(pen: Pen, top: float) -> None:
        pen.canvas.saveState()
        pen.canvas.translate(left + _SIGN_ROOM / 2 - 3, top - NOTE.leading / 2)
        pen.canvas.scale(_SCALE, _SCALE)
        sign(pen)
        pen.canvas.restoreState()

    return Mark("Layout", paint)


def _sign_of(entry: Entry) -> Sign:
    def sign(pen: Pen) -> None:
        for mark in entry.marks:
            draw_mark(pen, mark)
        if entry.kind == "arc":
            _arc(pen)
        elif entry.kind in {"watch", "discuss"}:
            draw_gap(pen, GapLine(_DASH, solid=entry.kind == "discuss"))

    return sign


def _arc(pen: Pen) -> None:
    pen.canvas.setStrokeColorRGB(*BRAND)
    pen.canvas.setLineWidth(2.5)
    pen.canvas.setDash(6, 5)
    pen.canvas.arc(-12, -28, 28, 12, 90, 90)
    pen.canvas.setDash()


def _level_of(level: int) -> Sign:
    """Four rings, filled up to the level."""

    def sign(pen: Pen) -> None:
        pen.canvas.setFillColorRGB(*INK_2)
        pen.canvas.circle(0, 0, _RING * level or 1.5, stroke=0, fill=1)
        pen.canvas.setLineWidth(1)
        for ring in range(1, 5):
            pen.canvas.setStrokeColorRGB(*(WHITE if ring < level else LINE))
            pen.canvas.circle(0, 0, _RING * ring, stroke=1, fill=0)

    return sign
