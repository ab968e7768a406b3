"""A signature by the very person whom an answer names: who must come in first, who signs, who does not."""

import pytest

from tests.journeys.chain import piloted_with, sign
from tests.journeys.house import House, Page, Visitor
from tests.journeys.test_fiche_projet import SECTIONS, finalise
from tests.journeys.workshop import let_in, plain, say

ABSENT = "Odette V. n’a pas encore rejoint l’équipe du projet : invitez cette personne"
PATIENT = "patient_partenaire"


@pytest.fixture
def draft(porteur: Visitor) -> str:
    """A fiche whose co-pilote is known by the address of her account, however it is written."""
    begun = porteur.begin()
    porteur.answer_sheet(begun, piloted_with("Odette", "V.", "Patient_Partenaire@DEMO.example"), SECTIONS)
    return begun


def awaits(page: Page) -> bool:
    """Whether a page of a document asks its reader to sign."""
    return 'name="nom"' in page.text


def test_whoever_is_not_of_the_team_is_told_beside_the_question_with_the_way_to_invite(porteur: Visitor, draft: str):
    reviewed = porteur.get(f"{draft}/verifier")
    refused = finalise(porteur, draft)
    assert [(page.status, ABSENT in plain(page.text)) for page in (reviewed, refused)] == [(200, True), (422, True)]
    for page in (reviewed, refused):
        assert f'<a href="{draft}/equipe">Inviter cette personne dans l’équipe</a>' in page.text
    field = porteur.get(f"{draft}/parties/equipe/?corriger=oui")
    assert (ABSENT in plain(field.text), f'href="{draft}/equipe"' in field.text) == (True, True)
    assert ABSENT not in plain(porteur.get(f"{draft}/parties/equipe/").text)


def test_only_the_person_chosen_signs_whatever_their_role(house: House, porteur: Visitor, draft: str):
    odette, paul = house.visitor(PATIENT), house.visitor("copilote")
    let_in(porteur, draft, odette, PATIENT)
    let_in(porteur, draft, paul)
    document = finalise(porteur, draft).url
    house.work()
    assert not awaits(odette.get(document))
    sign(porteur, document)
    house.work()
    assert (awaits(odette.get(document)), awaits(paul.get(document))) == (True, False)
    assert sign(paul, document, "Paul Arnoux").status == 409
    assert "signature est enregistrée" in sign(odette, document, "Odette Vasseur").text
    house.work()
    signed = plain(house.visitor("qualite").get(document).text)
    assert ("Odette Vasseur" in signed, "Co-pilote" in signed) == (True, True)


def test_where_the_hospital_says_so_nobody_waits_for_another(house: House, porteur: Visitor, draft: str):
    odette = house.visitor(PATIENT)
    let_in(porteur, draft, odette, PATIENT)
    say(house, any_order_forms="fiche_projet")
    document = finalise(porteur, draft).url
    house.work()
    assert [awaits(person.get(document)) for person in (porteur, odette)] == [True, True]
    assert "signature est enregistrée" in sign(odette, document, "Odette Vasseur").text
    house.work()
    assert "signature est enregistrée" in sign(porteur, document).text
    house.work()
    assert "Signé" in plain(house.visitor("qualite").get(document).text)


def test_nobody_chosen_is_an_answer_still_to_come(house: House, porteur: Visitor):
    draft = porteur.begin()
    sheet = piloted_with("Odette", "Vasseur") | {"copilote_ref": None}
    porteur.answer_sheet(draft, sheet, SECTIONS)
    let_in(porteur, draft, house.visitor(PATIENT), PATIENT)
    page = finalise(porteur, draft)
    assert (page.status, "Co-pilote – Choisissez une réponse." in plain(page.text)) == (422, True)
