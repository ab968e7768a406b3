"""A blank copy asks everything, whatever it depends on, and quotes no answer."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from questionnaire.content import (
    BLANK,
    Card,
    Clause,
    Heading,
    Issue,
    Paragraph,
    Prompt,
    Reply,
    SignatureBox,
    compose_blank,
)
from questionnaire.content.wheel import Wheel
from questionnaire.spec import Paper, load
from questionnaire.spec.model import Source
from tests.filling.building import FICHE, a_form, filled, tiny

ISSUE = Issue("Hôpital des Deux-Rives", datetime(2026, 11, 9, 23, 30, tzinfo=UTC))


def blank(form):
    return compose_blank(filled(form, {}), ISSUE)


def asked(questions: str, **paper):
    form = a_form(questions)
    return blank(replace(form, paper=Paper(**paper)))


def test_every_section_is_asked_with_its_condition():
    said = [block if not isinstance(block, Prompt) else block.label for block in blank(tiny("relevant")).blocks]
    assert said == [
        Heading(2, "Page"),
        "Continuer ensemble",
        "Pourquoi",
        Heading(2, "La suite"),
        Paragraph("Si vous avez répondu «\u00a0Oui\u00a0» à «\u00a0Continuer ensemble\u00a0»\u00a0:", "note"),
        "À quel rythme",
    ]


@pytest.mark.parametrize(
    "question,prompt",
    [
        ("kind: text, required: true", Prompt("Q", "(obligatoire)", rows=1)),
        ("kind: text, appearance: multiline", Prompt("Q", "(facultatif)", rows=4)),
        ("kind: text, required: '1 = 1'", Prompt("Q", "(obligatoire dans certains cas)", rows=1)),
        ("kind: text, read_only: true", Prompt("Q", "", rows=1)),
        ("kind: integer, unit: ans, hint: Environ", Prompt("Q", "(facultatif)", ("Environ",), rows=1, unit="ans")),
        ("kind: date", Prompt("Q", "(facultatif)", rows=1, unit="jj/mm/aaaa")),
        (
            "kind: date_range, to_label: Retour",
            Prompt("Q", "(facultatif)", rows=1, unit="jj/mm/aaaa", before=("Du", "Retour")),
        ),
        ("kind: time", Prompt("Q", "(facultatif)", rows=1, unit="hh:mm")),
        ("kind: yes_no", Prompt("Q", "(facultatif)", options=("Oui", "Non"))),
        (
            "kind: select_multiple, choices: [{name: a, label: A, hint: Un}, {name: b, label: B}]",
            Prompt("Q", "(facultatif)", ("Plusieurs réponses possibles.",), ("A (Un)", "B")),
        ),
        (
            "kind: yes_no, may_decline: {name: nsp, label: Je ne sais pas}",
            Prompt("Q", "(facultatif)", options=("Oui", "Non", "Je ne sais pas")),
        ),
    ],
)
def test_each_kind_has_its_room(question, prompt):
    assert asked(f"- {{name: q, label: Q, {question}}}").blocks[1:] == (prompt,)


SCALE = "kind: rating, choices: [{name: 0, label: Non}, {name: 1, label: Un peu, hint: Parfois.}]"
STEPS = ("0\u00a0– Non", "1\u00a0– Un peu (Parfois.)")


def test_steps_are_numbers_to_tick_explained_once_at_length():
    blocks = blank(
        a_form(f"- {{name: q, label: Q, {SCALE}}}\n- {{name: r, label: R, {SCALE}}}"),
    ).blocks
    assert blocks[1:] == (
        Reply("Que veulent dire les chiffres\u00a0?", STEPS, "below", entries=True),
        Prompt("Q", "(facultatif)", options=("0", "1")),
        Prompt("R", "(facultatif)", options=("0", "1")),
    )


def test_steps_are_recalled_in_the_next_section():
    form = a_form(f"- {{name: q, label: Q, {SCALE}}}")
    again = replace(form, sections=(*form.sections, *form.sections))
    assert blank(again).blocks[4] == Paragraph("\u00a0; ".join(STEPS) + ".", "note")


def test_wheel_is_empty_and_stands_after_the_last_rating():
    blocks = blank(load("forms_spec/barometre_soins/2026-1.yaml")).blocks
    (place,) = (rank for rank, block in enumerate(blocks) if isinstance(block, Wheel))
    wheel = blocks[place]
    assert (wheel.geometry.marks, wheel.table.heads, wheel.key.entries) == ((), (), ())
    assert "mettez une croix par critère" in wheel.description
    assert (blocks[place - 1], blocks[place + 1]) == (Heading(2, "Votre baromètre"), Heading(2, "Pour finir"))


def test_options_that_the_form_does_not_list_are_written():
    form = a_form("- {name: q, kind: select_one, label: Q, choices: [{name: a, label: A}]}")
    listed = replace(form.questions["q"], choices=(), source=Source("services", installation=True))
    section = replace(form.sections[0], questions=(listed,))
    prompt = blank(replace(form, sections=(section,), questions={"q": listed})).blocks[1]
    assert (prompt.options, prompt.rows) == ((), 1)


def test_what_few_people_read_is_answered_apart():
    form = a_form("- {name: q, kind: text, label: Q}")
    private = replace(form.questions["q"], visible_to=frozenset({"qualite"}))
    section = replace(form.sections[0], questions=(private,))
    prompt = blank(replace(form, sections=(section,), questions={"q": private})).blocks[1]
    assert (prompt.rows, prompt.remarks) == (
        0,
        ("Répondez sur une feuille à part, pour les seules personnes qui peuvent lire cette réponse.",),
    )


def test_what_is_computed_is_not_asked():
    computed = """
        - {name: x, kind: calculate, label: X, calculation: '1 + 1'}
        - {name: y, kind: hidden, label: Y, calculation: '1'}
    """
    assert asked(computed).blocks == ()


@pytest.mark.parametrize("least,cards", [("", 2), (", min: 1", 2), (", min: 3", 3), (", min: 12", 3)])
def test_repeat_has_empty_cards(least, cards):
    blocks = asked(
        f"- {{name: r, kind: repeat, label: R{least}, questions: [{{name: n, kind: text, label: N}}]}}"
    ).blocks
    inside = (Prompt("N", "(facultatif)", rows=1),)
    assert blocks == (
        Heading(2, "Page"),
        Heading(3, "R"),
        *(Card(f"R {rank}", inside) for rank in range(1, cards + 1)),
        Paragraph("S’il y en a d’autres, continuez sur une feuille à part.", "note"),
    )


def test_box_is_left_unticked_after_its_hint():
    blocks = asked("- {name: b, kind: acknowledge, label: B1., tick: Je m'engage., hint: Lisez.}").blocks
    assert blocks[1:] == (Paragraph("Lisez.", "note"), Clause("B1.", "Je m’engage.", ticked=False))


def test_quoted_answers_are_dots():
    blocks = asked("- {name: n, kind: text, label: Nom}\n- {name: a, kind: text, label: 'Âge de ${n}'}").blocks
    assert blocks[2].label == "Âge de …………"


@pytest.mark.parametrize("layout,style", [("sheet", "note"), ("charter", "body")])
def test_notes_are_those_of_the_layout(layout, style):
    assert asked("- {name: n, kind: note, label: Lisez}", layout=layout).blocks[1] == Paragraph("Lisez", style)


def test_copy_says_that_it_is_blank():
    content = blank(FICHE)
    assert (content.mentions, content.title, content.reference) == ((BLANK,), "Fiche projet en partenariat", None)


def test_steps_of_the_circuit_are_signed_with_a_pen():
    content = blank(FICHE)
    assert content.signatures[0] == SignatureBox("", "Signature", "Porteur du projet")
    assert content.signature_level == "À signer à la main"


def test_signpost_is_a_title_among_the_questions():
    said = asked("- {name: plus, kind: note, appearance: signpost, label: Pour aller plus loin}").blocks
    assert said[-1] == Heading(3, "Pour aller plus loin")


def test_section_for_each_has_frames_and_says_for_what():
    blank = compose_blank(filled(tiny("for_each"), {}), ISSUE)
    at = blank.blocks.index(Paragraph("Un cadre pour chaque réponse à «\u00a0Utilisés\u00a0»\u00a0:", "note"))
    assert [block.title for block in blank.blocks[at + 1 : at + 3] if isinstance(block, Card)] == [
        "Votre avis\u00a0: …………",
        "Votre avis\u00a0: …………",
    ]
