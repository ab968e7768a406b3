"""Encryption of what is stored: texts sealed under the first of several keys, bound to their place, read with any."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from questionnaire.environment import Environment
from questionnaire.storage.errors import StorageError

KEY_BYTES = 32
MARK = "enc1:"
"""How a sealed text begins: no JSON text does. Then the name of the key, a colon, and nonce and ciphertext."""
_NONCE_BYTES = 12
_NAME_LETTERS = 16


class BadKey(StorageError):
    """A key that is not 32 bytes in base64."""


class KeyMissing(StorageError):
    """A stored text was sealed under a key that is not given any more."""


class SealBroken(StorageError):
    """A stored text was changed, or moved from another place."""


class Cipher:
    """AES-256-GCM. The first key seals, all of them open; without any, texts are stored as they are.

    A text is bound to its ``place``, the names of where it is kept: moved elsewhere, it does not open. Nonces are
    drawn at random: renew a key well before it has sealed four thousand million texts.
    """

    def __init__(self, keys: Iterable[bytes] = ()) -> None:
        named = {name_of(key): AESGCM(key) for key in keys}
        self._keys = named
        self.first = next(iter(named), "")

    def __bool__(self) -> bool:
        """Whether there is a key to seal with."""
        return bool(self.first)

    def seal(self, text: str, *place: str) -> str:
        """What is stored of a text; the text itself where there is no key."""
        if not self.first:
            return text
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = nonce + self._keys[self.first].encrypt(nonce, text.encode(), _bound(place))
        return f"{MARK}{self.first}:{urlsafe_b64encode(sealed).decode()}"

    def open(self, stored: str, *place: str) -> str:
        """The text of what is stored, sealed or not. Raises KeyMissing or SealBroken."""
        if not is_sealed(stored):
            return stored
        name, _, content = stored.removeprefix(MARK).partition(":")
        key = self._keys.get(name)
        if key is None:
            raise KeyMissing(
                f"Des réponses sont chiffrées avec la clé {name}, qui n’est plus dans ANSWERS_KEYS\u00a0: "
                "remettez-la après la première."
            )
        try:
            sealed = urlsafe_b64decode(content)
            return key.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound(place)).decode()
        except (InvalidTag, ValueError) as error:
            raise SealBroken("Une réponse chiffrée a été modifiée dans la base de données.") from error

    def is_current(self, stored: str) -> bool:
        """Whether a stored text is as this cipher would store it today: under its first key."""
        return stored.startswith(f"{MARK}{self.first}:") if self.first else not is_sealed(stored)


def is_sealed(stored: str) -> bool:
    """Whether a stored text is sealed, by its beginning."""
    return stored.startswith(MARK)


def read_keys(asked: Environment) -> tuple[bytes, ...]:
    """The keys of the setting ANSWERS_KEYS, in their order; faults go to ``asked``."""
    keys = []
    for place, written in enumerate(asked.text("ANSWERS_KEYS").replace(",", " ").split(), start=1):
        try:
            keys.append(read_key(written))
        except BadKey as error:
            asked.refuse("ANSWERS_KEYS", f"clé {place}\u00a0: {error}")
    return tuple(keys)


def name_of(key: bytes) -> str:
    """What a key is called beside what it sealed: the beginning of its SHA-256, which tells nothing of the key."""
    return sha256(key).hexdigest()[:_NAME_LETTERS]


def new_key() -> str:
    """A key at random, as it is written in settings."""
    return urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def read_key(written: str) -> bytes:
    """A key as it is written: 32 bytes in base64, of either alphabet. Raises BadKey."""
    try:
        key = urlsafe_b64decode(written.translate(str.maketrans("+/", "-_")))
    except ValueError as error:
        raise BadKey("une clé est faite de 32 octets en base64.") from error
    if len(key) != KEY_BYTES:
        raise BadKey(f"une clé est faite de {KEY_BYTES} octets en base64\u00a0; celle-ci en a {len(key)}.")
    return key


def _bound(place: tuple[str, ...]) -> bytes:
    """The place as bytes; lengths first, for two places never to read the same."""
    return b"".join(f"{len(name)}:{name}".encode() for name in place)
