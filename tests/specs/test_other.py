from datetime import UTC, datetime
from pathlib import Path

from questionnaire.filling import Context, fill, frozen_sheet
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load

FORM = load(Path(__file__).parent / "other.yaml")
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)


def filled(sheet):
    return fill(FORM, from_sheet(FORM, sheet)[0], CONTEXT)


def test_choice_is_added_once_and_its_text_follows():
    labels = {
        name: [(choice.name, "".join(map(str, choice.label.parts))) for choice in question.choices]
        for name, question in FORM.questions.items()
        if question.choices
    }
    assert (list(FORM.questions), labels) == (
        ["lieu", "lieu_autre", "visite", "sujets", "sujets_autre"],
        {
            "lieu": [("hopital", "Hôpital"), ("autre", "Autre")],
            "sujets": [("soins", "Soins"), ("autre", "Un autre sujet")],
        },
    )


def test_text_is_asked_and_required_when_other_is_chosen():
    form = filled({"lieu": "autre", "visite": [{"sujets": ["soins", "autre"]}, {"sujets": ["soins"]}]})
    assert [(problem.path, problem.code) for problem in form.problems] == [
        ("lieu_autre", "required"),
        ("visite[k1].sujets_autre", "required"),
    ]


def test_text_is_dropped_when_other_is_no_longer_chosen():
    sheet = {"lieu": "hopital", "lieu_autre": "Chez moi"}
    assert frozen_sheet(filled(sheet)) == {"lieu": "hopital", "visite": []}


def test_text_is_kept_beside_other():
    sheet = {"lieu": "autre", "lieu_autre": "Chez moi", "visite": []}
    assert frozen_sheet(filled(sheet)) == sheet
