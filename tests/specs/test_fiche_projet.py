import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load
from questionnaire.spec.codebook import codebook
from questionnaire.spec.model import Choice
from questionnaire.spec.texts import Text

FOLDER = Path(__file__).parents[2] / "forms_spec" / "fiche_projet"
FICHE = load(FOLDER / "2026-1.yaml")
WRITTEN = {
    "identite": "titre acronyme resume secteur ghu etablissement service autres_structures domaines type_projet"
    " type_projet_autre statut_projet date_debut date_fin duree_mois initiative departement",
    "pourquoi": "besoin sources_constat sources_autre usagers_consultes usagers_consultes_detail public_cible"
    " public_eloigne plus_value_patients plus_value_pros plus_value_structure niveau degre_actuel degre_vise",
    "objectifs": "objectif_general objectifs_definis_ensemble objectif obj_libelle obj_priorite obj_indicateur"
    " obj_cible obj_echeance",
    "equipe": "porteur_prenom porteur_nom porteur_fonction porteur_courriel porteur_tel copilotage copilote_ref"
    " membre m_prenom m_nom m_a_identifier m_role m_type_pp m_fonction m_association m_association_convention"
    " m_courriel nb_pros nb_usagers parite recherche_pp ru_associe association_associee facilitateur"
    " referent_partenariat",
    "contributions": "intervention int_intitule int_nature int_acteurs int_contenu int_modalites int_aupres_patients"
    " int_consentement modalites_interaction modalites_decision modalites_desaccord",
    "plan_action": "action act_libelle act_objectif act_responsables act_binome act_debut act_fin act_avancement"
    " act_livrable",
    "moyens": "moyens_humains moyens_materiels budget_prevu financement moyens_pp formation_prevue reconnaissance",
    "communication": "com_interne com_externe com_modalites",
    "evaluation": "barometre_variante barometre_t0 barometre_t1 barometre_t2 evaluation_modalites recherche_impact",
    "vigilance": "vig_confidentialite vig_confidentialite_commentaire vig_secret vig_secret_commentaire vig_image"
    " vig_image_commentaire vig_conflit vig_conflit_commentaire vig_appropriation vig_appropriation_commentaire"
    " vig_competences vig_competences_commentaire vig_disponibilite vig_disponibilite_commentaire vig_litteratie"
    " vig_litteratie_commentaire vig_assurance vig_assurance_commentaire vig_donnees vig_donnees_commentaire",
    "appui": "appui_souhaite appui_attentes",
    "validation": "fiche_complete relecture_equipe sig_porteur sig_copilote visa_responsable avis_referent",
}
"""The trame of the fiche projet: the names of each section, signatures included."""

SHORT_PATH = {
    "titre", "resume", "secteur", "etablissement", "service", "domaines", "date_debut",
    "objectif_general", "obj_libelle",
    "porteur_prenom", "porteur_nom", "porteur_courriel", "m_prenom", "m_nom", "m_role",
    "int_intitule", "int_nature", "int_acteurs", "int_contenu", "int_modalites", "modalites_interaction",
    "relecture_equipe",
}  # fmt: skip
"""What must be answered before a project starts; everything else may stay blank."""

ADDED = {
    "identite_plus", "objectifs_plus", "equipe_plus", "contributions_plus",
    "degre_vise_note", "m_cote_usager", "m_cote_professionnel", "cles_usagers", "cles_professionnels",
    "porteur_complet",
}  # fmt: skip
"""Questions that the trame does not name: titles, a remark, and what the counts are made of."""

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


def left_out():
    """The names of the first table of the page that tells what is not asked."""
    page = (FOLDER / "LEFT_OUT.md").read_text(encoding="utf-8")
    table = page.partition("## Questions")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE))


def asked(section):
    """The names of a section's questions, those of items included; its circuit stands in the last section."""
    names = [
        name for question in section.questions for name in (question.name, *(each.name for each in question.questions))
    ]
    return names + [step.name for step in FICHE.circuit if section is FICHE.sections[-1]]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_name_of_the_trame_is_asked_in_its_section_or_left_out_for_a_reason(name):
    section = next(section for section in FICHE.sections if section.name == name)
    assert set(asked(section)) - ADDED == set(WRITTEN[name].split()) - left_out()


def test_what_is_left_out_belongs_to_the_trame():
    assert left_out() - {name for names in WRITTEN.values() for name in names.split()} == set()


def test_every_entry_of_the_codebook_belongs_to_the_trame_or_was_added():
    names = {entry.path.rpartition(".")[2] for entry in codebook(FICHE)}
    assert names - {name for names in WRITTEN.values() for name in names.split()} == ADDED


