"""Seal identities of every sort that the tests need, in memory or as PKCS#12 files."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from questionnaire.proof.identity import SealIdentity

NOW = datetime.now(UTC).replace(microsecond=0)
LONG = timedelta(days=3650)


def certificate(name, key, issuer=None, issuer_key=None, *, start=NOW - LONG, end=NOW + LONG, ca=False):
    """A certificate called ``name``; self-signed without ``issuer``."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signer = issuer_key or key
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(_usage(ca=ca), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )


def hospital_identity(*, with_rsa=False, name="CHU de Test", start=NOW - LONG, end=NOW + LONG):
    """A seal under a root and an intermediate authority, as a hospital would receive it."""
    root_key, middle_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    key = rsa.generate_private_key(65537, 2048) if with_rsa else ec.generate_private_key(ec.SECP256R1())
    root = certificate("Racine", root_key, ca=True)
    middle = certificate("Autorité des cachets", middle_key, root, root_key, ca=True)
    leaf = certificate(name, key, middle, middle_key, start=start, end=end)
    return SealIdentity(key, leaf, (middle, root))


def pkcs12_file(path, identity, passphrase=None):
    """Write ``identity`` as a PKCS#12 file, its chain in the wrong order."""
    protection: KeySerializationEncryption = NoEncryption()
    if passphrase:
        protection = (
            PrivateFormat.PKCS12.encryption_builder()
            .kdf_rounds(10)
            .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
            .build(passphrase)
        )
    chain = list(reversed(identity.chain))
    path.write_bytes(pkcs12.serialize_key_and_certificates(None, identity.key, identity.certificate, chain, protection))
    return path


def pem(found):
    return found.public_bytes(Encoding.PEM)


def _usage(*, ca):
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
