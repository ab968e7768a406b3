"""What a file declares about itself in its metadata (XMP): archivable (PDF/A), accessible (PDF/UA)."""

import re

from questionnaire.proof.report import Declares

# As an element or as an attribute; a search of the text, since nothing here is trusted or checked.
_VALUE = r'(?:>\s*|\s*=\s*["\'])(\w{1,4})'
_PDFA_PART = re.compile(r"pdfaid:part" + _VALUE)
_PDFA_LEVEL = re.compile(r"pdfaid:conformance" + _VALUE)
_PDFUA_PART = re.compile(r"pdfuaid:part" + _VALUE)


def read_declarations(xmp: bytes) -> Declares:
    """The declarations found in an XMP packet."""
    text = xmp.decode("utf-8", errors="replace")
    part, level, accessible = (pattern.search(text) for pattern in (_PDFA_PART, _PDFA_LEVEL, _PDFUA_PART))
    return Declares(
        pdfa=part[1] + (level[1].lower() if level else "") if part else None,
        pdfua=accessible[1] if accessible else None,
    )
