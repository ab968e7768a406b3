"""Revisions added to a drawn document: one a signature, filling its box, then the establishment's seal."""

from collections.abc import Generator
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import AnnotAppearances
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import (
    InvisSigSettings,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    enumerate_sig_fields,
)
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.constants import ESIC_EXTENSION_1
from pyhanko.sign.signers.pdf_byterange import SignatureObject

from questionnaire.proof.errors import SigningError
from questionnaire.proof.fields import SEAL_FIELD
from questionnaire.proof.identity import SealIdentity
from questionnaire.proof.key_signer import KeySigner
from questionnaire.proof.waiting import wait_for

Embedding = Generator[Any, Any, Any]

_TOLERANCE = 1.0  # points between the stamp's page and the box: more would be drawn stretched


def box_size(pdf: bytes, field: str) -> tuple[float, float]:
    """Width and height, in points, of the empty box ``field``: the size that its stamp must have."""
    return _size(_open(pdf), field)


def sign(
    pdf: bytes, *, field: str, stamp: bytes, name: str, reason: str, identity: SealIdentity, at: datetime
) -> bytes:
    """The document with one more revision (PAdES B-B) that fills the empty box ``field``.

    ``stamp`` is a one-page PDF of the size of the box, shown in it; ``reason`` is ``reasons.write_reason``'s.
    The first revision certifies the document: only filling and signing stay allowed. ``at`` has a time zone.
    Raises SigningError when the box is missing or filled, or the certificate is not valid at ``at``.
    """
    _require_usable(identity, at)
    writer = _open(pdf)
    _require_fitting(stamp, _size(writer, field))
    embedding = PdfCMSEmbedder().write_cms(field, writer, existing_fields_only=True)
    box = next(embedding).get_object()
    appearance = writer.import_page_as_xobject(_reader(stamp))
    box[generic.pdf_name("/AP")] = AnnotAppearances(appearance).as_pdf_object()
    return _complete(embedding, writer, KeySigner(identity), name=name, reason=reason, at=at)


def seal(pdf: bytes, *, reason: str, identity: SealIdentity, at: datetime, organisation: str) -> bytes:
    """The document closed by the establishment's invisible seal (PAdES B-B), which covers the whole file.

    Raises SigningError when the document is sealed already, or the certificate is not valid at ``at``.
    """
    _require_usable(identity, at)
    writer = _open(pdf)
    if any(name == SEAL_FIELD for name, _, _ in enumerate_sig_fields(writer.prev)):
        raise SigningError("Ce document porte déjà le cachet de l’établissement.")
    # Out of the page: an untagged widget inside it would not be accessible, a hidden one not archivable.
    place = SigFieldSpec(SEAL_FIELD, invis_sig_settings=InvisSigSettings(box_out_of_bounds=True))
    embedding = PdfCMSEmbedder(new_field_spec=place).write_cms(SEAL_FIELD, writer)
    next(embedding)
    return _complete(embedding, writer, KeySigner(identity), name=organisation, reason=reason, at=at)


class _Revision(IncrementalPdfFileWriter):
    """A revision that leaves the document's metadata alone: rewritten, they would no longer be archivable."""

    def _update_meta(self) -> None:
        return


def _open(pdf: bytes) -> _Revision:
    try:
        writer = _Revision(BytesIO(pdf))
    except (PdfError, ValueError) as error:
        raise SigningError("Le document à signer n’est pas un PDF lisible.") from error
    if writer.prev.encrypted:
        raise SigningError("Un document chiffré ne peut pas être signé.")
    return writer


def _reader(stamp: bytes) -> PdfFileReader:
    return PdfFileReader(BytesIO(stamp))


def _size(writer: _Revision, field: str) -> tuple[float, float]:
    for name, value, reference in enumerate_sig_fields(writer.prev):
        if name == field and value is None:
            left, bottom, right, top = (float(edge) for edge in reference.get_object()["/Rect"])
            return right - left, top - bottom
    raise SigningError(f"La case de signature «\u00a0{field}\u00a0» n’existe pas ou est déjà remplie.")


def _require_fitting(stamp: bytes, size: tuple[float, float]) -> None:
    left, bottom, right, top = (float(edge) for edge in _reader(stamp).root["/Pages"]["/Kids"][0]["/MediaBox"])
    if abs(right - left - size[0]) > _TOLERANCE or abs(top - bottom - size[1]) > _TOLERANCE:
        raise SigningError(
            f"L’empreinte mesure {right - left:g} × {top - bottom:g} points, "
            f"la case de signature {size[0]:g} × {size[1]:g}."
        )


def _require_usable(identity: SealIdentity, at: datetime) -> None:
    if at.tzinfo is None:
        raise SigningError("L’instant de la signature doit porter un fuseau horaire.")
    if not identity.not_before <= at <= identity.not_after:
        raise SigningError(
            f"Le certificat «\u00a0{identity.certificate_name}\u00a0» n’est pas valable le {at:%d/%m/%Y}."
        )


def _complete(
    embedding: Embedding, writer: _Revision, signer: KeySigner, *, name: str, reason: str, at: datetime
) -> bytes:
    dictionary = SignatureObject(
        timestamp=at,
        subfilter=SigSeedSubFilter.PADES,
        name=name,
        reason=reason,
        bytes_reserved=signer.reserved_digits,
    )
    writer.register_extension(ESIC_EXTENSION_1)
    embedding.send(SigObjSetup(dictionary, mdp_setup=_permissions(writer, signer.digest_algorithm)))
    prepared, output = embedding.send(SigIOSetup(md_algorithm=signer.digest_algorithm))
    container = wait_for(signer.async_sign(prepared.document_digest, signer.digest_algorithm, use_pades=True))
    embedding.send(container)
    return bytes(output.getvalue())


def _permissions(writer: _Revision, digest_algorithm: str) -> SigMDPSetup | None:
    filled = any(value is not None for _, value, _ in enumerate_sig_fields(writer.prev))
    if filled:
        return None
    return SigMDPSetup(md_algorithm=digest_algorithm, certify=True, docmdp_perms=MDPPerm.FILL_FORMS)
