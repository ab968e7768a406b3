"""Colours, sizes and measures of paper, as decided for the whole product; lengths in points."""

from dataclasses import dataclass

from questionnaire.documents.faces import Weight

Colour = tuple[float, float, float]


def _rgb(code: int) -> Colour:
    return (code >> 16) / 255, (code >> 8 & 255) / 255, (code & 255) / 255


def rgb(colour: str) -> Colour:
    """A colour written ``#rrggbb``."""
    return _rgb(int(colour.removeprefix("#"), 16))


INK = _rgb(0x241A2C)
INK_2 = _rgb(0x51455A)
HAIR = _rgb(0xE2D7C7)
LINE = _rgb(0x857769)
BRAND = _rgb(0x5A2A58)
BRAND_TINT = _rgb(0xF5EBF3)
PRO = _rgb(0x124F73)
USAGER = _rgb(0x84390B)
WHEEL_BAND = _rgb(0xFAF5EC)
ATTENTION = _rgb(0x694600)
ORNAMENT = _rgb(0xE9D9E6)
ORNAMENT_PALE = _rgb(0xF1E4EE)
WHITE = _rgb(0xFFFFFF)

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
MARGIN = 56.7  # sides, 20 mm
TOP = 48.2  # 17 mm
BOTTOM = 70.9  # 25 mm
HAIRLINE = 0.75
STRONG_LINE = 1.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks: size and leading in points."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: Colour = INK


BODY = Style(11, 16.5)
ANSWER = Style(11, 16.5, "medium")
LABEL = Style(11, 16.5, "regular", INK_2)
QUESTION = Style(11.25, 16.5, "bold")
LEAD = Style(12.5, 19)
MENTION = Style(11, 16.5, "bold", ATTENTION)
TICK = Style(11, 16.5, "medium")
NOTE = Style(10.5, 15.5, "regular", INK_2)
KICKER = Style(11.5, 17, "bold", BRAND)
TITLE = Style(25, 29, "bold")
SECTION = Style(14.5, 19, "bold")
SUBSECTION = Style(12, 17, "bold")
HEAD_NAME = Style(11, 14, "bold")
HEAD_DETAIL = Style(9.5, 12.5, "regular", INK_2)
FOOT = Style(9, 12.5, "regular", INK_2)
FOOT_PAGE = Style(9, 12.5, "bold")
