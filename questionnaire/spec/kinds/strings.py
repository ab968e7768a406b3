"""Posted strings made safe to keep, to compare and to print."""

import re
import unicodedata
from collections.abc import Sequence

_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_UNKEPT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What databases, XML or fonts refuse: control characters, halves of characters, non-characters."""
_INVISIBLE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
"""White space, and what is invisible too: around a text it says nothing, alone it is no answer."""


def cleaned(text: str) -> str:
    """``text`` in Unicode's NFC, lines ended by LF, tabs as spaces, nothing invisible at its ends."""
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNKEPT.sub("", text)).strip(_INVISIBLE)


def on_one_line(text: str) -> str:
    """A cleaned ``text`` with its lines joined by spaces."""
    return " ".join(line for line in (line.strip(_INVISIBLE) for line in text.split("\n")) if line)


def given(raw: Sequence[str]) -> list[str]:
    """The posted strings, cleaned, without blanks nor repetitions."""
    return list(dict.fromkeys(text for text in map(cleaned, raw) if text))
