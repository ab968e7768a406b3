"""Tell whether a file is authentic, modified or unknown, signed by whom, sealed by whom."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from pyhanko.pdf_utils.misc import get_and_apply
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko_certvalidator import ValidationContext

from questionnaire.proof import judgement
from questionnaire.proof.checking import Checked, check
from questionnaire.proof.coverage import closes_file
from questionnaire.proof.declarations import read_declarations
from questionnaire.proof.fields import is_plain_tree
from questionnaire.proof.report import Declares, Report, unknown
from questionnaire.proof.trust import trust_context
from questionnaire.proof.waiting import wait_for

DAMAGED = "Le fichier est abîmé ou d’une forme inattendue\u00a0: il ne peut pas être vérifié."
MAX_BYTES = 50_000_000

_TAIL = 1024
"""Bytes where readers look for the end mark; searching back through all of a hostile file takes minutes."""


def verify(pdf: bytes, trust: Sequence[bytes], *, at: datetime | None = None) -> Report:
    """Verify ``pdf`` as of ``at`` (now by default), without network.

    ``trust`` holds the PEM or DER certificates accepted as roots; an unreadable one raises TrustError.
    The file itself may be anything: what cannot be read is answered ``unknown``, never raised.
    """
    moment = at or datetime.now(UTC)
    context = trust_context(trust, moment)
    if len(pdf) > MAX_BYTES:
        return unknown(f"Le fichier dépasse la taille vérifiable ({MAX_BYTES // 1_000_000}\u00a0Mo).")
    if not pdf.startswith(b"%PDF-"):
        return unknown("Ce fichier n’est pas un PDF.")
    if b"startxref" not in pdf[-_TAIL:]:
        return unknown("La fin du fichier manque\u00a0: il est incomplet ou abîmé.")
    try:
        return _examine(pdf, context, moment)
    except Exception:  # noqa: BLE001 - a hostile file can make a parser fail in any way; none may pass or crash
        return unknown(DAMAGED)


def _examine(pdf: bytes, context: ValidationContext, at: datetime) -> Report:
    reader = PdfFileReader(BytesIO(pdf))
    if reader.encrypted:
        return unknown("Le fichier est chiffré\u00a0: il ne peut pas être vérifié.")
    if get_and_apply(reader.root, "/AcroForm", lambda form: "/XFA" in form):
        return unknown("Le fichier contient un formulaire XFA\u00a0: il ne peut pas être vérifié.")
    if not is_plain_tree(reader):
        return unknown(DAMAGED)
    checked = wait_for(_check_all(reader, context, at))
    closing = bool(checked) and closes_file(pdf, checked[-1].signature)
    return judgement.judge(checked, closing=closing, declares=_declares(reader))


async def _check_all(reader: PdfFileReader, context: ValidationContext, at: datetime) -> tuple[Checked, ...]:
    found = [
        EmbeddedPdfSignature(reader, field, name) for name, _, field in enumerate_sig_fields(reader, filled_status=True)
    ]
    found.sort(key=lambda signature: signature.signed_revision)
    return tuple([await check(signature, context, at) for signature in found])


def _declares(reader: PdfFileReader) -> Declares:
    declared = get_and_apply(reader.root, "/Metadata", lambda stream: read_declarations(stream.data))
    return declared or Declares()
