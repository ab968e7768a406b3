"""What the register keeps of a document, from its answers alone."""

from datetime import UTC, date, datetime

import pytest

from questionnaire.content.filing import Cell, cells, due, raised, words, words_of
from questionnaire.filling import Context, fill, from_sheet
from questionnaire.spec import load, load_text

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FORM = load("tests/specs/register.yaml")
SHEET = {
    "titre": "L’été à l’hôpital",
    "modes": ["presence", "distance"],
    "fin": "2026-04-01",
    "budget": 1234.5,
    "personne": [{"prenom": "Anne"}, {"prenom": "Luc"}],
}


def filled(sheet, form=FORM, now=NOW):
    answers, _ = from_sheet(form, sheet)
    return fill(form, answers, Context(now, UTC))


def test_column_shows_an_answer_as_people_read_it_and_keeps_what_sorts_it():
    assert cells(filled(SHEET), FORM.register) == (
        Cell("modes", "presence", "En présence"),
        Cell("modes", "distance", "À distance"),
        Cell("fin", "2026-04-01", "01/04/2026"),
        Cell("budget", "", "1\u202f234,5\u00a0€".replace("\u202f", "\u00a0"), 1234.5),
        Cell("personnes", "", "2", 2.0),
        Cell("prenoms", "anne, luc", "Anne, Luc"),
    )


def test_blank_answer_gives_no_cell():
    assert [cell.name for cell in cells(filled({"titre": "X"}), FORM.register)] == ["personnes"]


@pytest.mark.parametrize("day, holds", [(date(2026, 1, 1), False), (date(2026, 2, 1), True), (date(2026, 6, 1), True)])
def test_alert_holds_by_the_day_on_which_it_is_looked_at(day, holds):
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert [alert.name for alert in raised(filled(SHEET, now=at), FORM.register)] == ["bientot_finie"] * holds


def test_column_of_another_version_stays_blank_where_this_one_cannot_tell():
    older = load_text(
        "form: register\ntitle: Mission\nsections: [{name: mission, title: M, questions: ["
        "{name: titre, kind: text, label: T}, {name: budget, kind: text, label: B, visible_to: qualite},"
        "{name: fin, kind: text, label: F, personal: sensitive}]}]\n"
    )
    told = filled({"titre": "X", "budget": "secret", "fin": "2026-04-01"}, older)
    assert (cells(told, FORM.register), raised(told, FORM.register)) == ((), ())


def test_words_are_those_of_the_answers_once_each_without_accents_or_signs():
    found = words(filled(SHEET), "FP-2026-0001", "Été").split()
    assert found[:4] == ["fp", "2026", "0001", "ete"]
    assert {"l", "a", "hopital", "presence", "anne"} <= set(found)
    assert len(found) == len(set(found))


def test_words_of_a_form_with_sensitive_answers_are_none_of_its_answers():
    form = load_text(
        "form: f\ntitle: F\nsections: [{name: s, title: S, questions: ["
        "{name: a, kind: text, label: A}, {name: b, kind: text, label: B, personal: sensitive}]}]\n"
    )
    assert words(filled({"a": "clair", "b": "secret"}, form), "Titre") == "titre"


@pytest.mark.parametrize(
    "text, found",
    [
        ("L’Été, à  Nîmes", ["l", "ete", "a", "nimes"]),
        ("FP-2026_01 %'&", ["fp", "2026", "01"]),
        ("", []),
        ("œuf", ["œuf"]),
    ],
)
def test_what_is_looked_for_is_read_as_what_is_kept(text, found):
    assert words_of(text) == found


@pytest.mark.parametrize(
    "active, ended, kept",
    [
        ("end + P1Y", None, (None, None)),
        ("end + P1Y", date(2027, 6, 30), (date(2028, 6, 30), date(2033, 6, 30))),
        ("freeze + P6M", None, (date(2026, 9, 2), date(2031, 9, 2))),
        ("${fin} + P1Y", None, (date(2027, 4, 1), date(2032, 4, 1))),
        ("${periode} + P1Y", None, (date(2027, 5, 31), date(2032, 5, 31))),
        ("${absente} + P1Y", None, (date(2027, 3, 2), date(2032, 3, 2))),
    ],
)
def test_document_is_kept_from_its_end_its_freeze_or_one_of_its_dates(active, ended, kept):
    form = load_text(
        "form: f\ntitle: F\nsections: [{name: s, title: S, questions: ["
        "{name: fin, kind: date, label: F}, {name: absente, kind: date, label: A},"
        "{name: periode, kind: date_range, label: P}]}]\n"
        f'retention: {{active: "{active}", archive: P5Y, reason: Loi}}\n'
    )
    told = filled({"fin": "2026-04-01", "periode": "2026-05-01/2026-05-31"}, form)
    found = due(form.retention, told, NOW.date(), ended)
    assert (found.active_until, found.keep_until) == kept


def test_form_that_says_nothing_keeps_its_documents_until_somebody_decides():
    form = load_text(
        "form: f\ntitle: F\nsections: [{name: s, title: S, questions: [{name: a, kind: text, label: A}]}]\n"
    )
    assert due(form.retention, filled({}, form), NOW.date(), NOW.date()).keep_until is None
