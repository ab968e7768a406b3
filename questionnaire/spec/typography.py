"""French typography of authored texts: no-break spaces and curly apostrophes, never asked of authors."""

import re

NO_BREAK_SPACE = "\u00a0"

_BEFORE = re.compile(r" (?=[:;?!%»€])")
_AFTER = re.compile(r"(?<=«) ")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def typeset(text: str) -> str:
    """``text`` with U+00A0 in place of the spaces that must not break, and ’ between letters.

    Spaces are never added: an address such as ``https://…`` or an hour such as ``14:32`` stays as it is.
    """
    text = _BEFORE.sub(NO_BREAK_SPACE, text)
    text = _AFTER.sub(NO_BREAK_SPACE, text)
    return _APOSTROPHE.sub("’", text)
