"""The page of a project: what is done, what is next, who is awaited, and who may see it."""

import pytest

from tests.journeys.chain import begin_fiche, piloted_with, project_of, sign
from tests.journeys.house import House, Visitor
from tests.journeys.test_fiche_projet import SECTIONS, finalise
from tests.journeys.workshop import let_in, say


def test_the_next_action_follows_the_documents(house: House, porteur: Visitor):
    draft = begin_fiche(porteur)
    project = project_of(porteur, draft)
    assert "Continuer\u00a0: Fiche projet en partenariat" in porteur.get(project).text
    document = finalise(porteur, draft).url
    house.work()
    page = porteur.get(project).text
    assert "Lire et signer\u00a0: Fiche projet en partenariat" in page
    assert "doit signer «\u00a0Fiche projet en partenariat\u00a0»" in page
    sign(porteur, document)
    house.work()
    page = porteur.get(project).text
    assert "Commencer\u00a0: Charte du partenariat patients-professionnels" in page
    assert "Personne n’est attendu pour signer." in page


def test_the_chain_comes_in_its_order_with_what_each_step_waits_for(porteur: Visitor):
    draft = begin_fiche(porteur)
    page = porteur.get(project_of(porteur, draft)).text
    fiche, charter = (page.index(f"<h3>{title}") for title in ("Fiche projet", "Charte du partenariat"))
    assert fiche < charter
    assert "Possible dès que «\u00a0Fiche projet en partenariat\u00a0» sera finalisé." in page


@pytest.mark.parametrize("role, status", [("referent_partenariat", 200), ("qualite", 200), ("patient_partenaire", 403)])
def test_offices_see_every_project_and_others_their_own(house: House, porteur: Visitor, role: str, status: int):
    project = project_of(porteur, porteur.begin())
    assert house.visitor(role).get(project).status == status


def test_quality_sees_that_there_is_a_draft_and_cannot_open_it(house: House, porteur: Visitor):
    draft = porteur.begin()
    page = house.visitor("qualite").get(project_of(porteur, draft)).text
    assert ("Brouillon" in page, draft in page) == (True, False)


def test_a_project_of_nowhere_is_not_found(porteur: Visitor):
    assert porteur.get("/projets/inconnu/").status == 404


def test_a_member_of_the_team_begins_nothing_that_pilots_begin(house: House, porteur: Visitor):
    draft = begin_fiche(porteur, patient_partenaire=(guest := house.visitor("patient_partenaire")))
    project = project_of(porteur, draft)
    guest.get(project)
    assert guest.post(f"{project}documents", {"formulaire": "fiche_projet"}).status == 403


def test_an_unknown_form_is_not_begun(porteur: Visitor):
    project = project_of(porteur, porteur.begin())
    porteur.get(project)
    assert porteur.post(f"{project}documents", {"formulaire": "rien"}).status == 404


def test_home_lists_projects_and_leads_to_them(house: House, porteur: Visitor):
    project = project_of(porteur, porteur.begin())
    assert project in porteur.get("/").text
    assert project not in house.visitor("patient_partenaire").get("/").text


def test_a_fiche_piloted_by_two_is_signed_by_the_porteur_then_by_the_copilote(house: House, porteur: Visitor):
    draft = porteur.begin()
    porteur.answer_sheet(draft, piloted_with("Paul", "Arnoux"), SECTIONS)
    project = project_of(porteur, draft)
    copilote = house.visitor("copilote")
    let_in(porteur, draft, copilote)
    document = finalise(porteur, draft).url
    house.work()
    sign(porteur, document)
    house.work()
    page = porteur.get(project)
    assert "Paul Arnoux" in page.text[page.text.index("On attend") : page.text.index("L’équipe")]
    assert "signature est enregistrée" in sign(copilote, document, "Paul Arnoux").text
    house.work()
    signed = house.visitor("qualite").get(document).text
    assert ("Nadia Lemoine" in signed, "Paul Arnoux" in signed) == (True, True)


CHARTER, BAROMETER = "Charte du partenariat patients-professionnels", "Baromètre du partenariat – soins"


def test_a_document_that_the_hospital_does_not_use_is_not_proposed(house: House, porteur: Visitor):
    project = project_of(porteur, begin_fiche(porteur))
    say(house, unused_forms="charte_partenariat, barometre_soins")
    page = porteur.get(project).text
    assert [title in page for title in ("Fiche projet", CHARTER, BAROMETER)] == [True, False, False]
    refused = porteur.post(f"{project}/documents", {"formulaire": "charte_partenariat"})
    assert (refused.status, "ce document n’y est pas utilisé" in refused.text) == (403, True)


def test_what_was_begun_goes_on_and_nothing_waits_for_what_is_not_used(house: House, porteur: Visitor):
    fiche = begin_fiche(porteur)
    project = project_of(porteur, fiche)
    say(house, unused_forms="fiche_projet")
    assert "formulaire" not in porteur.get("/").text
    assert porteur.post("/dossiers/", {"formulaire": "fiche_projet"}).status == 403
    assert porteur.get(fiche).status == 200
    begun = porteur.post(f"{project}/documents", {"formulaire": "charte_partenariat"})
    assert (begun.status, begun.url.startswith("/dossiers/")) == (200, True)
