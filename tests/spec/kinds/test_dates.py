from datetime import date

from questionnaire.spec.values import Unreadable
from tests.spec.kinds.asking import LABELS, asked

QUESTION = asked("date")
DAY = date(2026, 2, 3)


def test_date_is_read_from_its_control_and_from_json():
    read = QUESTION.kind.read([" 03/02/2026\n"], QUESTION), QUESTION.kind.from_json("2026-02-03", QUESTION)
    assert read == (DAY, DAY)


def test_date_is_stored_in_iso_and_shown_in_french():
    faces = QUESTION.kind.to_json(DAY), QUESTION.kind.typed(DAY), QUESTION.kind.show(DAY, QUESTION, LABELS)
    assert faces == ("2026-02-03", "03/02/2026", ("03/02/2026",))


def test_expressions_see_the_date():
    assert QUESTION.kind.atom(DAY) == DAY


def test_impossible_date_is_kept_as_typed():
    answer = QUESTION.kind.read(["31/02/2026"], QUESTION)
    assert isinstance(answer, Unreadable)
    assert QUESTION.kind.to_json(answer) == {"unreadable": "31/02/2026", "code": "impossible_date"}
