import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load

FOLDER = Path(__file__).parents[2] / "forms_spec" / "fiche_projet"
FICHE = load(FOLDER / "2026-1.yaml")
CONTEXT = Context(now=datetime(2026, 1, 5, 9, tzinfo=UTC), tz=UTC)


def filled(sheet):
    answers, problems = from_sheet(FICHE, sheet)
    assert problems == ()
    return fill(FICHE, answers, CONTEXT)


def example(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FICHE.examples)
def test_example_can_be_finalised(name):
    assert filled(example(name)).problems == ()


def test_required_questions_are_those_that_the_charter_asks_before_a_start():
    assert [name for name, question in FICHE.questions.items() if question.required is True] == [
        "titre", "resume", "secteur", "service", "domaines", "date_debut", "objectif_general", "obj_libelle",
        "porteur_prenom", "porteur_nom", "m_role", "relecture_equipe",
    ]  # fmt: skip


def test_names_of_a_member_to_find_are_not_asked():
    sheet = example("examples/minimal.json")
    sheet["membre"][1] = {"m_a_identifier": "oui", "m_role": "patient_partenaire"}
    assert filled(sheet).problems == ()


def test_names_of_a_known_member_are_asked():
    sheet = example("examples/minimal.json")
    sheet["membre"][1] = {"m_role": "patient_partenaire"}
    assert [problem.code for problem in filled(sheet).problems] == ["required", "required"]


def test_team_of_one_is_too_small():
    sheet = example("examples/minimal.json")
    del sheet["membre"][1]
    assert [(problem.path, problem.code) for problem in filled(sheet).problems] == [("membre", "too_few_items")]


def test_parity_counts_both_sides():
    values = filled(example("examples/complete.json")).values
    assert (values["nb_pros"], values["nb_usagers"], values["parite"]) == (1, 2, 67)


def test_parity_of_an_empty_team_is_blank():
    assert filled({}).values["parite"] is None


def test_duration_is_in_months():
    assert filled(example("examples/complete.json")).values["duree_mois"] == Decimal(11)


def test_end_before_the_start_is_refused_in_the_words_of_the_form():
    sheet = example("examples/minimal.json") | {"date_fin": "2026-03-01"}
    problems = [(problem.path, problem.message) for problem in filled(sheet).problems]
    assert problems == [("date_fin", "La date de fin doit suivre la date de début.")]


def test_short_title_is_refused():
    sheet = example("examples/minimal.json") | {"titre": "Accueil"}
    assert [(problem.path, problem.code) for problem in filled(sheet).problems] == [("titre", "constraint")]


def test_words_follow_the_sector():
    question = FICHE.questions["recherche_pp"]
    answers, _ = from_sheet(FICHE, {})
    context = Context(now=CONTEXT.now, tz=UTC, settings={"secteur": "social"})
    said = fill(FICHE, answers, context).wording.say(question.label)
    assert said == "Cherchez-vous un ou plusieurs personnes accompagnées partenaires\u00a0?"


def test_circuit_is_one_signature_of_the_porteur():
    assert [(step.name, step.party, step.act) for step in FICHE.circuit] == [
        ("signature_porteur", "porteur", "signature")
    ]


def test_sections_are_those_of_this_version():
    assert [section.name for section in FICHE.sections] == ["identite", "objectifs", "equipe", "validation"]
