"""Hash chains: each link covers the one before, so that a change, a gap or a swap shows.

A link holds a salted digest, not the content: once content and salt are erased, nothing can be guessed from
what is left, and the chain still verifies. A chain cut short verifies too: compare its last hash with one
published elsewhere.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

GENESIS = "0" * 64
"""What the first link has for previous hash."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link; hashes and salt are 64 hexadecimal digits. ``salt`` and ``content`` are None once erased."""

    sequence: int
    digest: str
    previous: str
    hash: str
    salt: str | None
    content: str | None


def canonical_json(value: object) -> str:
    """The one way to write a value, so that equal values have equal digests."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def salted_digest(salt: str, content: str) -> str:
    """SHA-256 of the salt's 32 bytes, then of the content in UTF-8."""
    return sha256(bytes.fromhex(salt) + content.encode()).hexdigest()


def chain(previous: str, digest: str) -> str:
    """SHA-256 of the previous link's hash and of this link's digest, as bytes."""
    return sha256(bytes.fromhex(previous) + bytes.fromhex(digest)).hexdigest()


def append(sequence: int, previous: str, salt: str, content: str) -> Link:
    """The link that follows ``previous``."""
    digest = salted_digest(salt, content)
    return Link(sequence, digest, previous, chain(previous, digest), salt, content)


def verify_chain(links: Iterable[Link]) -> int | None:
    """The first sequence number at which the chain is broken; None when it holds."""
    previous = GENESIS
    for sequence, link in enumerate(links, start=1):
        if link.sequence != sequence or link.previous != previous or not _holds(link):
            return sequence
        previous = link.hash
    return None


def _holds(link: Link) -> bool:
    if link.hash != chain(link.previous, link.digest):
        return False
    if link.salt is None:
        return True
    return link.content is not None and salted_digest(link.salt, link.content) == link.digest
