"""Every kind that people answer has its line on paper, and its entry in the codebook."""

import pytest

from questionnaire.content import Clause, Heading, Reply, describe
from questionnaire.spec.codebook import codebook
from questionnaire.spec.kinds import KINDS
from tests.filling.building import SPECS, a_form, filled, tiny

AB = "choices: [{name: 0, label: Non}, {name: 1, label: Oui}]"
SAID = {
    "text": ("", "Ana", "Ana"),
    "email": ("", "a@hopital.fr", "a@hopital.fr"),
    "tel": ("", "0123456789", "01 23 45 67 89"),
    "identifier": ("scheme: finess", "75 071 218 4", "75 071 218 4"),
    "integer": ("unit: km", 1200, "1 200 km"),
    "decimal": ("", 12.5, "12,5"),
    "range": ("min: 0, max: 10", 7, "7"),
    "date": ("", "2026-02-03", "03/02/2026"),
    "date_range": ("", "2026-03-01/2026-04-12", "du 1er mars au 12 avril 2026"),
    "datetime": ("", "2026-02-03 9h", "03/02/2026 à 09:00"),
    "month": ("", "3/2026", "mars 2026"),
    "year": ("", "2026", "2026"),
    "duration": ("", 90, "1 h 30"),
    "time": ("", "9h", "09:00"),
    "yes_no": ("", "oui", "Oui"),
    "consent": ("", "non", "Je n’accepte pas"),
    "select_one": (AB, "1", "Oui"),
    "select_multiple": (AB, ["1"], "Oui"),
    "rank": (f"{AB}, max: 1", ["1"], "1. Oui"),
    "rating": (AB, 1, "1 – Oui"),
}
"""By kind: its own keys, an answer as files write it, and how it is read."""


@pytest.mark.parametrize("kind", SAID)
def test_answer_of_every_kind_is_a_line(kind):
    keys, answer, said = SAID[kind]
    form = a_form(f"- {{name: a, kind: {kind}, label: Question{keys and ', '}{keys}}}", "", "instances: free\n")
    reply = describe(filled(form, {"a": answer}))[1]
    assert isinstance(reply, Reply)
    assert [line.replace("\u00a0", " ") for line in reply.lines] == [said]


def test_box_ticked_is_a_clause_and_a_calculation_a_line():
    form = a_form(
        "- {name: a, kind: acknowledge, label: Lu}\n- {name: b, kind: calculate, label: B, calculation: 1 + 1}"
    )
    assert describe(filled(form, {"a": True})) == (Heading(2, "Page"), Clause("", "Lu"), Reply("B", ("2",)))


def test_no_kind_is_forgotten_here():
    others = {"acknowledge", "calculate", "hidden", "note", "grid", "repeat"}
    assert set(KINDS) - set(SAID) - others <= {"file"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if (SPECS / f"{kind}.yaml").exists()])
def test_every_kind_is_in_the_codebook(kind):
    assert kind in {entry.kind for entry in codebook(tiny(kind))}
