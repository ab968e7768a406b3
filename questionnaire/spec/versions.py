"""Names of versions and their natural order: 2026-2 comes before 2026-10."""

import re

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,31}")
_PART = re.compile(r"\d+|\D+")


def is_version(name: str) -> bool:
    """Whether ``name`` may name a version: letters, digits, ``.``, ``_`` and ``-``."""
    return _VERSION.fullmatch(name) is not None


def natural(version: str) -> tuple[tuple[bool, int, str], ...]:
    """A key by which versions sort as people read them; numbers come before words."""
    return tuple((False, int(part), "") if part.isdecimal() else (True, 0, part) for part in _PART.findall(version))
