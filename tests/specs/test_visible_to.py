from datetime import UTC, datetime
from pathlib import Path

import pytest

from questionnaire.filling import Context, Veil, fill, frozen_sheet, public, veiled
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import SpecError, load, load_text

SPEC = Path(__file__).parent / "visible_to.yaml"
FORM = load(SPEC)
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)
SHEET = {
    "commun": "A",
    "secret": "B",
    "suite": "C",
    "item": [{"_key": "k", "dit": "D", "tu": "E"}],
    "intime": "F",
}


def filled(sheet):
    answers, problems = from_sheet(FORM, sheet)
    assert problems == ()
    return fill(FORM, answers, CONTEXT)


def faults(old, new):
    """The codes of what is wrong once the form is changed."""
    text = SPEC.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(SpecError) as caught:
        load_text(text.replace(old, new))
    return [fault.code for fault in caught.value.faults]


def test_party_stands_for_its_roles():
    assert FORM.questions["secret"].visible_to == frozenset(
        {"patient_partenaire", "proche_aidant_partenaire", "qualite"}
    )


def test_common_document_has_no_trace_of_reserved_answers_even_by_their_first_value():
    sheets = [frozen_sheet(public(filled(sheet))) for sheet in (SHEET, {"commun": "A"})]
    assert sheets == [{"commun": "A", "item": [{"_key": "k", "dit": "D"}]}, {"commun": "A", "item": []}]


def test_section_of_reserved_questions_goes_with_them():
    assert [section.name for section in public(filled(SHEET)).sections()] == ["page"]


def test_reader_keeps_what_they_wrote():
    seen = veiled(filled(SHEET), Veil(FORM.reserved, frozenset({"intime"})))
    assert (seen.values["intime"], [section.name for section in seen.sections()]) == ("F", ["page", "coulisses"])


def test_problem_with_a_reserved_answer_is_not_told():
    form = filled({"secret": None})
    assert ([each.path for each in form.problems], public(form).problems) == (["secret"], ())


def test_nothing_changes_for_whoever_sees_all():
    form = filled(SHEET)
    assert veiled(form, Veil()) is form


@pytest.mark.parametrize(
    "old,new",
    [
        ("label: Commun", 'label: "Commun ${secret}"'),
        ("label: Commun", "label: Commun, relevant: \"${secret} = 'B'\""),
        ("label: Commun", 'label: Commun, constraint: ". != ${secret}", constraint_message: Non'),
        ("title: Page", 'title: "Page ${secret}"'),
        ("title: Réservé", 'title: Réservé\ndocument: {subject: "${secret}"}'),
        ("label: Élément", 'label: Élément\n        item_label: "${tu}"'),
        ("label: Intime, visible_to: patient", 'label: "Intime ${suite}", visible_to: patient'),
    ],
)
def test_nothing_that_others_see_reads_a_reserved_answer(old, new):
    assert faults(old, new) == ["reserved_reading"]


def test_reader_is_a_role_or_a_party():
    assert faults("visible_to: patient}", "visible_to: patiente}") == ["unknown_reader"]


def test_image_of_easy_words_waits_for_a_later_version():
    assert faults("label: Commun}", "label: Commun, easy: {label: X, image: x.png}}") == ["not_yet_supported"]
