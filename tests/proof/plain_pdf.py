"""The smallest unsigned documents with empty signature boxes, made without the drawing room."""

from collections.abc import Sequence
from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter, PageObject, PdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field


def page_pdf(content: bytes, width: int, height: int) -> bytes:
    """One page whose content stream is ``content``."""
    return _write(_one_page(content, width, height))


def boxes_pdf(*fields: str) -> bytes:
    """A page with one empty 200 × 60 point signature box for each name."""
    writer = _one_page(b"0.2 0.4 0.6 rg 60 700 120 40 re f", 595, 842)
    for rank, field in enumerate(fields):
        bottom = 60 + 80 * rank
        append_signature_field(writer, SigFieldSpec(field, box=(60, bottom, 260, bottom + 60)))
    return _write(writer)


def stamp_pdf(width: int = 200, height: int = 60) -> bytes:
    """A stamp of the size of the boxes."""
    return page_pdf(b"0 0.5 0 rg 10 10 100 20 re f", width, height)


def _one_page(content: bytes, width: int, height: int) -> PdfFileWriter:
    writer = PdfFileWriter(stream_xrefs=True)
    stream = writer.add_object(generic.StreamObject(stream_data=content))
    writer.insert_page(
        PageObject(
            contents=stream,
            media_box=generic.ArrayObject(map(generic.NumberObject, (0, 0, width, height))),
            resources=generic.DictionaryObject({pdf_name("/ProcSet"): generic.ArrayObject()}),
        )
    )
    return writer


def _write(writer: BasePdfFileWriter) -> bytes:
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def encrypted_pdf() -> bytes:
    """A page that needs a password."""
    writer = _one_page(b"", 100, 100)
    writer.encrypt("secret", "secret")
    return _write(writer)


def xfa_pdf() -> bytes:
    """A page that claims to be an XFA form."""
    writer = _one_page(b"", 100, 100)
    form = generic.DictionaryObject({pdf_name("/XFA"): generic.pdf_string("<xdp/>")})
    writer.root[pdf_name("/AcroForm")] = writer.add_object(form)
    return _write(writer)


def raw_pdf(objects: Sequence[str]) -> bytes:
    """These objects, numbered from 1, the first being the catalogue, with a correct cross-reference table."""
    body, offsets = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode()
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    trailer = f"trailer <</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + (table + trailer).encode()


def drawn_over(pdf: bytes) -> bytes:
    """The same file with text added on its first page by a later revision: a shadow update."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=b"0 0 300 300 re f")))
    return _write(writer)
