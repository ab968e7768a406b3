"""What a filled form gives to pages."""

from questionnaire.filling import Answers, Place, fill, from_sheet
from questionnaire.spec import load_text
from questionnaire.spec.kinds.refusals import refused
from tests.filling.building import CONTEXT, NOTHING, a_form, filled, tiny

FORM = a_form("""
    - {name: a, kind: yes_no, label: A}
    - {name: b, kind: text, label: B, relevant: "${a} = 'oui'"}
    - name: r
      kind: repeat
      label: R
      questions:
        - {name: x, kind: text, label: X}
        - {name: y, kind: text, label: Y, relevant: "${x} != ''"}
""")


def test_places_are_those_asked_in_page_order():
    places = list(filled(FORM, {"r": [{"x": "1"}, {}]}).places(FORM.sections[0]))
    assert [(place.path, place.key) for place in places] == [
        ("a", None),
        ("r", None),
        ("r[k1].x", "k1"),
        ("r[k1].y", "k1"),
        ("r[k2].x", "k2"),
    ]


def test_relevant_names_questions_items_and_sections():
    form = fill(FORM, Answers({}, {"r": ("k1",)}), CONTEXT)
    asked = [form.is_relevant(path) for path in ("page", "a", "b", "r", "r[k1]", "r[k1].x", "r[k1].y", "r[k9]")]
    assert asked == [True, True, False, True, True, True, False, False]


def test_answer_of_a_control_is_what_was_typed_else_what_was_computed():
    form = filled(tiny("default"), {"lieu": "Ailleurs", "etat": None, "jour": "demain"})
    shown = [form.answer(name) for name in ("lieu", "etat", "jour")]
    assert shown == ["Ailleurs", None, refused("demain", "not_a_date")]
    assert fill(tiny("default"), NOTHING, CONTEXT).answer("lieu") == "Salle de réunion"


def test_choices_of_a_place_are_those_left_by_the_filter():
    form = tiny("choice_filter")
    done = filled(form, {"court": "oui"})
    names = [[c.name for c in done.choices(Place(form.questions[name], name))] for name in ("court", "etape")]
    assert names == [["oui", "non"], ["b"]]


def test_items_of_an_ordinary_question_are_none():
    form = filled(FORM, {"r": [{}]})
    assert list(form.item_places(Place(FORM.questions["a"], "a"))) == []


def test_circuit_has_the_steps_that_the_answers_call_for():
    form = load_text(
        """
form: essai
title: Essai
sections:
  - name: page
    title: Page
    questions: [{name: copilotage, kind: yes_no, label: Copilotage}]
parties: {porteur: {role: porteur_projet}, copilote: {role: copilote}}
circuit:
  - {party: porteur}
  - {party: copilote, relevant: "${copilotage} = 'oui'"}
""",
        "essai/2026-1",
    )

    def parties(answer: str) -> list[str]:
        answers, _ = from_sheet(form, {"copilotage": answer})
        return [step.party for step in fill(form, answers, CONTEXT).circuit]

    assert (parties("non"), parties("oui")) == (["porteur"], ["porteur", "copilote"])
