"""Inviting into a team by a link that the inviter hands over."""

import re
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from questionnaire.storage.database import open_session
from questionnaire.storage.tables.letters import letter
from tests.journeys.house import Visitor


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return porteur.begin()


def invite(visitor: Visitor, draft: str, role: str = "professionnel_partenaire") -> str:
    """The path of a new invitation."""
    visitor.get(f"{draft}/equipe")
    page = visitor.post(f"{draft}/equipe", {"role": role})
    found = re.search(r'value="(http[^"]+/invitations/[^"]+)"', page.text)
    assert found, page.text
    return urlsplit(found[1]).path


def accept(visitor: Visitor, link: str):
    visitor.get(link)
    return visitor.post(link, {})


def test_a_person_invited_enters_the_team_and_sees_the_draft(house, porteur, draft):
    link = invite(porteur, draft)
    guest = house.visitor("referent_partenariat")
    assert "vous invite" in guest.get(link).text
    assert accept(guest, link).url == draft
    assert "Irène Caron" in porteur.get(f"{draft}/equipe").text


def test_an_invitation_used_by_another_person_is_refused(house, porteur, draft):
    link = invite(porteur, draft)
    accept(house.visitor("professionnel_partenaire"), link)
    second = house.visitor("patient_partenaire").get(link)
    assert (second.status, "déjà servi à une autre personne" in second.text) == (409, True)


def test_a_post_with_an_invitation_of_another_lets_nobody_in(house, porteur, draft):
    link = invite(porteur, draft)
    accept(house.visitor("professionnel_partenaire"), link)
    second = house.visitor("patient_partenaire")
    second.get("/")
    page = second.post(link, {})
    assert (page.status, "déjà servi à une autre personne" in page.text) == (409, True)
    assert (second.get(draft).status, "Odette Vasseur" in porteur.get(f"{draft}/equipe").text) == (403, False)


def test_accepting_twice_is_harmless(house, porteur, draft):
    link = invite(porteur, draft)
    guest = house.visitor("professionnel_partenaire")
    accept(guest, link)
    assert accept(guest, link).url == draft


def test_a_forged_link_leads_nowhere(porteur):
    assert porteur.get("/invitations/nothing-of-the-kind").status == 404


def test_a_role_that_nobody_is_invited_as_is_refused(porteur, draft):
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "admin"})
    assert (page.status, "Choisissez un rôle de la liste." in page.text) == (409, True)


def test_only_those_who_pilot_may_invite(house, porteur, draft):
    link = invite(porteur, draft, "patient_partenaire")
    patient = house.visitor("patient_partenaire")
    accept(patient, link)
    page = patient.get(f"{draft}/equipe")
    assert "Créer un lien d’invitation" not in page.text
    assert patient.post(f"{draft}/equipe", {"role": "copilote"}).status == 403


def revoke(visitor: Visitor, draft: str):
    page = visitor.get(f"{draft}/equipe")
    return visitor.post(f"{draft}/equipe/annuler", {"invitation": page.hidden("invitation")})


def test_an_invitation_taken_back_opens_nothing(house, porteur, draft):
    link = invite(porteur, draft)
    page = revoke(porteur, draft)
    assert ("L’invitation est annulée" in page.text, "Invitations en attente" in page.text) == (True, False)
    assert house.visitor("professionnel_partenaire").get(link).status == 404


def test_the_letter_of_an_invitation_taken_back_does_not_leave(house, porteur, draft):
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": "ines@exemple.fr"})
    revoke(porteur, draft)
    with open_session(house.settings.database_url) as session:
        assert session.execute(select(letter.c.kind).where(letter.c.kind == "invitation")).all() == []


def test_an_invitation_that_was_used_is_not_taken_back(house, porteur, draft):
    link = invite(porteur, draft)
    digest = porteur.get(f"{draft}/equipe").hidden("invitation")
    accept(house.visitor("professionnel_partenaire"), link)
    page = porteur.post(f"{draft}/equipe/annuler", {"invitation": digest})
    assert (page.status, "n’attend plus" in page.text) == (409, True)


def test_only_those_who_pilot_take_invitations_back(house, porteur, draft):
    patient = house.visitor("patient_partenaire")
    accept(patient, invite(porteur, draft, "patient_partenaire"))
    invite(porteur, draft)
    digest = porteur.get(f"{draft}/equipe").hidden("invitation")
    assert "Annuler" not in patient.get(f"{draft}/equipe").text
    assert patient.post(f"{draft}/equipe/annuler", {"invitation": digest}).status == 403
