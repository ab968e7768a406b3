"""One embedded signature, checked: its mathematics, its certificate, what was added after it."""

from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.misc import get_and_apply
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    async_validate_pdf_signature,
)
from pyhanko_certvalidator import ValidationContext

from questionnaire.proof.demonstration import SEAL_NAME
from questionnaire.proof.fields import SEAL_FIELD
from questionnaire.proof.reasons import SignedAct, read_reason
from questionnaire.proof.report import SealFact, SignatureFact
from questionnaire.proof.trust import SEAL_USAGE


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings. ``untouched``: what follows in the file only fills boxes, signs or seals."""

    signature: EmbeddedPdfSignature
    certificate_name: str
    intact: bool
    trusted: bool
    untouched: bool
    expired: bool

    @property
    def valid(self) -> bool:
        """Nothing stands against this signature."""
        return self.intact and self.trusted and self.untouched

    @property
    def is_seal(self) -> bool:
        """True for the revision that claims to be the establishment's seal."""
        return bool(self.signature.field_name == SEAL_FIELD)

    @property
    def shown_name(self) -> str:
        """Who signed, as the signature dictionary tells it."""
        return get_and_apply(self.signature.sig_object, "/Name", str) or self.certificate_name

    def signature_fact(self) -> SignatureFact:
        """What is reported of a person's signature."""
        told = get_and_apply(self.signature.sig_object, "/Reason", lambda text: read_reason(str(text)))
        act = told or SignedAct(act="", name=self.shown_name, role="", method="")
        time = self.signature.self_reported_timestamp
        return SignatureFact(act.name, act.role, act.act, act.method, time, self.valid)

    def seal_fact(self, *, closes_file: bool) -> SealFact:
        """What is reported of the seal; it is valid only when nothing lies outside it."""
        return SealFact(self.certificate_name, self.valid and closes_file, self.certificate_name == SEAL_NAME)


async def check(signature: EmbeddedPdfSignature, context: ValidationContext, at: datetime) -> Checked:
    """Check one signature, later revisions included; raises what pyHanko raises on damaged ones."""
    status = await async_validate_pdf_signature(signature, context, key_usage_settings=SEAL_USAGE)
    certificate = signature.signer_cert
    # Asked here too: path validation accepts a certificate that is itself the trusted root at any date.
    lasting = certificate.not_valid_before <= at <= certificate.not_valid_after
    return Checked(
        signature=signature,
        certificate_name=str(certificate.subject.native.get("common_name", certificate.subject.human_friendly)),
        intact=bool(status.intact and status.valid),
        trusted=bool(status.trusted) and lasting,
        untouched=_untouched(status),
        expired=at > certificate.not_valid_after,
    )


def _untouched(status: PdfSignatureStatus) -> bool:
    return (
        status.coverage in (SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE)
        and isinstance(status.diff_result, DiffResult)
        and status.diff_result.modification_level <= ModificationLevel.FORM_FILLING
        and status.docmdp_ok is not False
    )
