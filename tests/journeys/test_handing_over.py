"""Leaving a team: who takes what was carried, what stays, and acting in one role or another."""

import re

import pytest

from tests.journeys import together
from tests.journeys.house import House, Page, Visitor, found_house
from tests.journeys.together import bring

NAMES = {"copilote": "Paul Arnoux", "patient_partenaire": "Odette Vasseur", "porteur_projet": "Nadia Lemoine"}


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


def project_of(visitor: Visitor) -> str:
    return visitor.get("/").links(r"/projets/[a-z0-9]+/")[0]


def draft_of(visitor: Visitor) -> str:
    return visitor.get("/").links(r"/dossiers/[a-z0-9]+")[0]


def way_out(visitor: Visitor, project: str, label: str) -> str:
    found = re.findall(rf'href="([^"]+)">{label}<', visitor.get(project).text)
    return str(found[0]) if found else ""


def give(visitor: Visitor, out: str, name: str) -> Page:
    """See what passes to somebody of the team, then give it."""
    (receiver,) = re.findall(rf'<option value="(\w+)"[^>]*>{name} ', visitor.get(out).text)
    assert f"{name} " in visitor.get(f"{out}?vers={receiver}").text
    return visitor.post(out, {"vers": receiver})


def test_porteur_leaves_and_another_takes_the_project_and_its_drafts(house, porteur):
    project, draft = project_of(porteur), draft_of(porteur)
    out = way_out(porteur, project, "Quitter l’équipe")
    page = porteur.get(out)
    assert ("Fiche projet en partenariat" in page.text, "Porteur du projet" in page.text) == (True, True)
    give(porteur, out, "Paul Arnoux")
    assert (porteur.get(draft).status, porteur.get(project).status) == (403, 403)
    paul = house.visitor("copilote")
    text = paul.get(project).text
    assert ("Porteur du projet et Co-pilote" in text, "Nadia Lemoine" in text) == (True, False)
    paul.answer(draft, "identite", {"titre": "Repris par Paul"})
    assert paul.post(f"{draft}/equipe", {"role": "copilote"}).status == 200


def test_parts_given_pass_on_and_what_was_written_stays(house, porteur):
    project, draft = project_of(porteur), draft_of(porteur)
    odette = house.visitor("patient_partenaire")
    part = f"{draft}/parties/identite/"
    together.give(porteur, draft, "identite", "Odette")
    odette.answer(draft, "identite", {"titre": "Écrit par Odette"})
    give(porteur, way_out(porteur, project, "Transmettre la place de Odette"), "Sylvie Garnier")
    assert odette.get(draft).status == 403
    sylvie = house.visitor("professionnel_partenaire")
    page = sylvie.get(part)
    assert ("Écrit par Odette" in page.text, "section-form" in page.text) == (True, True)


def test_place_of_a_porteur_is_theirs_or_the_referent_s_to_give(house, porteur):
    project = project_of(porteur)
    paul = house.visitor("copilote")
    assert way_out(paul, project, "Transmettre la place de Nadia") == ""
    out = way_out(porteur, project, "Quitter l’équipe")
    assert (paul.get(out).status, paul.post(out, {"vers": "x"}).status) == (403, 403)
    referent = house.visitor("referent_partenariat")
    give(referent, way_out(referent, project, "Transmettre la place de Nadia"), "Paul Arnoux")
    assert "Porteur du projet et Co-pilote" in referent.get(project).text


@pytest.mark.parametrize("role", ["patient_partenaire", "professionnel_partenaire"])
def test_members_hand_over_their_own_place_only(house, porteur, role):
    project = project_of(porteur)
    visitor = house.visitor(role)
    labels = re.findall(r">(Quitter l’équipe|Transmettre la place de [^<]+)<", visitor.get(project).text)
    assert labels == ["Quitter l’équipe"]


def test_nobody_leaves_to_themselves_nor_to_a_stranger(porteur):
    out = way_out(porteur, project_of(porteur), "Quitter l’équipe")
    for receiver in ("", "x", out.rpartition("/")[2]):
        page = porteur.post(out, {"vers": receiver})
        assert (page.status, "Choisissez une autre personne de l’équipe." in page.text) == (409, True)
    assert "Nadia Lemoine" in porteur.get(project_of(porteur)).text


def test_one_more_role_in_a_project_is_acted_in_when_one_chooses_it(house, porteur):
    project, draft = project_of(porteur), draft_of(porteur)
    odette = house.visitor("patient_partenaire")
    bring(porteur, draft, odette, "representant_usagers")
    text = odette.get(project).text
    assert "Patient partenaire et Représentant des usagers (RU)" in text
    assert "Agir en qualité de\u00a0: représentant des usagers (ru)" in text
    odette.post(f"{project}qualite", {"role": "representant_usagers"})
    assert "Agir en qualité de\u00a0: patient partenaire" in odette.get(project).text
    refused = odette.post(f"{project}qualite", {"role": "porteur_projet"})
    assert (refused.status, "Vous n’avez pas ce rôle" in refused.text) == (409, True)


def test_project_keeps_a_porteur_who_acts_as_one(porteur):
    project, draft = project_of(porteur), draft_of(porteur)
    bring(porteur, draft, porteur, "professionnel_partenaire")
    refused = porteur.post(f"{project}qualite", {"role": "professionnel_partenaire"})
    assert (refused.status, "n’a pas d’autre porteur" in refused.text) == (409, True)


def test_handing_over_is_in_the_audit_log(house, porteur):
    give(porteur, way_out(porteur, project_of(porteur), "Quitter l’équipe"), "Paul Arnoux")
    log = house.visitor("admin").get("/administration/journal/").text
    assert ("Place transmise" in log, "de\u00a0: Nadia Lemoine" in log) == (True, True)