def test_required_questions_are_those_of_the_short_path():
    required = {name for name, question in FICHE.questions.items() if question.required is not False}
    assert required == SHORT_PATH - left_out()


def test_items_needed_are_those_of_the_short_path():
    needed = {name: question.min for name, question in FICHE.questions.items() if question.kind.name == "repeat"}
    assert {name: least and least.source for name, least in needed.items()} == {
        "objectif": "1", "membre": "2", "intervention": "1", "action": None,
    }  # fmt: skip


def test_blank_fiche_asks_for_the_short_path_alone():
    problems = filled({}).problems
    asked_of_nobody = {"obj_libelle", "m_prenom", "m_nom", "m_role", "int_intitule", "int_nature", "int_contenu"}
    expected = SHORT_PATH - left_out() - asked_of_nobody - {"int_acteurs", "int_modalites"} | {
        "objectif",
        "membre",
        "intervention",
    }
    assert {problem.path for problem in problems} == expected


@pytest.mark.parametrize("sheet, rate", [({}, 0), (example("examples/minimal.json"), 100)])
def test_rate_of_filling_counts_the_short_path(sheet, rate):
    assert filled(sheet).values["fiche_complete"] == rate


@pytest.mark.parametrize("degree, shown", [("consultation", True), ("partenariat", False), (None, False)])
def test_weak_degree_of_engagement_is_remarked_upon_without_blocking(degree, shown):
    done = filled(example("examples/minimal.json") | {"degre_vise": degree})
    assert (done.is_relevant("degre_vise_note"), done.problems) == (shown, ())


@pytest.mark.parametrize(
    "kind, variant", [("etp", "soins"), ("service", "soins"), ("formation", "etablissement"), (None, None)]
)
def test_barometer_proposed_follows_the_type_of_project(kind, variant):
    assert filled({"type_projet": kind}).values["barometre_variante"] == variant


def test_dates_of_the_barometer_are_proposed_between_start_and_end():
    values = filled({"date_debut": "2026-01-12", "date_fin": "2026-12-18"}).values
    assert [values[f"barometre_t{moment}"] for moment in range(3)] == [
        date(2026, 2, 11), date(2026, 7, 1), date(2026, 12, 18),
    ]  # fmt: skip


@pytest.mark.parametrize("answer, shown", [("oui", False), ("so", True), (None, False)])
def test_comment_is_asked_where_a_point_is_not_met(answer, shown):
    assert filled({"vig_image": answer}).is_relevant("vig_image_commentaire") == shown


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


@pytest.mark.parametrize(
    "people, together",
    [(["solene", "bakary"], "Oui"), (["bakary", "proche"], "Non"), (["solene"], "Non"), (None, None)],
)
def test_pair_is_one_of_both_sides(people, together):
    sheet = example("examples/complete.json")
    sheet["action"][0]["act_responsables"] = people
    assert filled(sheet).values["action[k1].act_binome"] == together


def test_members_are_called_by_their_names_wherever_they_are_chosen():
    wording = filled(example("examples/copilotage.json")).wording
    assert wording.shown("copilote_ref") == ("Bakary Touzeau",)
    assert wording.shown("intervention[k2].int_acteurs") == ("Bakary Touzeau", "Membre de l’équipe 3")


def test_establishments_are_those_of_the_group_chosen():
    lists = {
        "directory.groups": (Choice("nord", Text(("GHU Nord",))), Choice("sud", Text(("GHU Sud",)))),
        "directory.establishments": (
            Choice("a", Text(("Hôpital A",)), columns=(("ghu", "nord"),)),
            Choice("b", Text(("Hôpital B",)), columns=(("ghu", "sud"),)),
        ),
    }
    answers, _ = from_sheet(FICHE, example("examples/minimal.json") | {"ghu": "sud", "etablissement": "a"})
    done = fill(FICHE, answers, replace(CONTEXT, lists=lists))
    assert [choice.name for choice in done.offered["etablissement"]] == ["b"]
    assert [(problem.path, problem.code) for problem in done.problems] == [("etablissement", "not_offered")]


def test_porteur_signs_then_the_copilote_where_there_is_one():
    signed = {
        name: [(step.name, step.party) for step in filled(example(f"examples/{name}.json")).circuit]
        for name in ("complete", "copilotage")
    }
    assert signed == {
        "complete": [("sig_porteur", "porteur")],
        "copilotage": [("sig_porteur", "porteur"), ("sig_copilote", "copilote")],
    }


def test_sections_are_those_of_the_trame_in_order():
    assert [section.name for section in FICHE.sections] == list(WRITTEN)
