"""A document filled in stages, without JavaScript: whose turn it is, what waits, that nothing is refused."""

import re
from pathlib import Path

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.together import bring
from tests.journeys.workshop import begin, found_workshop, plain

FORMS = Path("tests/journeys/forms_staged")
PATIENT = "patient_partenaire"
CADRE = {"objet": "Le retour à domicile", "lieu": "Salle 3"}
WAITS = "Cette partie vient après l’étape 1, « Le cadre », où il manque encore 2 réponses nécessaires."
EARLY = "Vous pouvez déjà la lire et la préparer"


@pytest.fixture
def house(tmp_path) -> House:
    return found_workshop(tmp_path, FORMS)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "entretien")


@pytest.fixture
def patient(house: House, porteur: Visitor, draft: str) -> Visitor:
    guest = house.visitor(PATIENT)
    bring(porteur, draft, guest, PATIENT)
    return guest


def steps(visitor: Visitor, draft: str) -> list[tuple[str, str, str, list[str]]]:
    """Of each group of parts: its heading, where it stands, who fills it, the states of its parts."""
    groups = re.findall(r'<section class="group">(.*?)</section>', visitor.get(draft).text, re.DOTALL)
    return [
        (
            first(r"<h2>(.*?)</h2>", group),
            first(r'<span class="meta">(.*?)</span>', group),
            first(r'<p class="hint">(.*?)</p>', group),
            [plain(state) for state in re.findall(r"task-state[^>]*>([^<]*)", group)],
        )
        for group in groups[:-1]
    ]


def first(pattern: str, html: str) -> str:
    """What the first place that a pattern finds says to people."""
    found = re.search(pattern, html)
    return plain(found[1]) if found else ""


@pytest.mark.usefixtures("patient")
def test_steps_are_numbered_with_who_fills_them_and_what_they_wait_for(porteur: Visitor, draft: str):
    patient = "Remplie par : Patient partenaire (Odette Vasseur)"
    nobody = "Remplie par : Professionnel du système de santé partenaire (personne dans l’équipe pour le moment)"
    lead = "Remplie par : Porteur du projet (Nadia Lemoine)"
    others = ("Les autres parties", "1 partie", "À tout moment", ["Facultative"])
    assert steps(porteur, draft) == [
        ("Étape 1 sur 3 : Le cadre", "À présent", lead, ["À faire"]),
        ("Étape 2 sur 3 : Les souhaits", "Après l’étape 1", patient, ["Après l’étape 1"]),
        ("Étape 3 sur 3", "Après l’étape 1", nobody, ["Après l’étape 1"]),
        others,
    ]
    porteur.answer(draft, "cadre", CADRE)
    assert steps(porteur, draft) == [
        ("Étape 1 sur 3 : Le cadre", "Terminée", lead, ["Terminée"]),
        ("Étape 2 sur 3 : Les souhaits", "À présent", patient, ["À faire"]),
        ("Étape 3 sur 3", "Après l’étape 2", nobody, ["Après l’étape 2"]),
        others,
    ]


def test_everybody_reads_whose_turn_it_is(porteur: Visitor, patient: Visitor, draft: str):
    assert "C’est à vous : l’étape 1, « Le cadre »." in plain(porteur.get(draft).text)
    awaited = "On attend l’étape 1, « Le cadre » : Porteur du projet (Nadia Lemoine)."
    assert awaited in plain(patient.get(draft).text)
    porteur.answer(draft, "cadre", CADRE)
    page = patient.get(draft)
    assert "C’est à vous : l’étape 2, « Les souhaits »." in plain(page.text)
    assert f'href="{draft}/parties/souhaits/">Continuer' in page.text
    patient.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    porteur.answer(draft, "reponse", {"reponse_equipe": "D’accord"})
    assert "Toutes les étapes sont terminées." in plain(porteur.get(draft).text)


def test_an_answer_before_its_turn_is_kept_and_the_page_says_what_it_waits_for(
    porteur: Visitor, patient: Visitor, draft: str
):
    part = f"{draft}/parties/souhaits/"
    words = plain(patient.get(part).text)
    assert (WAITS in words, EARLY in words) == (True, True)
    assert patient.answer(draft, "souhaits", {"souhait": "Venir le matin"}).status == 200
    assert "Venir le matin" in patient.get(part).text
    porteur.answer(draft, "cadre", CADRE)
    assert "Cette partie vient après" not in patient.get(part).text


def test_whoever_only_reads_a_part_is_told_both_who_fills_it_and_what_it_waits_for(patient: Visitor, draft: str):
    words = plain(patient.get(f"{draft}/parties/reponse/").text)
    who = "Cette partie est remplie par : Professionnel du système de santé partenaire. Vous pouvez la lire."
    assert f"{who} {WAITS}" in words
    assert EARLY not in words
