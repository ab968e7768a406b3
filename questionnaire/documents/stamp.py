"""The visible appearance of a signature: a few lines, as large as their box allows."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from questionnaire.documents.lines import Line, Span, wrap
from questionnaire.documents.palette import INK
from questionnaire.documents.tagging import Pen

_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.0, 3.0, 2.0, 1.0)
_LEADING = 1.32
_PADDING = 6.0


def lay_out_stamp(lines: Sequence[str], canvas: Canvas, width: float, height: float) -> None:
    """Draw the lines on the canvas's one page; not tagged: the signature's own element speaks for it."""
    padding = min(_PADDING, width / 10, height / 10)
    size, wrapped = _fit(lines, width - 2 * padding, height - 2 * padding)
    pen = Pen(canvas)
    top = height - (height - len(wrapped) * size * _LEADING) / 2
    for rank, line in enumerate(wrapped):
        pen.write(padding, top - rank * size * _LEADING - size * 0.98, line, size, INK)
    canvas.showPage()


def _fit(lines: Sequence[str], width: float, height: float) -> tuple[float, list[Line]]:
    """The largest size at which everything fits; the smallest one where nothing does."""
    wrapped: list[Line] = []
    for size in _SIZES:
        wrapped = [
            line
            for rank, text in enumerate(lines)
            for line in wrap([Span(text, "regular" if rank else "bold")], size, width)
        ]
        if len(wrapped) * size * _LEADING <= height:
            break
    return size, wrapped
