"""People as administrators see and change them, on the pages; and what a référent may not."""

import re

import pytest
from sqlalchemy import select, text

from questionnaire.access import Role
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.letters import letter
from tests.journeys.house import House, Page, Visitor, found_house

PEOPLE = "/administration/personnes/"


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def admin(house: House) -> Visitor:
    return house.visitor("admin")


@pytest.fixture
def referent(house: House) -> Visitor:
    return house.visitor("referent_partenariat")


def place_of(visitor: Visitor) -> str:
    return str(
        re.findall(r'<option value="(\w+)"[^>]*>Hôpital de démonstration<', visitor.get(f"{PEOPLE}ajouter").text)[0]
    )


def add(visitor: Visitor, **more: str) -> str:
    """Add Rose Blin; the address of her page."""
    fields = {"first_name": "Rose", "last_name": "Blin", "email": "rose@patients.example", "place": place_of(visitor)}
    return visitor.post(f"{PEOPLE}ajouter", fields | more).url


def of(visitor: Visitor, name: str) -> str:
    """The address of somebody's page."""
    return str(re.findall(rf'href="([^"]+)">{name}<', visitor.get(f"{PEOPLE}?q={name}").text)[0])


def grant(visitor: Visitor, url: str, role: Role, until: str = "") -> Page:
    return visitor.post(f"{url}/roles", {"role": role, "place": place_of(visitor), "until": until})


def test_list_is_searched_by_name_and_by_address(admin):
    everybody = admin.get(PEOPLE)
    assert ("Odette Vasseur" in everybody.text, "Marc Tessier" in everybody.text) == (True, True)
    for words in ("vass odet", "patient_partenaire@demo"):
        found = admin.get(f"{PEOPLE}?q={words}").text
        assert ("Odette Vasseur" in found, "Marc Tessier" in found) == (True, False)
    assert "Personne à montrer" in admin.get(f"{PEOPLE}?q=%25").text


@pytest.mark.parametrize("role", ["porteur_projet", "patient_partenaire", "qualite"])
def test_others_administer_nobody(house, role):
    visitor = house.visitor(role)
    assert ("Personnes</a>" in visitor.get("/").text, visitor.get(PEOPLE).status) == (False, 403)


def test_person_is_added_with_an_account_and_written_to(admin):
    url = add(admin, account="oui")
    page = admin.get(url)
    assert "Rose Blin" in page.text
    assert "Son compte est ouvert, à l’adresse rose@patients.example." in page.text


def test_what_is_typed_wrong_is_told_and_nothing_is_kept(admin):
    typed = {"first_name": "=1+1", "last_name": "", "email": "x", "place": place_of(admin)}
    page = admin.post(f"{PEOPLE}ajouter", typed)
    assert page.status == 422
    for told in ("en commençant par une lettre", "Écrivez le nom.", "Écrivez une adresse comme"):
        assert told in page.text
    taken = admin.post(
        f"{PEOPLE}ajouter",
        {"first_name": "A", "last_name": "B", "email": "PORTEUR_projet@demo.example", "place": place_of(admin)},
    )
    assert (taken.status, "Cette adresse sert déjà" in taken.text) == (422, True)


def test_role_is_given_until_a_day_and_taken_back(admin):
    url = add(admin)
    page = grant(admin, url, Role.PATIENT_PARTENAIRE, "31/12/2999")
    assert ("Patient partenaire" in page.text, "jusqu’au 31/12/2999" in page.text) == (True, True)
    fields = {"role": "patient_partenaire", "place": place_of(admin)}
    assert "Aucun rôle." in admin.post(f"{url}/roles/retirer", fields).text


@pytest.mark.parametrize("until", ["31/12/2000", "demain"])
def test_day_that_is_past_or_unread_is_refused(admin, until):
    page = grant(admin, add(admin), Role.PATIENT_PARTENAIRE, until)
    assert (page.status, "Date de fin (facultatif)\u00a0:" in page.text) == (422, True)


