"""Reading back the files that a document carries."""

from io import BytesIO

from pikepdf import Pdf, PdfError

from questionnaire.documents.errors import DrawingError


def read_attachments(pdf: bytes) -> dict[str, bytes]:
    """The attached files by name; raises DrawingError when the document cannot be read."""
    try:
        with Pdf.open(BytesIO(pdf)) as opened:
            return {name: carried.get_file().read_bytes() for name, carried in opened.attachments.items()}
    except PdfError as error:
        raise DrawingError("Les pièces jointes de ce document ne peuvent pas être lues.") from error
