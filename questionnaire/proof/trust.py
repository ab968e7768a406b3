"""The certificates that a verification accepts as roots, and what it asks of the ones they vouch for."""

from collections.abc import Sequence
from datetime import datetime

from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from questionnaire.proof.errors import TrustError

# Seal certificates carry one or the other; certificates made for servers carry neither.
SEAL_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})


def trust_context(trust: Sequence[bytes], at: datetime) -> ValidationContext:
    """A validation at ``at``, without network, that accepts these PEM or DER certificates as roots.

    Raises TrustError when one cannot be read.
    """
    roots = [certificate for data in trust for certificate in _certificates(data)]
    if not roots:
        raise TrustError("Aucun certificat de confiance n’a été donné.")
    return ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)


def _certificates(data: bytes) -> list[Certificate]:
    try:
        found = list(load_certs_from_pemder_data(data))
        for certificate in found:
            certificate.self_signed  # noqa: B018 - certificates are decoded when first read: damage shows here
    except (ValueError, TypeError) as error:
        raise TrustError("Un certificat de confiance n’est lisible ni en PEM ni en DER.") from error
    return found
