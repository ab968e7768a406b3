"""A stamp has the size of its box, all its words, and fonts of its own."""

from io import BytesIO

import pytest
from pikepdf import Pdf

from questionnaire.documents import BOX_HEIGHT, BOX_WIDTH, DrawingError, draw_stamp
from tests.pdf_validation import text_of

LINES = (
    "Amina Haddad",
    "Signature le 09/11/2026 à 11:20",
    "Nom saisi, code par courriel",
    "Journal 9f2c41d8",
)


def test_stamp_is_one_page_of_the_size_asked():
    with Pdf.open(BytesIO(draw_stamp(LINES, BOX_WIDTH, BOX_HEIGHT))) as pdf:
        assert [list(map(float, page.mediabox)) for page in pdf.pages] == [[0, 0, BOX_WIDTH, BOX_HEIGHT]]


def test_every_font_of_a_stamp_is_embedded():
    with Pdf.open(BytesIO(draw_stamp(LINES, BOX_WIDTH, BOX_HEIGHT))) as pdf:
        fonts = pdf.pages[0].obj.Resources.Font
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())


def test_stamp_says_its_lines():
    said = text_of(draw_stamp(LINES, BOX_WIDTH, BOX_HEIGHT), "-raw").strip()
    assert said.splitlines() == list(LINES)


def test_long_lines_are_made_to_fit():
    name = "Marie-Charlotte de la Très-Longue-Maison " * 4
    assert "".join(text_of(draw_stamp([name], 120, 40), "-raw").split()) == "".join(name.split())


def test_same_lines_give_same_bytes():
    assert draw_stamp(LINES, 270, 60) == draw_stamp(LINES, 270, 60)


def test_stamp_without_lines_is_empty():
    assert text_of(draw_stamp([], 100, 50)).strip() == ""


@pytest.mark.parametrize("size", [(270.5, 60), (270, 60.2), (0, 60), (270, -1)])
def test_sizes_that_no_box_has_are_refused(size):
    with pytest.raises(DrawingError, match="points entiers"):
        draw_stamp(LINES, *size)
