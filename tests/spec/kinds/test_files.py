import pytest

from questionnaire.spec.file_types import FileRules, listed, size_text
from questionnaire.spec.values import FileRef, Files, Unreadable
from tests.spec.kinds.asking import LABELS, asked

PLAN = FileRef("a" * 64, "plan de salle.pdf", 1_300_000, "application/pdf")
PHOTO = FileRef("b" * 64, "photo.jpg", 4096, "image/jpeg")
WRITTEN = [
    "sha256:" + "a" * 64 + " 1300000 application/pdf plan de salle.pdf",
    "sha256:" + "b" * 64 + " 4096 image/jpeg photo.jpg",
]
QUESTION = asked("file", files=FileRules(most=2))
KIND = QUESTION.kind


def test_files_are_written_as_lines_of_text():
    assert KIND.write(Files((PLAN, PHOTO))) == WRITTEN
    assert KIND.from_json(WRITTEN, QUESTION) == Files((PLAN, PHOTO))


def test_same_content_twice_is_one_file():
    again = WRITTEN[0].replace("plan", "copie")
    assert KIND.read([WRITTEN[0], again], QUESTION) == KIND.read([again], QUESTION)


def test_people_read_names_types_and_sizes():
    assert KIND.show(Files((PLAN, PHOTO)), QUESTION, LABELS) == (
        "plan de salle.pdf (PDF, 1,2\u00a0Mo)",
        "photo.jpg (image JPEG, 4\u00a0ko)",
    )


def test_rules_see_names():
    assert KIND.atom(Files((PLAN, PHOTO))) == "plan de salle.pdf, photo.jpg"


@pytest.mark.parametrize(
    "text",
    [
        "plan.pdf",
        "sha256:abc 12 application/pdf plan.pdf",
        WRITTEN[0].replace("1300000", "0"),
        WRITTEN[0].replace("1300000", "-5"),
        WRITTEN[0].replace("application/pdf", "image/svg+xml"),
        WRITTEN[0].replace("application/pdf", "text/html"),
        WRITTEN[0].replace("plan de salle", "x" * 120),
        WRITTEN[0].replace("a", "A", 4),
    ],
)
def test_other_texts_are_no_files(text):
    answer = KIND.read([WRITTEN[1], text], QUESTION)
    assert isinstance(answer, Unreadable)
    assert answer.code == "not_a_file"


def test_more_files_than_the_form_takes_are_refused():
    third = WRITTEN[1].replace("b", "c")
    answer = KIND.from_json([*WRITTEN, third], QUESTION)
    assert isinstance(answer, Unreadable)
    assert answer.message == "Gardez 2 fichiers au plus."


@pytest.mark.parametrize(
    "size, said",
    [(1, "1 octet"), (800, "800 octets"), (1024, "1 ko"), (1024 * 1023, "1023 ko"), (1024 * 1024, "1,0 Mo")],
)
def test_sizes_are_said_as_people_read_them(size, said):
    assert size_text(size).replace("\u00a0", " ") == said


def test_types_are_said_together():
    assert [listed(FileRules(accept=words).types) for words in (("pdf",), ("pdf", "image"))] == [
        "PDF",
        "PDF, image JPEG ou image PNG",
    ]
