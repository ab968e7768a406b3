"""A draft is filled anew as soon as anything that its rules read has changed, and not before."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from questionnaire.filling import Context, FilledForm, Origin, fill, from_stored
from questionnaire.journeys.drafting.refilling import fill_draft
from questionnaire.spec import Form, load_text

CONTEXT = Context(now=datetime(2026, 3, 2, 9, 30, tzinfo=UTC), tz=ZoneInfo("Europe/Paris"))
VALUES = {"nom": "Marie"}


def a_form(rule: str) -> Form:
    return load_text(
        "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
        "      - {name: nom, kind: text, label: Nom}\n"
        f'      - {{name: calcul, kind: calculate, label: Calcul, calculation: "{rule}"}}\n',
        "demo/1",
    )


DATED, TIMED = a_form("today()"), a_form("now()")


def filled(form: Form = DATED, context: Context = CONTEXT, revision: int = 1, **values: str) -> FilledForm:
    return fill_draft(form, {**VALUES, **values}, context, "draft", revision)


def test_same_draft_is_filled_once():
    assert filled() is filled(context=replace(CONTEXT, now=CONTEXT.now + timedelta(hours=2)))


def test_draft_is_filled_as_fill_does():
    assert filled().values == fill(DATED, from_stored(DATED, VALUES), CONTEXT).values


@pytest.mark.parametrize(
    "change",
    [
        {"now": CONTEXT.now + timedelta(days=1)},
        {"tz": ZoneInfo("Pacific/Auckland")},
        {"settings": {"secteur": "medico_social"}},
        {"origins": {"nom": Origin("la fiche projet", document=True)}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_context_is_filled_anew(change):
    context = replace(CONTEXT, **change)
    other = filled(context=context)
    assert other is not filled()
    assert (other.values, other.context) == (fill(DATED, from_stored(DATED, VALUES), context).values, context)


def test_other_answer_at_the_same_revision_is_filled_anew():
    filled()
    assert filled(nom="Jeanne").values["nom"] == "Jeanne"


def test_other_version_of_the_form_is_filled_anew():
    assert filled().form is DATED
    assert filled(TIMED).form is TIMED


def test_form_that_reads_the_hour_is_filled_at_each_moment():
    filled(TIMED)
    later = CONTEXT.now + timedelta(seconds=1)
    assert filled(TIMED, replace(CONTEXT, now=later)).values["calcul"] == later


def test_each_draft_is_filled_for_itself():
    assert fill_draft(DATED, VALUES, CONTEXT, "other", 1) is not filled()
