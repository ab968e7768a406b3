"""From any text to runs that a font can draw: dangerous characters dropped, missing ones shown as a sign."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from questionnaire.documents.arabic import join
from questionnaire.documents.faces import SUBSTITUTE, Face, Weight, face_for, plain_face

_REPLACED = {
    0x202F: "\u00a0",  # narrow no-break space: in no font of ours
    0x2007: "\u00a0",
    0x2011: "-",
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
    0x85: "\n",
    0x09: " ",
}
_SPACES = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_DROPPED = {"Cc", "Cf"}  # controls; soft hyphens, joiners and other marks without a shape
_VARIANTS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
_WITHOUT_MEANING = {"Co", "Cs", "Cn"}  # private use, lone surrogates, unassigned: nothing to give back


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Where a piece of text leads: ``target`` in ASCII with its scheme, ``said`` in words. Each is like no other."""

    target: str
    said: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face. ``meant`` is the text that a substitute stands for, given back to readers."""

    text: str
    face: Face
    meant: str | None = None
    link: Link | None = None


def clean(text: str) -> str:
    """The text with only what can be drawn: composed, no control characters, two kinds of spaces."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _SPACES.sub(" ", _VARIANTS.sub("", text.translate(_REPLACED)))
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _DROPPED)


def runs(text: str, weight: Weight) -> tuple[Run, ...]:
    """Cleaned text without line ends, Arabic letters joined, cut where the face changes.

    Never asks a face for a glyph that it has not. Right-to-left text stays in reading order.
    """
    plain = plain_face(weight)
    if all(map(plain.has, text)):
        return (Run(text, plain),) if text else ()
    return tuple(_cut(text, weight))


def _cut(text: str, weight: Weight) -> Iterator[Run]:
    for face, characters in groupby(join(text), key=lambda character: face_for(character, weight)):
        part = "".join(characters)
        if face is None:
            yield from (_substitute(character, weight) for character in part)
        else:
            yield Run(part, face)


def _substitute(character: str, weight: Weight) -> Run:
    face = face_for(SUBSTITUTE, weight)
    assert face is not None, "the fallback font has lost its replacement sign"  # noqa: S101 - shipped with us
    lost = unicodedata.category(character) in _WITHOUT_MEANING
    return Run(SUBSTITUTE, face, SUBSTITUTE if lost else character)
