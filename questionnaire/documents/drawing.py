"""The door of the room: a content drawn as one finished, archivable and accessible PDF."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from questionnaire.content.blocks import Attachment, Content
from questionnaire.documents.errors import DrawingError
from questionnaire.documents.faces import plain_face
from questionnaire.documents.finishing import finish, finish_stamp
from questionnaire.documents.metadata import Description
from questionnaire.documents.palette import PAGE_HEIGHT, PAGE_WIDTH
from questionnaire.documents.sheet import lay_out
from questionnaire.documents.stamp import lay_out_stamp
from questionnaire.documents.tagging import Pen

_ONE_AT_A_TIME = Lock()
"""ReportLab's fonts read their file through one shared cursor."""


def draw(content: Content, attachments: Sequence[Attachment], *, at: datetime) -> bytes:
    """The whole document: PDF/A-3a and PDF/UA-1, with its attachments and one empty box for each signature.

    ``at`` is the instant written in the file; the same content, attachments and instant give the same bytes.
    Raises DrawingError when ``at`` has no time zone, or two boxes or two attachments have the same name.
    """
    if at.tzinfo is None:
        raise DrawingError("L’instant du document doit porter un fuseau horaire.")
    _require_distinct("case de signature", [box.field for box in content.signatures if box.field])
    _require_distinct("pièce jointe", [attachment.name for attachment in attachments])
    with _ONE_AT_A_TIME:
        output, canvas = _canvas(PAGE_WIDTH, PAGE_HEIGHT)
        structure = lay_out(content, Pen(canvas))
        canvas.save()
    description = Description(content.title, content.organisation, content.language, at)
    return finish(output.getvalue(), structure, description, attachments)


def draw_stamp(lines: Sequence[str], width: float, height: float) -> bytes:
    """One page of ``width`` × ``height`` points showing ``lines``, the first in bold, sized to fit.

    It is the visible appearance of a signature: the size must be that of the box, in whole points.
    Raises DrawingError for other sizes.
    """
    if width != int(width) or height != int(height) or min(width, height) < 1:
        raise DrawingError(f"Une empreinte se mesure en points entiers, pas en {width:g} × {height:g}.")
    with _ONE_AT_A_TIME:
        output, canvas = _canvas(width, height)
        lay_out_stamp(lines, canvas, width, height)
        canvas.save()
    return finish_stamp(output.getvalue())


def _canvas(width: float, height: float) -> tuple[BytesIO, Canvas]:
    output = BytesIO()
    canvas = Canvas(
        output,
        pagesize=(width, height),
        pageCompression=0,
        invariant=1,
        pdfVersion=(1, 7),
        # The type stubs take this name for a number.
        initialFontName=plain_face("regular").name,  # type: ignore[arg-type]
    )
    return output, canvas


def _require_distinct(kind: str, names: Sequence[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise DrawingError(f"Deux fois le même nom de {kind}\u00a0: {', '.join(twice)}.")
