"""What a seal's certificate says of itself, for those who must renew it in time; the key is never told."""

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from questionnaire.proof.errors import TrustError
from questionnaire.proof.identity import SealIdentity


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """``authorities`` are the names from the issuer up; ``whole`` tells that the last one answers for itself."""

    name: str
    issuer: str
    authorities: tuple[str, ...]
    whole: bool
    key: str
    not_before: datetime
    not_after: datetime
    demo: bool


@dataclass(frozen=True, slots=True)
class OneCertificate:
    """One certificate; ``serial`` and ``sha256`` are hexadecimal, ``root`` tells that it answers for itself."""

    name: str
    issuer: str
    root: bool
    serial: str
    sha256: str
    not_before: datetime
    not_after: datetime


def certificate_facts(identity: SealIdentity) -> CertificateFacts:
    """What the certificate of a seal says."""
    last = identity.chain[-1] if identity.chain else identity.certificate
    return CertificateFacts(
        name=identity.certificate_name,
        issuer=_called(identity.certificate.issuer),
        authorities=tuple(_called(each.subject) for each in identity.chain),
        whole=last.issuer == last.subject,
        key=_key(identity),
        not_before=identity.not_before,
        not_after=identity.not_after,
        demo=identity.demo,
    )


def chain_of(identity: SealIdentity) -> tuple[OneCertificate, ...]:
    """The certificate of a seal, then its authorities towards the root, as far as known."""
    return tuple(map(_one, (identity.certificate, *identity.chain)))


def certificates_in(pem: bytes) -> tuple[OneCertificate, ...]:
    """The certificates of a PEM text; raises TrustError."""
    try:
        return tuple(map(_one, x509.load_pem_x509_certificates(pem)))
    except ValueError as error:
        raise TrustError("Un certificat de confiance n’est pas lisible en PEM.") from error


def _one(certificate: x509.Certificate) -> OneCertificate:
    return OneCertificate(
        name=_called(certificate.subject),
        issuer=_called(certificate.issuer),
        root=certificate.issuer == certificate.subject,
        serial=f"{certificate.serial_number:x}",
        sha256=certificate.fingerprint(SHA256()).hex(),
        not_before=certificate.not_valid_before_utc,
        not_after=certificate.not_valid_after_utc,
    )


def _called(name: x509.Name) -> str:
    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def _key(identity: SealIdentity) -> str:
    if isinstance(identity.key, RSAPrivateKey):
        return f"RSA, {identity.key.key_size} bits"
    return f"ECDSA, courbe {identity.key.curve.name}"
