"""A list of people brought in: seen first, then done, and nothing to do the second time."""

import io
import re

import pytest

from tests.journeys.house import House, Page, Visitor, found_house
from tests.journeys.test_people import PEOPLE, place_of

LIST = """prénom;nom;courriel;organisation;rôle;fin;compte
Rose;Blin;rose@patients.example;;Patient partenaire;31/12/2999;oui
Rose;Blin;rose@patients.example;;Représentant des usagers;;
Odette;Vasseur-Roy;patient_partenaire@demo.example;;;;
Marc;Tessier;;;;;
Jean;Sans;;Ailleurs;;;
"""


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def admin(house: House) -> Visitor:
    return house.visitor("admin")


def bring(visitor: Visitor, text: str) -> Page:
    visitor.get(f"{PEOPLE}importer/")
    data = {"_csrf": visitor.token, "place": place_of(visitor), "liste": (io.BytesIO(text.encode()), "liste.csv")}
    return Page(visitor.client.post(f"{PEOPLE}importer/", data=data))


def confirm(visitor: Visitor, page: Page) -> Page:
    fields = {name: page.hidden(name) for name in ("contenu", "place", "empreinte")}
    return visitor.post(f"{PEOPLE}importer/", fields)


def outcomes(page: Page) -> list[str]:
    return [
        word.strip() for word in re.findall(r"<td><strong>(?:<svg.*?</svg>)?([^<]+)</strong>", page.text, re.DOTALL)
    ]


def test_list_is_shown_line_by_line_before_anything_is_written(admin):
    page = bring(admin, LIST)
    assert outcomes(page) == ["Ajout", "Modification", "Modification", "Déjà à jour", "À corriger"]
    for told in (
        "Ajout à Hôpital de démonstration",
        "Patient partenaire à Hôpital de démonstration, jusqu’au 31/12/2999",
        "Compte ouvert, message envoyé",
        "S’appelle désormais Odette Vasseur-Roy",
        "«\u00a0Ailleurs\u00a0» n’est pas une organisation que vous administrez.",
    ):
        assert told in page.text
    assert "Rose Blin" not in admin.get(f"{PEOPLE}?q=blin").text


def test_what_was_shown_is_done_and_the_same_list_does_nothing_more(admin):
    done = confirm(admin, bring(admin, LIST))
    assert "1 ajout, 2 modifications." in done.text
    (url,) = re.findall(r'href="([^"]+)">Rose Blin<', admin.get(f"{PEOPLE}?q=blin").text)
    rose = admin.get(url).text
    for told in ("Patient partenaire", "jusqu’au 31/12/2999", "Représentant des usagers (RU)", "Son compte est ouvert"):
        assert told in rose
    again = bring(admin, LIST)
    assert outcomes(again) == [*["Déjà à jour"] * 4, "À corriger"]
    assert "Confirmer l’import" not in again.text


def test_list_that_would_do_something_else_by_now_is_shown_again(admin):
    page = bring(admin, LIST)
    confirm(admin, bring(admin, "prénom;nom;courriel\nRose;Blin;rose@patients.example\n"))
    again = confirm(admin, page)
    assert (again.status, outcomes(again)[0]) == (409, "Modification")
    assert "quelque chose a changé" in again.text


def test_referent_brings_in_no_office_and_changes_nobody_who_holds_one(house):
    referent = house.visitor("referent_partenariat")
    page = bring(referent, "prénom;nom;courriel;rôle\nA;B;;Siège\nMarcel;Tessier;qualite@demo.example;\nC;D;;RU\n")
    assert outcomes(page) == ["À corriger", "À corriger", "Ajout"]
    assert "Vous ne pouvez pas donner le rôle «\u00a0Siège\u00a0»." in page.text


def test_address_of_somebody_elsewhere_and_namesakes_are_told(house):
    referent = house.visitor("referent_partenariat")
    confirm(referent, bring(referent, "prénom;nom;courriel\nAna;Petit;a1@p.example\nAna;Petit;a2@p.example\n"))
    page = bring(referent, "prénom;nom;rôle\nAna;Petit;RU\n")
    assert "Plusieurs personnes portent ce nom." in page.text
    elsewhere = bring(referent, "prénom;nom;courriel\nJoël;Perrin;porteur_projet_val@demo.example\n")
    assert (outcomes(elsewhere), "Cette adresse sert déjà" in elsewhere.text) == (["À corriger"], True)


@pytest.mark.parametrize("role", ["porteur_projet", "qualite"])
def test_others_bring_in_nothing(house, role):
    visitor = house.visitor(role)
    assert visitor.get(f"{PEOPLE}importer/").status == 403


@pytest.mark.parametrize("fields", [{}, {"contenu": "é", "empreinte": "x"}, {"contenu": "eA", "empreinte": "x"}])
def test_post_without_a_file_that_is_one_is_refused(admin, fields):
    admin.get(f"{PEOPLE}importer/")
    assert admin.post(f"{PEOPLE}importer/", fields).status == 422
