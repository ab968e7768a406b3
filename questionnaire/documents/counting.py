"""How long a finished document is."""

from io import BytesIO

from pikepdf import Pdf


def count_pages(pdf: bytes) -> int:
    """The number of pages of a document that was drawn here."""
    with Pdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)
