"""The establishment's seal: its private key, its certificate and the chain up to its authority."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import NameOID

from questionnaire.given_files import NO_SEAL, unread
from questionnaire.proof import demonstration
from questionnaire.proof.errors import IdentityError

EXPORT = (
    "Exportez-le avec sa clé et sa chaîne\u00a0: "
    "openssl pkcs12 -export -inkey cle.pem -in certificat.pem -certfile chaine.pem -out cachet.p12."
)

SealKey = EllipticCurvePrivateKey | RSAPrivateKey


@dataclass(frozen=True, slots=True, eq=False)
class SealIdentity:
    """What is needed to seal. ``chain`` goes from ``certificate``'s issuer towards its root, as known."""

    key: SealKey = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def certificate_name(self) -> str:
        """The name that readers show: the subject's common name, else its whole subject."""
        names = self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        return str(names[0].value) if names else self.certificate.subject.rfc4514_string()

    @property
    def demo(self) -> bool:
        """True for the self-made seal, which proves nothing outside this installation."""
        return self.certificate_name == demonstration.SEAL_NAME

    @property
    def not_before(self) -> datetime:
        """First moment of validity, in UTC."""
        return self.certificate.not_valid_before_utc

    @property
    def not_after(self) -> datetime:
        """Last moment of validity, in UTC."""
        return self.certificate.not_valid_after_utc

    @property
    def certificate_pem(self) -> bytes:
        """The seal's own certificate."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def anchor_pem(self) -> bytes:
        """The certificate to trust for verifying: the last of the chain, else the seal's own."""
        return (self.chain[-1] if self.chain else self.certificate).public_bytes(Encoding.PEM)


def load_identity(path: Path, passphrase: bytes | None) -> SealIdentity:
    """Read a PKCS#12 file (.p12, .pfx) holding an EC or RSA key and a certificate valid today."""
    identity = read_identity(path, passphrase)
    _require_valid(identity, datetime.now(UTC))
    return identity


def read_identity(path: Path, passphrase: bytes | None) -> SealIdentity:
    """The same, whether its certificate is valid today or not: to look at, never to seal with."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise IdentityError(f"{_file(path)} n’existe pas.", NO_SEAL) from error
    except OSError as error:
        raise IdentityError(*unread(_file(path), error)) from error
    key, certificate, chain = _unpack(data, passphrase, path)
    return SealIdentity(key, certificate, chain)


def make_demo_identity(path: Path, *, organisation: str, now: datetime) -> SealIdentity:
    """The demonstration seal kept at ``path``, made on the first call.

    Its authority's certificate is written beside it, in ``<stem>.ca.pem``.
    Two processes may call it at once: one file wins, both get the same identity.
    """
    if not path.exists():
        demonstration.write_once(path, demonstration.make_pkcs12(organisation, now))
    identity = load_identity(path, None)
    authority = path.with_suffix(".ca.pem")
    if not authority.exists():
        demonstration.write_once(authority, identity.anchor_pem)
    return identity


def _unpack(
    data: bytes, passphrase: bytes | None, path: Path
) -> tuple[SealKey, x509.Certificate, tuple[x509.Certificate, ...]]:
    if not data.startswith(b"\x30"):
        raise IdentityError(f"{_file(path)} n’est pas un fichier PKCS#12 (.p12 ou .pfx).", EXPORT)
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, passphrase)
    except (ValueError, TypeError) as error:
        raise IdentityError(
            f"{_file(path)} ne s’ouvre pas\u00a0: la phrase secrète est fausse ou absente, ou le fichier est abîmé.",
            "Vérifiez SEAL_PASSPHRASE, puis copiez de nouveau le fichier.",
        ) from error
    if certificate is None:
        raise IdentityError(f"{_file(path)} ne contient pas de certificat avec sa clé.", EXPORT)
    if not isinstance(key, EllipticCurvePrivateKey | RSAPrivateKey):
        raise IdentityError(
            f"{_file(path)} doit contenir une clé RSA ou à courbe elliptique (ECDSA).",
            "Demandez à l’autorité un certificat de cachet de l’une de ces sortes.",
        )
    return key, certificate, _ordered(certificate, others)


def _ordered(certificate: x509.Certificate, others: list[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    by_subject = {other.subject: other for other in others}
    chain: list[x509.Certificate] = []
    last = certificate
    while last.issuer != last.subject and last.issuer in by_subject:
        last = by_subject.pop(last.issuer)
        chain.append(last)
    return tuple(chain)


def _file(path: Path) -> str:
    return f"Le fichier du cachet «\u00a0{path}\u00a0»"


def _require_valid(identity: SealIdentity, now: datetime) -> None:
    if now > identity.not_after:
        raise IdentityError(
            f"Le certificat du cachet «\u00a0{identity.certificate_name}\u00a0» "
            f"a expiré le {identity.not_after:%d/%m/%Y}.",
            "Demandez-en un nouveau.",
        )
    if now < identity.not_before:
        raise IdentityError(
            f"Le certificat du cachet «\u00a0{identity.certificate_name}\u00a0» "
            f"n’est valable qu’à partir du {identity.not_before:%d/%m/%Y}.",
            "Attendez ce jour, ou mettez l’horloge de la machine à l’heure (NTP).",
        )
