"""One-time codes of an authenticator application (RFC 6238), and recovery codes: told, read, compared; pure."""

from base64 import b32encode
from collections.abc import Callable
from datetime import datetime
from hmac import compare_digest, digest
from urllib.parse import quote, urlencode

STEP_SECONDS = 30
DIGITS = 6
DRIFT = 1
"""Steps by which the clock of a telephone may be wrong, either way."""

SECRET_BYTES = 20
"""As RFC 4226 recommends: the length of the SHA-1 that applications know."""

RECOVERY_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Signs that nobody takes for another on paper."""

_GROUPS, _GROUP = 3, 4


def step_at(now: datetime) -> int:
    """The number of the time step of a moment."""
    return int(now.timestamp()) // STEP_SECONDS


def code_of(secret: bytes, step: int) -> str:
    """The code of a time step."""
    mac = digest(secret, step.to_bytes(8, "big"), "sha1")
    at = mac[-1] & 0x0F
    number = int.from_bytes(mac[at : at + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def matching_step(secret: bytes, typed: str, now: datetime, last: int | None) -> int | None:
    """The time step of which this is the code, around now and later than ``last``, the last one used; else None."""
    digits = "".join(sign for sign in typed if sign in "0123456789")
    if len(digits) != DIGITS:
        return None
    here = step_at(now)
    for step in range(here - DRIFT, here + DRIFT + 1):
        if (last is None or step > last) and compare_digest(code_of(secret, step), digits):
            return step
    return None


def key_text(secret: bytes) -> str:
    """The secret as applications take it typed, in groups of four."""
    return grouped(b32encode(secret).decode())


def enrolment_link(secret: bytes, issuer: str, account: str) -> str:
    """The ``otpauth`` link that an application opens or reads from a QR code."""
    asked = {"secret": b32encode(secret).decode(), "issuer": issuer, "digits": DIGITS, "period": STEP_SECONDS}
    return f"otpauth://totp/{quote(issuer)}:{quote(account)}?{urlencode(asked, quote_via=quote)}"


def recovery_code(pick: Callable[[str], str]) -> str:
    """A recovery code as it is printed; ``pick`` draws one of several letters, each as likely: some 59 bits."""
    return grouped("".join(pick(RECOVERY_LETTERS) for _ in range(_GROUPS * _GROUP)), "-")


def plain_recovery(typed: str) -> str:
    """A recovery code as it is compared, however it was typed."""
    return "".join(sign for sign in typed.lower()[:100] if sign in RECOVERY_LETTERS)


def grouped(text: str, between: str = " ") -> str:
    """Signs in groups of four, to read and to type."""
    return between.join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))
