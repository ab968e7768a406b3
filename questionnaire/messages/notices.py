"""Notices of letters that come back, as mail servers write them (RFC 3464): read from any bytes, believed when sure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from enum import StrEnum
from itertools import islice

MOST_PARTS = 50
_NUMBER = re.compile(r"(?<![A-Za-z0-9])([a-z2-7]{20})@")
_MESSAGE_ID = re.compile(r"^[> \t]*Message-ID:\s*(<[^<>\s]{1,200}>)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.])([45]\d\d)(?=[ -])")
_PLAIN_FAILURE = re.compile(r"(?<![\d.])(?:5\d\d[ -]+|#)(5\.\d{1,3}\.\d{1,3})(?![\d.])")
_DAEMON = re.compile(r"\b(?:mailer-daemon|postmaster)@", re.IGNORECASE)
_ADDRESSED = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "In-Reply-To", "References")
_VAGUE = frozenset({"5.0.0", "5.5.0"})
_NOBODY = frozenset({"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
"""The address itself is wrong, or nobody's any more."""
_FULL = frozenset({"5.2.2"})


class Failing(StrEnum):
    """Why a letter came back: nobody at this address, not wanted there, or not for now."""

    UNKNOWN = "unknown"
    REFUSED = "refused"
    LATER = "later"

    @property
    def label(self) -> str:
        """What it is called on screens."""
        return _LABELS[self]


_LABELS = {
    Failing.UNKNOWN: "adresse inconnue",
    Failing.REFUSED: "message refusé par la messagerie de cette personne",
    Failing.LATER: "boîte pleine ou messagerie injoignable",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice tells: of which letter (its number), why, under which code of RFC 3463 (« 5.1.1 »).

    ``failing`` is None while the server still tries, or where the letter has arrived.
    """

    number: str
    failing: Failing | None
    status: str

    @property
    def reason(self) -> str:
        """Why the letter came back, in words, with the code for whoever must look further; empty where it has not."""
        if self.failing is None:
            return ""
        return f"{self.failing.label} ({self.status})" if self.status else self.failing.label


def read_notice(raw: bytes) -> Notice | None:
    """The notice in the bytes of a mail; None for any other mail, and for what is not sure.

    So it is for one that cannot be read, and for one that names no letter or several.
    """
    try:
        mail = message_from_bytes(raw)
        parts = tuple(islice(mail.walk(), MOST_PARTS))
        found = _reported(mail, parts) if any(map(_is_report, parts)) else _in_plain_words(mail, parts)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # the library meets mails that nobody should have written
    if found is None:
        return None
    numbers, failing, status = found
    return Notice(numbers[0], failing, status) if len(numbers) == 1 else None


_Found = tuple[tuple[str, ...], Failing | None, str]


def _is_report(part: Message) -> bool:
    return part.get_content_type() == "message/delivery-status"


def _reported(mail: Message, parts: Iterable[Message]) -> _Found:
    numbers = _distinct([*_addressed(mail), *_returned(parts)])
    failed = next((group for group in _groups(parts) if _said(group, "Action").lower() == "failed"), None)
    if failed is None:
        return numbers, None, ""
    return (numbers, *_judged(_said(failed, "Status"), _said(failed, "Diagnostic-Code")))


def _in_plain_words(mail: Message, parts: Iterable[Message]) -> _Found | None:
    """A notice of before RFC 3464, as some providers still write: a refusal for good, of one reason."""
    if not _DAEMON.search(_said(mail, "From")):
        return None
    text = "\n".join(_text(part) for part in parts if part.get_content_type() == "text/plain")
    numbers = _distinct([*_addressed(mail), *_numbers(_MESSAGE_ID.findall(text))])
    codes = set(_PLAIN_FAILURE.findall(text))
    return (numbers, *_judged(codes.pop(), "")) if len(codes) == 1 else None


def _judged(status: str, diagnostic: str) -> tuple[Failing, str]:
    codes = [match[0] for text in (status, diagnostic) if (match := _STATUS.search(text))]
    precise = [code for code in codes if code not in _VAGUE]
    reply = _REPLY.search(diagnostic)
    code = next(iter((*precise, *codes, *([reply[0]] if reply else ()))), "")
    if code.startswith("4") or code in _FULL:
        return Failing.LATER, code
    return (Failing.UNKNOWN if code in _NOBODY else Failing.REFUSED), code


def _groups(parts: Iterable[Message]) -> Iterator[Message]:
    """What reports say of each address."""
    for part in parts:
        payload = part.get_payload()
        if _is_report(part) and isinstance(payload, list):
            yield from (group for group in payload if isinstance(group, Message))


def _addressed(mail: Message) -> Iterator[str]:
    """Numbers in the address that the notice came to, and in what it answers."""
    return _numbers(_said(mail, name) for name in _ADDRESSED)


def _returned(parts: Iterable[Message]) -> Iterator[str]:
    """The numbers of the letters that a notice brings back, whole or by their headers."""
    for part in parts:
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(payload, list):
            yield from _numbers(_said(each, "Message-ID") for each in payload if isinstance(each, Message))
        elif part.get_content_type() == "text/rfc822-headers":
            yield from _numbers(_MESSAGE_ID.findall(_text(part)))


def _numbers(texts: Iterable[str]) -> Iterator[str]:
    return (number for text in texts for number in _NUMBER.findall(text))


def _distinct(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(numbers))


def _said(part: Message, name: str) -> str:
    return str(part.get(name, "")).strip()


def _text(part: Message) -> str:
    """The words of a part; codes and headers are in ASCII, whatever the rest is."""
    payload = part.get_payload(decode=True)
    return payload.decode("latin-1") if isinstance(payload, bytes) else ""
