from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from questionnaire.files.images import MOST_PIXELS
from questionnaire.files.inspecting import Received, receive
from questionnaire.files.refusals import REFUSALS, NotAccepted
from questionnaire.spec.file_types import ACCEPTS, MEGABYTE, FileRules
from tests.files.making import HTML, MAINS, SECRET, SVG, bomb, jpeg, office, opendocument, pdf, png

ANY = FileRules(accept=tuple(ACCEPTS))


def received(name: str, data: bytes, rules: FileRules = ANY) -> Received:
    return receive(name, BytesIO(data), rules)


def refusal(name: str, data: bytes, rules: FileRules = ANY) -> str:
    with pytest.raises(NotAccepted) as caught:
        received(name, data, rules)
    return caught.value.code


SOUND = {
    "plan.pdf": (pdf(), "application/pdf"),
    "photo.JPEG": (jpeg(), "image/jpeg"),
    "dessin.png": (png(), "image/png"),
    "lettre.docx": (office("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "tableau.xlsx": (office("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "vues.pptx": (office("pptx"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "lettre.odt": (opendocument("text"), "application/vnd.oasis.opendocument.text"),
    "tableau.ods": (opendocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    "vues.odp": (opendocument("presentation"), "application/vnd.oasis.opendocument.presentation"),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_file_is_told_by_its_content(name):
    data, media_type = SOUND[name]
    ref = received(name, data).ref
    assert (ref.media_type, ref.name.lower()) == (media_type, name.lower())


@pytest.mark.parametrize("name", SOUND)
def test_reference_is_that_of_what_is_kept(name):
    kept = received(name, SOUND[name][0])
    assert (kept.ref.sha256, kept.ref.size) == (sha256(kept.data).hexdigest(), len(kept.data))


@pytest.mark.parametrize("name", [name for name in SOUND if not name.endswith(("JPEG", "png"))])
def test_what_is_no_image_is_kept_byte_for_byte(name):
    assert received(name, SOUND[name][0]).data == SOUND[name][0]


def test_name_without_ending_gets_the_true_one():
    assert received("plan", pdf()).ref.name == "plan.pdf"


@pytest.mark.parametrize(
    "name, data",
    [
        ("photo.jpg", pdf()),
        ("plan.pdf", jpeg()),
        ("plan.pdf.exe", pdf()),
        ("page.html", pdf()),
        ("lettre.docm", office("docx")),
        ("lettre.odt", office("docx")),
    ],
)
def test_name_that_lies_is_refused(name, data):
    assert refusal(name, data) == "lying_name"


def test_message_tells_what_the_file_is():
    with pytest.raises(NotAccepted, match="finit par «\u00a0\\.pdf\u00a0», mais son contenu est d’un autre type"):
        received("plan.pdf", jpeg())


@pytest.mark.parametrize("data", [SVG, HTML, b"MZ\x90", b"#!/bin/sh\n", b"bonjour", b"\xff\xfe<\x00s\x00", b"%!PS"])
@pytest.mark.parametrize("name", ["plan.pdf", "photo.png", "x.svg"])
def test_what_no_question_takes_is_refused(name, data):
    assert refusal(name, data) == "type_not_accepted"


@pytest.mark.parametrize(
    "data", [b"GIF89a", b"RIFF____WEBPVP8 ", b"\0\0\0\x18ftypheic", b"II*\x00", b"\xd0\xcf\x11\xe0\xa1\xb1", b"{\\rtf1"]
)
def test_common_other_types_are_told_how_to_come_in(data):
    assert refusal("x", data) == "convert_first"


def test_type_that_this_question_does_not_take_is_refused():
    assert refusal("plan.pdf", pdf(), FileRules(accept=("image",))) == "type_not_accepted"


def test_empty_file_is_refused():
    assert refusal("plan.pdf", b"") == "empty_file"


class Endless:
    """A stream that never ends, and remembers how much of it was read."""

    read_bytes = 0

    def read(self, size: int) -> bytes:
        self.read_bytes += size
        return b"%" * size


def test_too_large_a_file_is_read_no_further_than_needed():
    stream = Endless()
    with pytest.raises(NotAccepted) as caught:
        receive("x.pdf", stream, FileRules(max_size=1))  # type: ignore[arg-type]  # a stream of the test
    assert (caught.value.code, stream.read_bytes) == ("too_large", MEGABYTE + 1)


@pytest.mark.parametrize(
    "data",
    [
        pdf()[:-20],
        pdf() + b"PK\x03\x04more",
        pdf() + HTML,
        pdf().replace(b"startxref\n", b"startxref\n9"),
        pdf().replace(b"%PDF-1.7", b"%PDF-9.9"),
        b"%PDF-1.7\n%%EOF",
        b"%PDF-",
    ],
)
def test_broken_or_double_pdf_is_refused(data):
    assert refusal("plan.pdf", data) == "damaged"


def test_pdf_behind_a_page_is_a_page():
    assert refusal("plan.pdf", HTML + pdf()) == "type_not_accepted"


@pytest.mark.parametrize("data", [jpeg(), jpeg() + SECRET, png() + SECRET, png("P"), png("LA")])
def test_nothing_but_the_picture_comes_through(data):
    kept = received("photo", data).data
    with Image.open(BytesIO(kept)) as image:
        assert (SECRET in kept, b"Exif" in kept, dict(image.getexif()), image.info.get("Author")) == (
            False,
            False,
            {},
            None,
        )


def test_photograph_stands_upright():
    kept = received("photo.jpg", jpeg((40, 20), turned=True)).data
    with Image.open(BytesIO(kept)) as image:
        assert image.size == (20, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_a_drawing_is_kept(mode):
    with Image.open(BytesIO(received("x.png", png(mode)).data)) as image:
        assert image.size == (8, 4)


def test_printer_s_photograph_becomes_one_for_screens():
    kept = BytesIO()
    Image.new("CMYK", (4, 4)).save(kept, "JPEG")
    with Image.open(BytesIO(received("x.jpg", kept.getvalue()).data)) as image:
        assert image.mode == "RGB"


@pytest.mark.parametrize("side", [60_000, 7_000, int(MOST_PIXELS**0.5) + 1])
def test_bomb_is_refused_from_its_head(side):
    assert refusal("x.png", bomb(side)) == "image_too_large"


@pytest.mark.parametrize("data", [jpeg()[:100], png()[:40], b"\xff\xd8\xff" + SVG, b"\x89PNG\r\n\x1a\n" + HTML])
def test_broken_image_is_refused(data):
    assert refusal("x", data) == "damaged"


@pytest.mark.parametrize(
    "data",
    [
        office("docm"),
        office("xlsm"),
        office("docx", "word/vbaProject.bin"),
        office("xlsx", "xl/macrosheets/sheet1.xml"),
        office("docx", "word/activeX/activeX1.xml"),
        office("docx", "word/embeddings/oleObject1.bin"),
        opendocument("text", "Basic/Standard/Module1.xml"),
        opendocument("text", "Scripts/python/x.py"),
    ],
)
def test_what_runs_is_refused(data):
    assert refusal("x", data) == "macros"


def test_template_and_plain_archive_are_no_documents():
    plain = BytesIO()
    with ZipFile(plain, "w") as archive:
        archive.writestr("x.txt", "x")
    found = [refusal("x", data) for data in (office("dotx"), plain.getvalue())]
    assert found == ["type_not_accepted", "type_not_accepted"]


@pytest.mark.parametrize("data", [office("docx")[:-30], office("docx") + SECRET, b"PK\x03\x04" + SECRET * 3])
def test_broken_archive_is_refused(data):
    assert refusal("x.docx", data) == "damaged"


def test_locked_archive_is_refused():
    data = bytearray(office("docx"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal("x.docx", bytes(data)) == "locked"


def test_archive_that_swells_is_refused():
    data = bytearray(office("docx"))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = b"\xff\xff\xff\x7f"
    assert refusal("x.docx", bytes(data)) == "damaged"


HEADS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", *map(str.encode, MAINS)]
)


def is_told(data: bytes) -> bool:
    """Whether a file is taken, or refused with a sentence of the table."""
    try:
        received("x", data)
    except NotAccepted as error:
        return error.code in REFUSALS
    return True


@given(HEADS, st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused_with_a_sentence(head, rest):
    assert is_told(head + rest)


@given(st.sampled_from([pdf(), jpeg(), png(), office("docx")]), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_spoiled_files_are_taken_or_refused_with_a_sentence(data, place, junk):
    assert is_told(data[:place] + junk + data[place + len(junk) :])
