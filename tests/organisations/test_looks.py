import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.organisations.looks import (
    DARK_GROUND,
    LIGHT_GROUND,
    READABLE,
    colour_fault,
    contrast,
    is_colour,
    readable,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#5a2a58", "#5a2a58", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert round(contrast(one, other), 2) == expected
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize("text", ["", "red", "#abc", "#5A2A58", "#5a2a5g", "#5a2a58;}", "5a2a58", "#5a2a58\n"])
def test_anything_but_a_plain_colour_is_refused(text):
    assert (is_colour(text), colour_fault(text)) == (False, "Choisissez une couleur, écrite comme #5a2a58.")


def test_colour_that_reads_badly_is_refused_with_the_nearest_one_that_reads():
    assert colour_fault("#ffcc00") == (
        "Cette couleur se lit mal sur fond blanc\u00a0: son contraste est de 1,5, il en faut 4,5. "
        "La nuance la plus proche qui convient est #8f7200."
    )
    assert colour_fault("#8f7200") == ""


@given(COLOURS, st.sampled_from([LIGHT_GROUND, DARK_GROUND]))
def test_every_colour_has_a_shade_that_reads_and_one_that_reads_stays(colour, ground):
    shade = readable(colour, ground)
    assert contrast(shade, ground) >= READABLE
    if contrast(colour, ground) >= READABLE:
        assert shade == colour
