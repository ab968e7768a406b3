"""What holds for every kind."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from questionnaire.spec.file_types import BY_MEDIA_TYPE
from questionnaire.spec.kinds import KINDS
from questionnaire.spec.kinds.declining import Declinable
from questionnaire.spec.kinds.refusals import REFUSALS
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.values import FileRef, Files, Period, Unreadable, Value
from tests.spec.kinds.asking import LABELS, MODALITES, asked

CONTROLS = {
    "text": "text",
    "email": "email",
    "tel": "tel",
    "identifier": "identifier",
    "integer": "number",
    "decimal": "number",
    "range": "range",
    "date": "date",
    "date_range": "date_range",
    "time": "time",
    "datetime": "datetime",
    "month": "month",
    "year": "year",
    "duration": "duration",
    "yes_no": "radios",
    "consent": "radios",
    "select_one": "radios",
    "select_multiple": "checkboxes",
    "rank": "rank",
    "rating": "scale",
    "grid": "grid",
    "acknowledge": "acknowledge",
    "file": "file",
    "note": "note",
    "calculate": "calculated",
    "hidden": "calculated",
    "repeat": "repeat",
}
NAMES = [choice.name for choice in MODALITES]
WHOLE = st.integers(-(10**15) + 1, 10**15 - 1)
PRECISE = WHOLE.flatmap(lambda digits: st.integers(0, 15).map(lambda places: _decimal(digits, places)))
WRITTEN = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
EMAILS = st.from_regex(r"[a-zA-Z0-9é+_-]{1,9}(\.[A-Z]{1,3})?@([a-zé0-9]{1,5}\.){1,3}[a-z]{2,5}", fullmatch=True)
PHONES = st.one_of(
    st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True),
    st.from_regex(r"\+(?!33)[1-9][0-9]{6,14}", fullmatch=True),
)
REFS = st.builds(
    FileRef,
    st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    st.from_regex(r"[a-zé][a-z é.]{0,20}\.pdf", fullmatch=True),
    st.integers(1, 10**8),
    st.sampled_from(sorted(BY_MEDIA_TYPE)),
)
DECLINE = Choice("nsp", parse_text("Je ne me prononce pas"))
VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "text": WRITTEN,
    "email": EMAILS,
    "tel": PHONES,
    "identifier": st.sampled_from(["26750045200011", "35600000000048"]),
    "integer": WHOLE,
    "decimal": PRECISE,
    "range": WHOLE.map(Decimal),
    "date": st.dates(min_value=date(1000, 1, 1)),
    "date_range": st.lists(st.dates(min_value=date(1000, 1, 1)), min_size=2, max_size=2).map(
        lambda days: Period(*sorted(days))
    ),
    "time": st.times().map("{:%H:%M}".format),
    "datetime": st.builds("{}T{:%H:%M}".format, st.dates(min_value=date(1000, 1, 1)), st.times()),
    "month": st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.replace(day=1)),
    "year": st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.replace(month=1, day=1)),
    "duration": st.integers(0, 599_999),
    "yes_no": st.sampled_from(["oui", "non"]),
    "consent": st.sampled_from(["oui", "non"]),
    "select_one": st.sampled_from(NAMES),
    "select_multiple": st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
    "rank": st.lists(st.sampled_from(NAMES), unique=True, min_size=1).map(tuple),
    "rating": st.sampled_from(["0", "1", "2"]),
    "file": st.lists(REFS, min_size=1, max_size=3, unique_by=lambda ref: ref.sha256).map(
        lambda refs: Files(tuple(refs))
    ),
    "acknowledge": st.just(True),  # noqa: FBT003  # the value itself
}
TYPED = st.one_of(
    st.text(max_size=30),
    st.from_regex(r"[-+−]?[0-9 \u00a0]{1,8}[.,]?[0-9]{0,20}", fullmatch=True),
    st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9] ?[-/–] ?[0-9]{4}-[01][0-9]-[0-3][0-9]", fullmatch=True),
    st.from_regex(r"[+0]?[0-9 ./()-]{4,18}", fullmatch=True),
    st.from_regex(r"[0-9]{1,2} ?[:hH] ?[0-9]{0,2}", fullmatch=True),
    st.emails(),
    st.sampled_from([*NAMES, "nsp", "2", "OK", "oui", "", " ", "presentiel aucune", "\x00", "\ud800"]),
)


def declinable(name: str) -> Question:
    question = asked(name)
    return replace(question, kind=Declinable(question.kind, DECLINE), may_decline=DECLINE)


QUESTIONS = [
    *map(asked, KINDS),
    asked("text", appearance="multiline"),
    asked("decimal", decimals=2),
    asked("decimal", decimals=0),
    asked("range", step=Decimal("0.25")),
    *map(declinable, ["text", "integer", "date_range", "select_multiple", "rating"]),
]
every_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.kind.name)
every_value = pytest.mark.parametrize("name", VALUES)


def _decimal(digits: int, places: int) -> Decimal:
    """At most 15 digits are written, zeros after the comma included."""
    return Decimal(digits % 10**places if places == 15 else digits).scaleb(-places) if places else Decimal(digits)


def canonical(name: str, value: Value) -> tuple[Question, Value]:
    """A value as ``read`` gives it: texts cleaned, options in order; None where it is refused."""
    question = asked(name)
    answer = question.kind.read([question.kind.typed(value)], question)
    return question, None if isinstance(answer, Unreadable) else answer


def test_kinds_are_registered_under_their_names():
    assert {name: kind.name for name, kind in KINDS.items()} == {name: name for name in CONTROLS}


def test_controls_have_the_names_of_the_templates():
    assert {name: kind.control for name, kind in KINDS.items()} == CONTROLS


def test_kinds_that_nobody_answers_are_known():
    assert {name for name, kind in KINDS.items() if not kind.answered} == {
        "note",
        "grid",
        "calculate",
        "hidden",
        "repeat",
    }


def test_every_answered_kind_has_its_property_tests():
    assert set(VALUES) == {name for name, kind in KINDS.items() if kind.answered}


@every_value
@given(data=st.data())
def test_typed_values_read_back_the_same(name, data):
    question, value = canonical(name, data.draw(VALUES[name]))
    assert question.kind.read([question.kind.typed(value)], question) == value


@every_value
@given(data=st.data())
def test_stored_values_read_back_the_same(name, data):
    question, value = canonical(name, data.draw(VALUES[name]))
    again = question.kind.from_json(question.kind.to_json(value), question)
    assert (again, type(again)) == (value, type(value))


@pytest.mark.parametrize(
    "name",
    [
        "tel",
        "integer",
        "decimal",
        "range",
        "date",
        "date_range",
        "time",
        "yes_no",
        "select_one",
        "rating",
        "acknowledge",
        "file",
    ],
)
@given(data=st.data())
def test_values_are_canonical_as_they_are(name, data):
    value = data.draw(VALUES[name])
    assert canonical(name, value)[1] == value


@every_question
@given(raw=st.lists(TYPED, max_size=3))
def test_what_is_read_survives_storage(question, raw):
    answer = question.kind.read(raw, question)
    assert question.kind.from_json(question.kind.to_json(answer), question) == answer


@every_question
@given(raw=st.lists(TYPED, max_size=3))
def test_refused_answers_carry_a_known_code_and_no_control_character(question, raw):
    refused = [answer for answer in [question.kind.read(raw, question)] if isinstance(answer, Unreadable)]
    assert {answer.code for answer in refused} <= set(REFUSALS)
    assert [answer for answer in refused if re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff]", answer.text)] == []


@every_question
@given(json=st.one_of(st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text())))
@example(json=1.7976931348623151e308)
@example(json=10**400)
def test_any_json_is_read_without_error(question, json):
    answer = question.kind.from_json(json, question)
    assert question.kind.from_json(question.kind.to_json(answer), question) == answer


@every_question
def test_blanks_are_no_answer(question):
    assert [question.kind.read(raw, question) for raw in ([], [""], ["", " \u00a0\t\r\n\u200b"])] == [None] * 3


@every_question
def test_nothing_has_blank_faces(question):
    kind = question.kind
    faces = (kind.to_json(None), kind.typed(None), kind.show(None, question, LABELS), kind.atom(None))
    assert faces == (None, "", (), "")


@every_question
def test_stored_null_is_no_answer(question):
    assert question.kind.from_json(None, question) is None


@pytest.mark.parametrize("name", sorted(set(VALUES) - {"select_multiple", "date_range", "file", "rank"}))
def test_several_values_for_one_control_are_refused(name):
    question = asked(name)
    expected = Unreadable("distance ecrit", "several_values", "Donnez une seule réponse.")
    assert question.kind.read(["distance", "", " ecrit "], question) == expected


@pytest.mark.parametrize("name, kept", [("note", None), ("calculate", "x"), ("hidden", "x"), ("repeat", None)])
def test_unanswered_kinds_read_nothing_but_what_was_kept(name, kept):
    question = asked(name)
    assert (question.kind.read(["x"], question), question.kind.from_json("x", question)) == (None, kept)
