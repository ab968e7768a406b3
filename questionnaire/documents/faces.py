"""The fonts carried by every document: which characters each has, how wide, and who replaces whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

Weight = Literal["regular", "medium", "bold"]
FALLBACK = "DejaVuSans"
"""Draws what Atkinson Hyperlegible Next has not: Greek, Cyrillic, Arabic, arrows, signs."""
SUBSTITUTE = "\ufffd"
"""Drawn for a character that no font has: a question mark in a diamond. Only the fallback has it."""

_FOLDER = Path(__file__).parent / "fonts"
_FILES: dict[Weight, str] = {
    "regular": "AtkinsonHyperlegibleNext-Regular",
    "medium": "AtkinsonHyperlegibleNext-Medium",
    "bold": "AtkinsonHyperlegibleNext-Bold",
}


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, known to ReportLab as ``name``. ``widths``: thousandths of the size, by code point."""

    name: str
    widths: Mapping[int, float]

    def has(self, character: str) -> bool:
        return ord(character) in self.widths

    def measure(self, text: str, size: float) -> float:
        """Width of ``text`` in points; every character must be one that the face has."""
        widths = self.widths
        return sum(widths[ord(character)] for character in text) * size / 1000


def face_for(character: str, weight: Weight) -> Face | None:
    """The font that draws this character, or None when there is none."""
    face = _load(_FILES[weight])
    if face.has(character):
        return face
    fallback = _load(FALLBACK)
    return fallback if fallback.has(character) else None


def plain_face(weight: Weight) -> Face:
    """The face of this weight when nothing is missing."""
    return _load(_FILES[weight])


@cache
def _load(name: str) -> Face:
    # Glyph by glyph, ASCII not reserved: unused codes would enter the map back to text as U+0000.
    font = TTFont(name, str(_FOLDER / f"{name}.ttf"), asciiReadable=0)
    registerFont(font)
    return Face(name, {code: font.face.charWidths[code] for code in font.face.charToGlyph if code})
