"""Logos: drawn anew on white, reduced, refused where they are none."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from questionnaire.files.logos import receive_logo
from questionnaire.files.refusals import NotAccepted


def picture(size=(300, 100), mode="RGBA", form="PNG", colour=(0, 0, 0, 0), **more):
    made = BytesIO()
    Image.new(mode, size, colour).save(made, form, **more)
    return BytesIO(made.getvalue())


def test_transparent_logo_is_laid_on_white_without_its_metadata():
    told = PngInfo()
    told.add_text("Author", "Ana")
    logo = receive_logo("logo.png", picture(pnginfo=told))
    with Image.open(BytesIO(logo.data)) as kept:
        assert (kept.mode, kept.size, kept.getpixel((1, 1)), kept.info) == ("RGB", (300, 100), (255, 255, 255), {})
    assert b"Ana" not in logo.data


def test_large_logo_is_reduced_and_a_jpeg_becomes_a_png():
    logo = receive_logo("logo.jpg", picture((3000, 1500), "RGB", "JPEG", (10, 20, 30)))
    assert (logo.width, logo.height, logo.data[:4]) == (600, 300, b"\x89PNG")


def test_same_picture_gives_the_same_file():
    assert receive_logo("a.png", picture()) == receive_logo("b.png", picture())


@pytest.mark.parametrize(
    "name, stream, code",
    [
        ("logo.png", picture((40, 40)), "image_too_small"),
        ("logo.svg", BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "type_not_accepted"),
        ("logo.pdf", BytesIO(b"%PDF-1.7"), "type_not_accepted"),
        ("logo.png", BytesIO(picture().getvalue()[:60]), "damaged"),
        ("logo.png", BytesIO(b""), "empty_file"),
        ("logo.png", BytesIO(b"\x89PNG\r\n\x1a\n" + b"x" * 2_100_000), "too_large"),
    ],
)
def test_what_is_no_logo_is_refused(name, stream, code):
    with pytest.raises(NotAccepted) as refused:
        receive_logo(name, stream)
    assert refused.value.code == code
