"""Who fills which part: the stages of the form, parts given to a person, and what is refused."""

import re

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.together import begin_letter, bring, found_letters, give, send
from tests.journeys.workshop import plain, title


@pytest.fixture
def house(tmp_path) -> House:
    return found_letters(tmp_path)


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin_letter(porteur)


@pytest.fixture
def patient(house: House, porteur: Visitor, draft: str) -> Visitor:
    guest = house.visitor("patient_partenaire")
    bring(porteur, draft, guest, "patient_partenaire")
    return guest


@pytest.fixture
def copilote(house: House, porteur: Visitor, draft: str) -> Visitor:
    guest = house.visitor("copilote")
    bring(porteur, draft, guest, "copilote")
    return guest


def groups(visitor: Visitor, draft: str) -> list[tuple[str, list[str]]]:
    """The headings of the list of parts, and the parts under each."""
    page = visitor.get(draft).text
    found = re.findall(r'<section class="group">(.*?)</section>', page, re.DOTALL)
    return [
        (plain(re.findall(r"<h2>(.*?)</h2>", group)[0]), re.findall(r'task-title"><a href="[^"]*">([^<]*)', group))
        for group in found
    ]


def test_the_party_of_a_stage_fills_its_sections(patient, porteur, draft):
    patient.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    assert "Venir le matin" in porteur.get(f"{draft}/parties/souhaits/").text


def test_the_others_read_what_is_said_to_be_filled_by_the_party(copilote, patient, draft):
    patient.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    page = copilote.get(f"{draft}/parties/souhaits/")
    assert "Cette partie est remplie par\u00a0: Patient partenaire. Vous pouvez la lire." in page.text
    assert ("Venir le matin" in page.text, 'name="souhait"' in page.text, "section-form" in page.text) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("htmx", [False, True])
def test_a_forged_post_to_a_section_of_others_is_refused_and_stores_nothing(copilote, porteur, draft, htmx):
    copilote.get(draft)
    headers = {"HX-Request": "true"} if htmx else {}
    page = copilote.post(f"{draft}/parties/souhaits/", {"_rev": "0", "souhait": "Forgé"}, headers=headers)
    assert (page.status, "Patient partenaire" in page.text) == (422 if htmx else 403, True)
    assert "Forgé" not in porteur.get(f"{draft}/parties/souhaits/").text


def test_items_and_history_of_a_section_of_others_are_refused_too(copilote, patient, draft):
    patient.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    path = patient.add_item(draft, "souhaits", "besoin", {"quoi": "Un badge"})
    part = f"{draft}/parties/souhaits"
    copilote.get(draft)
    refused = [
        copilote.post(f"{part}/retirer", {"element": path}),
        copilote.post(f"{part}/retablir", {"element": path}),
        copilote.post(f"{part}/", {"_rev": "0", "_action": "add:besoin"}),
        copilote.post(f"{draft}/changements/reprendre", {"reponse": "souhait", "revision": "1"}),
    ]
    assert [page.status for page in refused] == [403, 403, 403, 403]


def test_the_porteur_may_always_fill(porteur, draft):
    assert porteur.answer(draft, "souhaits", {"souhait": "Pour elle"}).status == 200
    assert "Pour elle" in porteur.get(f"{draft}/parties/souhaits/").text


def test_a_section_of_no_stage_is_for_those_who_pilot(patient, copilote, draft):
    assert copilote.answer(draft, "mission", {"objet": "Relire les livrets"}).status == 200
    page = send(patient, draft, "mission", {"objet": "Autre chose"})
    assert (page.status, "d’autres personnes de l’équipe" in page.text) == (403, True)
    assert 'name="objet"' not in patient.get(f"{draft}/parties/mission/").text


def test_a_reader_outside_of_the_team_fills_nothing(house, draft):
    referent = house.visitor("referent_partenariat")
    assert 'name="objet"' not in referent.get(f"{draft}/parties/mission/").text
    assert send(referent, draft, "mission", {"objet": "Autre chose"}).status == 403


def test_a_part_given_to_a_person_is_theirs_to_fill_and_stands_first(patient, porteur, draft):
    assert "La partie est confiée." in give(porteur, draft, "mission", "Odette").text
    assert "Confiée à Odette Vasseur" in porteur.get(draft).text
    assert groups(patient, draft)[0] == ("À vous", ["La mission", "Les souhaits"])
    patient.answer(draft, "mission", {"objet": "Relire les livrets"})
    assert "Relire les livrets" in porteur.get(f"{draft}/parties/mission/").text


@pytest.mark.usefixtures("patient")
def test_a_part_given_informs_and_does_not_lock(copilote, porteur, draft):
    give(porteur, draft, "mission", "Odette")
    assert copilote.answer(draft, "mission", {"objet": "Relire les livrets"}).status == 200
    assert groups(copilote, draft)[0][0] == "Les parties"


def test_a_part_is_given_to_another_then_taken_back(patient, copilote, porteur, draft):
    give(porteur, draft, "mission", "Odette")
    give(porteur, draft, "mission", "Paul")
    assert "Confiée à Paul Arnoux" in porteur.get(draft).text
    assert groups(copilote, draft)[0] == ("À vous", ["La mission"])
    assert "n’est plus confiée à personne" in give(porteur, draft, "mission", "").text
    assert "Confiée à" not in porteur.get(draft).text
    assert send(patient, draft, "mission", {"objet": "Autre chose"}).status == 403


@pytest.mark.usefixtures("copilote")
def test_a_part_of_a_stage_is_not_given_to_others(porteur, draft):
    page = give(porteur, draft, "souhaits", "Paul")
    assert (page.status, title(page), "Paul Arnoux ne peut pas remplir cette partie." in page.text) == (
        409,
        "Partie non confiée",
        True,
    )


@pytest.mark.parametrize(
    "section, person, status", [("mission", "inconnue", 409), ("absente", "", 404), ("absente", "x", 404)]
)
def test_what_cannot_be_given_is_refused(porteur, draft, section, person, status):
    porteur.get(draft)
    assert porteur.post(f"{draft}/confier", {"partie": section, "personne": person}).status == status


def test_only_those_who_pilot_give_parts(patient, draft):
    page = patient.get(draft)
    assert "Confier une partie" not in page.text
    assert patient.post(f"{draft}/confier", {"partie": "mission", "personne": ""}).status == 403
