"""Tagged drawing: a structure tree in reading order, and a pen that notes where each element is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from questionnaire.documents.lines import Line
from questionnaire.documents.palette import BRAND, Colour
from questionnaire.documents.runs import Link, Run


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of page content: page counted from 0, and the number of the mark on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Box:
    """An empty signature field: page counted from 0, rectangle in whole points from the bottom left."""

    page: int
    name: str
    tooltip: str
    rectangle: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Press:
    """A place that leads elsewhere: page counted from 0, address in ASCII, its words, rectangle in points."""

    page: int
    target: str
    said: str
    rectangle: tuple[float, float, float, float]


@dataclass(slots=True)
class Node:
    """A structure element: standard type, kids in reading order, and what assistive technology is told.

    ``bounds``: left, bottom, right and top of a figure, in points.
    """

    tag: str
    alt: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    kids: list["Node | Marked | Box | Press"] = field(default_factory=list)
    bounds: tuple[float, float, float, float] | None = None

    def add(self, tag: str, *, alt: str | None = None, attributes: Mapping[str, str] | None = None) -> "Node":
        """A new last kid."""
        kid = Node(tag, alt, attributes or {})
        self.kids.append(kid)
        return kid


Artifact = Literal["Layout", "Header", "Footer"]
"""What is drawn and not read: backgrounds and rules, running head, foot."""
_ARTIFACTS: dict[Artifact, str] = {
    "Layout": "/Artifact <</Type /Layout>> BDC",
    "Header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}


class Pen:
    """Draws on one ReportLab canvas; all content stands inside ``on``. Points, from the bottom left."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.page = 0
        self._marks = 0
        self._target: Node | Artifact = "Layout"
        self._links: dict[Link, Node] = {}

    @contextmanager
    def on(self, target: Node | Artifact) -> Iterator[None]:
        """Everything drawn inside belongs to this element, or is left out of reading."""
        self._open(target)
        yield
        self.canvas.addLiteral("EMC")

    def _open(self, target: Node | Artifact) -> None:
        self._target = target
        if isinstance(target, Node):
            self.canvas.addLiteral(f"/{target.tag} <</MCID {self._marks}>> BDC")
            target.kids.append(Marked(self.page, self._marks))
            self._marks += 1
        else:
            self.canvas.addLiteral(_ARTIFACTS[target])

    def end_page(self) -> None:
        self.canvas.showPage()
        self.page += 1
        self._marks = 0

    def write(self, x: float, baseline: float, line: Line, size: float, colour: Colour) -> None:
        """One line of text; what leads elsewhere is an element of its own inside the one being drawn."""
        for link, group in groupby(line.runs, key=lambda run: run.link):
            runs = list(group)
            if link is None or not isinstance(self._target, Node):
                self._write(x, baseline, runs, size, colour)
            else:
                self._press(link, (x, baseline), runs, size, self._target)
            x += _width(runs, size)

    def _press(self, link: Link, place: tuple[float, float], runs: Sequence[Run], size: float, outer: Node) -> None:
        if link not in self._links:
            self._links[link] = outer.add("Link")
        node = self._links[link]
        self.canvas.addLiteral("EMC")
        self._open(node)
        left, baseline = place
        right = left + _width(runs, size)
        self._write(left, baseline, runs, size, BRAND)
        self.rule(left, right, baseline - size * 0.16, size / 18, BRAND)
        self.canvas.addLiteral("EMC")
        rectangle = (left, baseline - size * 0.26, right, baseline + size * 0.8)
        node.kids.append(Press(self.page, link.target, link.said, rectangle))
        self._open(outer)

    def _write(self, x: float, baseline: float, runs: Sequence[Run], size: float, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
        for run in runs:
            if run.meant is not None:
                code = run.meant.encode("utf-16-be").hex().upper()
                self.canvas.addLiteral(f"/Span <</ActualText <FEFF{code}>>> BDC")
            text = self.canvas.beginText(x, baseline)
            text.setFont(run.face.name, size)
            text.textOut(run.text)
            self.canvas.drawText(text)
            if run.meant is not None:
                self.canvas.addLiteral("EMC")
            x += run.face.measure(run.text, size)

    def rule(self, left: float, right: float, y: float, weight: float, colour: Colour) -> None:
        """A horizontal rule centred on ``y``."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(left, y, right, y)


def _width(runs: Sequence[Run], size: float) -> float:
    return sum(run.face.measure(run.text, size) for run in runs)