def test_role_that_has_ended_gives_nothing_any_more(house):
    quality = house.visitor("qualite")
    assert quality.get("/archives/").status == 200
    with open_session(house.settings.database_url) as session:
        session.execute(text("UPDATE membership SET until = '2020-01-01' WHERE role = 'qualite'"))
        session.commit()
    assert quality.get("/archives/").status == 403


def test_closing_ends_the_sessions_and_reopening_lets_in_again(house, admin):
    quality = house.visitor("qualite")
    url = of(admin, "Marc Tessier")
    assert "Son compte est fermé" in admin.post(f"{url}/compte", {"compte": "fermer"}).text
    assert "/connexion" in quality.get("/archives/").url
    admin.post(f"{url}/compte", {"compte": "rouvrir"})
    assert "/connexion" in quality.get("/archives/").url
    assert house.visitor("qualite").get("/archives/").status == 200


def test_nobody_closes_their_own_account_nor_gives_up_administration(admin):
    url = of(admin, "Hugo Delattre")
    assert "votre propre compte" in admin.post(f"{url}/compte", {"compte": "fermer"}).text
    fields = {"role": "admin", "place": place_of(admin)}
    assert "un autre administrateur" in admin.post(f"{url}/roles/retirer", fields).text


def test_referent_gives_the_roles_of_teams_and_no_office(referent):
    url = add(referent)
    offered = set(re.findall(r'<option value="(\w+)"[^>]*>', referent.get(f"{url}/roles").text))
    assert (offered & {"patient_partenaire", "admin", "qualite", "siege"}) == {"patient_partenaire"}
    refused = grant(referent, url, Role.ADMIN)
    assert (refused.status, "Choisissez un rôle de la liste." in refused.text) == (422, True)
    assert "Porteur du projet" in grant(referent, url, Role.PORTEUR_PROJET).text


def test_referent_touches_nobody_who_holds_an_office(referent):
    url = of(referent, "Marc Tessier")
    assert "Fermer son compte" not in referent.get(url).text
    tried = [
        referent.post(f"{url}/compte", {"compte": "fermer"}),
        referent.post(f"{url}/identite", {"first_name": "X", "last_name": "Y", "email": "x@x.example"}),
        referent.post(f"{url}/roles/retirer", {"role": "qualite", "place": place_of(referent)}),
    ]
    assert [page.status for page in tried] == [403, 403, 403]


def test_address_by_which_an_account_opens_is_changed_by_an_administrator(admin, referent):
    url = of(referent, "Odette Vasseur")
    fields = {"first_name": "Odette", "last_name": "Vasseur", "email": "odette@patients.example"}
    assert referent.post(f"{url}/identite", fields).status == 403
    assert "odette@patients.example" in admin.post(f"{url}/identite", fields).text
    fields = {"first_name": "Odile", "last_name": "Vasseur", "email": "odette@patients.example"}
    assert "Odile Vasseur" in referent.post(f"{url}/identite", fields).text


def test_owner_of_an_account_is_told_at_both_addresses_that_it_changed(house, admin):
    fields = {"first_name": "Odette", "last_name": "Vasseur", "email": "odette.neuve@exemple.fr"}
    admin.post(f"{of(admin, 'Odette Vasseur')}/identite", fields)
    with open_session(house.settings.database_url) as session:
        sent = session.execute(
            select(letter.c.address, letter.c.subject).where(letter.c.kind == "way_in_changed")
        ).all()
    assert sorted(map(tuple, sent)) == [
        ("odette.neuve@exemple.fr", "L’adresse de votre compte a été changée"),
        ("patient_partenaire@demo.example", "L’adresse de votre compte a été changée"),
    ]


def test_what_is_done_with_people_is_in_the_audit_log(admin):
    grant(admin, add(admin), Role.PATIENT_PARTENAIRE)
    log = admin.get("/administration/journal/").text
    assert ("ajout de la personne" in log, "rôle donné" in log, "Rose Blin" in log) == (True, True, True)


def test_unknown_person_is_not_found(admin):
    assert admin.get(f"{PEOPLE}inconnue").status == 404
