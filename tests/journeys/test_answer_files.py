"""Files named by their paths in a file of answers."""

from hashlib import sha256

import pytest

from questionnaire.journeys.drafting.answer_files import with_files
from questionnaire.spec import load
from tests.files.making import jpeg, pdf

FORM = load("tests/specs/file.yaml")
PLAN = pdf()
NAMED = f"sha256:{sha256(PLAN).hexdigest()} {len(PLAN)} application/pdf plan.pdf"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.pdf").write_bytes(PLAN)
    (tmp_path / "photo.jpg").write_bytes(jpeg())
    (tmp_path / "faux.pdf").write_bytes(jpeg())
    return tmp_path


@pytest.mark.parametrize("given", ["plan.pdf", ["plan.pdf"], [NAMED], NAMED])
def test_path_becomes_what_names_the_file(folder, given):
    assert with_files(FORM, {"plan": given}, folder) == ({"plan": [NAMED]}, ())


def test_files_of_items_are_read_too(folder):
    sheet, problems = with_files(FORM, {"lieu": [{"l_nom": "Hall", "l_photo": "photo.jpg"}]}, folder)
    ((photo,),) = [item["l_photo"] for item in sheet["lieu"]]
    assert (photo.endswith(" image/jpeg photo.jpg"), problems) == (True, ())


@pytest.mark.parametrize(
    "sheet, expected",
    [
        ({"plan": "faux.pdf"}, [("plan", "lying_name")]),
        ({"plan": ["plan.pdf", "absent.pdf"]}, [("plan", "unreadable_file")]),
        ({"plan": "."}, [("plan", "unreadable_file")]),
        ({"plan": "a\x00b"}, [("plan", "unreadable_file")]),
        ({"lieu": [{"_key": "z", "l_photo": "plan.pdf"}]}, [("lieu[z].l_photo", "type_not_accepted")]),
        ({"lieu": [{"l_photo": "plan.pdf"}]}, [("lieu[k1].l_photo", "type_not_accepted")]),
    ],
)
def test_file_that_is_not_taken_is_a_problem(folder, sheet, expected):
    _, problems = with_files(FORM, sheet, folder)
    assert [(problem.path, problem.code) for problem in problems] == expected


@pytest.mark.parametrize("sheet", [{}, {"plan": None}, {"plan": 3}, {"plan": {"a": "b"}}, {"lieu": "x"}, {"lieu": [1]}])
def test_what_is_no_path_is_left_to_the_engine(folder, sheet):
    assert with_files(FORM, sheet, folder) == (sheet, ())
