"""The self-made seal of a demonstration: an authority, a certificate, and their writing to disk once."""

import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

SEAL_NAME = "Cachet de démonstration, sans valeur"
AUTHORITY_NAME = "Autorité de démonstration, sans valeur"

_ORGANISATION_LIMIT = 64  # upper bound of organizationName in X.520
_BEFORE = timedelta(days=400)  # demonstration documents may bear dates of the past year
_AFTER = timedelta(days=3650)


def make_pkcs12(organisation: str, now: datetime) -> bytes:
    """A PKCS#12 file without passphrase: P-256 seal key, its certificate, its authority's (key forgotten)."""
    authority_key, seal_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority_name, seal_name = (_name(organisation, common) for common in (AUTHORITY_NAME, SEAL_NAME))
    authority = _certificate(authority_name, authority_name, authority_key, authority_key, now)
    seal = _certificate(seal_name, authority_name, seal_key, authority_key, now)
    return pkcs12.serialize_key_and_certificates(None, seal_key, seal, [authority], NoEncryption())


def write_once(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``, for its owner alone, unless a file is there already; never half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _link(draft, path)
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return  # another process was first: its file stands


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _name(organisation: str, common_name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:_ORGANISATION_LIMIT]),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    now: datetime,
) -> x509.Certificate:
    authority = subject == issuer
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEFORE)
        .not_valid_after(now + _AFTER)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=0 if authority else None), critical=True)
        .add_extension(_usage(authority=authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
        .sign(issuer_key, hashes.SHA256())
    )


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )
