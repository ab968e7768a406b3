"""PDF files, looked at from outside: their first and last lines, and the place of their table."""

import re

from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import PDF

_HEAD = re.compile(rb"%PDF-[12]\.[0-9]")
_TAIL = re.compile(rb"startxref\s+([0-9]{1,10})\s+%%EOF[\s\x00]*\Z")
_TABLE = re.compile(rb"\s*(xref|[0-9]+\s+[0-9]+\s+obj)\b")
_TAIL_BYTES = 2048


def check_pdf(data: bytes) -> None:
    """Raise NotAccepted unless the file begins, ends and is bound together as a PDF, with nothing after its end.

    What its pages hold is not read: nothing of it is ever run or shown here.
    """
    tail = _TAIL.search(data, max(0, len(data) - _TAIL_BYTES))
    place = int(tail[1]) if tail else len(data)
    if not _HEAD.match(data) or place >= len(data) or not _TABLE.match(data, place):
        raise NotAccepted("damaged", real=PDF.label)
