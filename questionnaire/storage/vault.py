"""Secrets of accounts in a form that the database alone does not open: sealed, or as keyed digests."""

from hmac import digest

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from questionnaire.storage.cipher import KEY_BYTES, Cipher, KeyMissing, SealBroken, is_sealed


class Vault:
    """``secret`` is that of the installation: with another one, nothing sealed before opens any more.

    A ``place`` names what is kept and for whom: what was sealed for one account does not open for another.
    """

    def __init__(self, secret: str) -> None:
        self._cipher = Cipher([_derived(secret, "seal")])
        self._key = _derived(secret, "digest")

    def seal(self, secret: str, *place: str) -> str:
        """What may be stored of a secret."""
        return self._cipher.seal(secret, *place)

    def open(self, sealed: str, *place: str) -> str | None:
        """The secret; None where it was changed, or sealed for another place or with another secret."""
        if not is_sealed(sealed):
            return None
        try:
            return self._cipher.open(sealed, *place)
        except (KeyMissing, SealBroken):
            return None

    def digest(self, text: str, *place: str) -> str:
        """A digest by which a text is known again: 64 hexadecimal digits."""
        return digest(self._key, "\0".join((*place, text)).encode(), "sha256").hex()


def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"vault/{purpose}".encode()).derive(secret.encode())
