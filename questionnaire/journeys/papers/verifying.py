"""Verifying a PDF with the certificates that this installation trusts."""

from collections.abc import Iterable
from pathlib import Path

from questionnaire.config import Settings
from questionnaire.proof.identity import read_identity
from questionnaire.proof.report import Report, unknown
from questionnaire.proof.verification import verify

NOBODY_TRUSTED = "Aucun certificat de confiance\u00a0: donnez-en un, ou le dossier DATA_DIR de l’installation."


def trusted(settings: Settings, files: Iterable[Path]) -> tuple[bytes, ...]:
    """The certificates to trust: those of ``files``, else this installation's own seal, if it has one.

    A seal that expired since still vouches for what it closed in its time.
    """
    given = tuple(path.read_bytes() for path in files)
    if given or not settings.seal_file.exists():
        return given
    return (read_identity(settings.seal_file, settings.seal_passphrase.encode() or None).certificate_pem,)


def verify_file(pdf: bytes, trust: tuple[bytes, ...]) -> Report:
    """What a PDF proves; nothing, when nobody is trusted."""
    return verify(pdf, trust) if trust else unknown(NOBODY_TRUSTED)
