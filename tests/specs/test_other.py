from datetime import UTC, datetime
from pathlib import Path

from questionnaire.filling import Context, fill, frozen_sheet
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load
from tests.filling.building import a_form
from tests.filling.building import filled as filled_in

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


FILTERED = a_form("""
    - {name: ville, kind: text, label: Ville}
    - name: site
      kind: select_one
      label: Site
      other: true
      choices: [{name: paris, label: Paris}, {name: lyon, label: Lyon}]
      choice_filter: . = ${ville}
    - name: lieux
      kind: select_multiple
      label: Lieux
      other: true
      choices: [{name: paris, label: Paris}]
      choice_filter: . = ${ville}
    - name: fixe
      kind: select_one
      label: Fixe
      choices: [{name: paris, label: Paris}, {name: autre, label: Autre}]
      choice_filter: . = ${ville}
""")


def test_no_filter_takes_it_away():
    done = filled_in(FILTERED, {"ville": "lyon", "site": "autre", "lieux": ["autre"], "fixe": "autre"})
    offered = {path: [choice.name for choice in choices] for path, choices in done.offered.items()}
    assert offered == {"site": ["lyon", "autre"], "lieux": ["autre"], "fixe": []}
    assert [done.values[name] for name in ("site", "lieux", "fixe")] == ["autre", ("autre",), None]
    assert {"site_autre", "lieux_autre"} <= {problem.path for problem in done.problems}
