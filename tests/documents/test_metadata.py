"""Info and XMP say the same of a document."""

from dataclasses import replace
from io import BytesIO

from pikepdf import Pdf

from questionnaire.documents import draw
from tests.documents.samples import AT, MINIMAL


def test_info_and_xmp_agree():
    content = replace(MINIMAL, title="<Œuvre> & « \U0001f642 »\x00", organisation="CHU & Cie")
    with Pdf.open(BytesIO(draw(content, (), at=AT))) as pdf:
        info = {name: str(value) for name, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            said = {key: xmp[key] for key in ("dc:title", "dc:creator", "xmp:CreateDate", "pdf:Producer")}
    assert said == {
        "dc:title": "<Œuvre> & « \U0001f642 »",
        "dc:creator": ["CHU & Cie"],
        "xmp:CreateDate": "2026-11-09T17:48:12+00:00",
        "pdf:Producer": "questionnaire",
    }
    assert info == {
        "/Title": "<Œuvre> & « \U0001f642 »",
        "/Author": "CHU & Cie",
        "/Creator": "questionnaire",
        "/Producer": "questionnaire",
        "/CreationDate": "D:20261109174812+00'00'",
        "/ModDate": "D:20261109174812+00'00'",
    }


def test_file_declares_what_it_conforms_to():
    with Pdf.open(BytesIO(draw(MINIMAL, (), at=AT))) as pdf, pdf.open_metadata() as xmp:
        declared = [xmp[key] for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert declared == ["3", "A", "1"]
