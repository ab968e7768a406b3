"""How an organisation looks: one colour that can be read on white, the shades made from it, and a logo."""

import re
from dataclasses import dataclass

READABLE = 4.5
"""Least contrast of a text with its ground (WCAG 2.2, 1.4.3)."""
COMFORTABLE = 7.0
"""Contrast of the shade that dark screens show."""
LONGEST_ALT = 200
LIGHT_GROUND, DARK_GROUND = "#ffffff", "#231c2a"
"""The grounds of the head of pages, and of paper."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_STEPS = 100
_LINEAR_UP_TO = 0.04045  # of sRGB

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture kept under its SHA-256; ``alt`` says what it shows, empty where the name beside it says as much.

    ``width`` and ``height`` are in points of the picture.
    """

    sha256: str
    width: int
    height: int
    alt: str = ""


def is_colour(text: str) -> bool:
    """Whether a text is a colour as this room writes them: ``#rrggbb`` in lower case."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG counts it."""
    lighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(accent: str, ground: str = LIGHT_GROUND, least: float = READABLE) -> str:
    """The nearest shade of a colour that can be read on a ground: the colour itself where it can."""
    black, white = (0, 0, 0), (255, 255, 255)
    towards = black if contrast(_written(black), ground) > contrast(_written(white), ground) else white
    for step in range(_STEPS):
        shade = _mixed(_rgb(accent), towards, step / _STEPS)
        if contrast(shade, ground) >= least:
            return shade
    return _written(towards)


def colour_fault(text: str) -> str:
    """Why a colour cannot be that of an organisation, with a remedy; empty where it can."""
    if not is_colour(text):
        return "Choisissez une couleur, écrite comme #5a2a58."
    if contrast(text, LIGHT_GROUND) >= READABLE:
        return ""
    ratio = f"{contrast(text, LIGHT_GROUND):.1f}".replace(".", ",")
    return (
        f"Cette couleur se lit mal sur fond blanc\u00a0: son contraste est de {ratio}, il en faut 4,5. "
        f"La nuance la plus proche qui convient est {readable(text)}."
    )


def _rgb(colour: str) -> Rgb:
    code = int(colour[1:], 16)
    return code >> 16, code >> 8 & 255, code & 255


def _written(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)


def _mixed(rgb: Rgb, towards: Rgb, share: float) -> str:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(rgb, towards, strict=True))
    return _written((red, green, blue))


def _luminance(rgb: Rgb) -> float:
    red, green, blue = (_linear(value / 255) for value in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _LINEAR_UP_TO else float(((value + 0.055) / 1.055) ** 2.4)
