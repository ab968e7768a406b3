"""« Vérifier ce document »: the QR code drawn in vectors, and the same in words."""

import segno

from questionnaire.content.blocks import Content
from questionnaire.documents.lines import Span
from questionnaire.documents.links import page_link
from questionnaire.documents.palette import BODY, INK, SUBSECTION
from questionnaire.documents.parts.cards import frame
from questionnaire.documents.strips import Column, Mark, Strip, held, kept, side_by_side, space, text_strips
from questionnaire.documents.tagging import Node, Pen
from questionnaire.documents.words import Words

_QR = 82.0
_GUTTER = 22


def verification(root: Node, url: str, content: Content, words: Words, column: Column) -> list[Strip]:
    """A frame: the code of ``url`` at the left, at the right where to go and what to give."""
    inner = column.inset(16)
    right = Column(inner.left + _QR + _GUTTER, inner.width - _QR - _GUTTER)
    said = [
        *text_strips(root.add("H3"), words.verify, SUBSECTION, right),
        *text_strips(root.add("P"), _instructions(url, content, words), BODY, right),
    ]
    figure = root.add("Figure", alt=words.qr(url))
    rest = max(_QR - sum(strip.height for strip in said), 0)
    code = Strip(SUBSECTION.leading, (_qr_mark(figure, url, inner.left),))
    return [space(10), *held(frame(kept(side_by_side([code], [*said, Strip(rest)])), column, padding=8))]


def _instructions(url: str, content: Content, words: Words) -> list[Span]:
    spans = [Span(words.scan), Span(_address(url), "bold", page_link(url))]
    if content.reference:
        spans += [Span(words.then_reference), Span(content.reference, "bold")]
    if content.reference and content.control_code:
        spans += [Span(words.then_code), Span(content.control_code, "bold")]
    return [*spans, Span(f". {words.compare}")]


def _address(url: str) -> str:
    """What a person types: no scheme, no query."""
    return url.partition("://")[2].partition("?")[0].partition("#")[0] or url


def _qr_mark(figure: Node, url: str, left: float) -> Mark:
    matrix = segno.make(url, error="m", micro=False).matrix
    module = _QR / len(matrix)

    def paint(pen: Pen, top: float) -> None:
        figure.bounds = (left, top - _QR, left + _QR, top)
        path = pen.canvas.beginPath()
        for row, cells in enumerate(matrix):
            for start, length in _dark_runs(bytes(cells)):
                path.rect(left + start * module, top - (row + 1) * module, length * module, module)
        pen.canvas.setFillColorRGB(*INK)
        pen.canvas.drawPath(path, stroke=0, fill=1)

    return Mark(figure, paint)


def _dark_runs(cells: bytes) -> list[tuple[int, int]]:
    """Start and length of each unbroken run of dark modules."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(cells):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
