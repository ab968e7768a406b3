"""The pages that administer organisations: forms that come back with their faults, and what they change."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.journeys.house import found_house

ROOT = "/administration/organisations/"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    return found_house(tmp_path_factory.mktemp("administered") / "data")


@pytest.fixture
def admin(house):
    return house.visitor("admin")


@pytest.fixture
def hospital(admin):
    """The address of the hospital."""
    page = admin.get(ROOT)
    return re.findall(rf'href="({ROOT}[a-z0-9]+)">Hôpital de démonstration<', page.text)[0]


def picture():
    made = BytesIO()
    Image.new("RGB", (300, 100), "navy").save(made, "PNG")
    return BytesIO(made.getvalue())


def test_administrator_finds_the_tree_in_the_menu_and_nobody_else_does(house, admin):
    (rooms,) = admin.get("/").links("/administration/")
    page = admin.get(admin.get(rooms).links(ROOT)[0])
    names = re.findall(rf'href="{ROOT}[a-z0-9]+">([^<]+)<', page.text)
    assert names == [
        "GHU de démonstration", "Hôpital de démonstration", "Néphrologie", "Pédiatrie", "Hôpital des Tilleuls",
    ]  # fmt: skip
    porteur = house.visitor("porteur_projet")
    assert (porteur.get("/").links("/administration/[a-z/]*"), porteur.get("/administration/").status) == ([], 403)


def test_service_is_added_and_changed(admin, hospital):
    assert admin.get(f"{hospital}/ajouter").status == 200
    page = admin.post(f"{hospital}/ajouter", {"kind": "service", "name": "Cardiologie"})
    assert ("L’organisation est créée." in page.text, "<h1>Cardiologie</h1>" in page.text) == (True, True)
    page = admin.post(f"{page.url}/identite", {"name": "Cardiologie et vaisseaux", "address": "Bâtiment B"})
    assert ("L’identité est enregistrée." in page.text, "Bâtiment B" in page.text) == (True, True)


def test_faults_come_back_with_what_was_typed(admin, hospital):
    fields = {"name": "Hôpital des Tilleuls", "sector": "sanitaire", "department": "69", "finess": "750100126"}
    page = admin.post(f"{hospital}/identite", {**fields, "timezone": "Europe/Paris"})
    assert page.status == 422
    assert ("Une réponse est à corriger" in page.text, 'href="#finess"' in page.text) == (True, True)
    assert re.search(r'id="finess"[^>]*aria-invalid="true"[^>]* value="750100126"', page.text)
    page = admin.post(f"{hospital}/identite", {**fields, "finess": "", "timezone": "Europe/Paris"})
    assert (page.status, "existe déjà ici" in page.text) == (422, True)


def test_contact_stands_at_the_foot_of_every_page_with_ways_to_reach_it(house, admin, hospital):
    admin.get(f"{hospital}/contacts")
    page = admin.post(
        f"{hospital}/contacts", {"help_name": "Irène Caron", "help_phone": "01 23 45 67 89", "help_email": "i@h.fr"}
    )
    assert "Les contacts sont enregistrés." in page.text
    foot = house.visitor("patient_partenaire").get("/").text.partition("site-footer")[2]
    for told in ("Besoin d’aide", "Irène Caron", 'href="tel:0123456789"', 'href="mailto:i@h.fr"'):
        assert told in foot
    page = admin.post(f"{hospital}/contacts", {"help_name": "", "help_phone": "standard"})
    assert (page.status, page.text.count('aria-invalid="true"')) == (422, 2)


def test_whoever_answers_for_personal_data_is_named_where_they_are_asked_for(house, admin, hospital):
    admin.get(f"{hospital}/contacts")
    admin.post(f"{hospital}/contacts", {"privacy_name": "Aïcha Diallo, déléguée", "privacy_email": "dpo@h.fr"})
    porteur = house.visitor("porteur_projet")
    for url in (porteur.begin(), "/compte/donnees/"):
        page = porteur.get(url).text
        assert "Aïcha Diallo, déléguée" in page
        assert 'href="mailto:dpo@h.fr"' in page
        assert "cnil.fr" in page


def test_setting_tells_who_says_it(admin, hospital):
    assert '11 <span class="meta">(Installation)</span>' in admin.get(hospital).text
    page = admin.post(f"{hospital}/reglages", {"draft_months": "24", "shared_computers": "oui"})
    assert '24 <span class="meta">(Hôpital de démonstration)</span>' in page.text
    page = admin.get(f"{hospital}/reglages")
    assert "Aujourd’hui\u00a0: 24 (Hôpital de démonstration)." in page.text
    page = admin.post(f"{hospital}/reglages", {"draft_months": "abc", "reply_to": "x"})
    assert (page.status, "2 réponses sont à corriger" in page.text, 'value="abc"' in page.text) == (422, True, True)


def test_colour_and_logo_are_those_of_every_page_of_the_hospital(house, admin, hospital):
    admin.get(f"{hospital}/apparence")
    page = admin.post(f"{hospital}/apparence", {"accent": "#0055aa", "alt": "Un drapeau", "logo": (picture(), "l.png")})
    assert "L’apparence est enregistrée." in page.text
    home = house.visitor("patient_partenaire").get("/").text
    assert '<link rel="stylesheet" href="/apparence/couleur-0055aa.css">' in home
    (logo,) = re.findall(r'<img class="logo" src="(/apparence/logos/[0-9a-f]{64}\.png)" alt="Un drapeau"', home)
    with house.app.test_client().get(logo) as answer:
        assert (answer.status_code, answer.content_type, answer.data[:4]) == (200, "image/png", b"\x89PNG")
    assert "couleur" not in house.visitor("qualite_val").get("/").text.replace("couleur-17603f", "")
    page = admin.post(f"{hospital}/apparence", {"accent": "#0055aa", "no_accent": "oui", "no_logo": "oui"})
    assert "Celle du produit" in page.text


def test_refused_look_changes_nothing(admin, hospital):
    page = admin.post(f"{hospital}/apparence", {"accent": "#0055aa", "logo": (BytesIO(b"<svg/>"), "l.svg")})
    assert (page.status, "type accepté" in page.text) == (422, True)
    page = admin.post(f"{hospital}/apparence", {"accent": "#ffcc00"})
    assert (page.status, "La nuance la plus proche qui convient est #8f7200." in page.text) == (422, True)
    assert "Celle du produit" in admin.get(hospital).text


def test_archived_organisation_can_be_taken_back(admin, hospital):
    page = admin.post(f"{hospital}/archiver", {})
    assert ("L’organisation est archivée" in page.text, "Rétablir cette organisation" in page.text) == (True, True)
    assert "L’organisation est rétablie." in admin.post(f"{hospital}/retablir", {}).text


def test_groupe_is_not_archived_before_what_it_holds(admin):
    group = re.findall(rf'href="({ROOT}[a-z0-9]+)">GHU de démonstration<', admin.get(ROOT).text)[0]
    page = admin.post(f"{group}/archiver", {})
    assert (page.status, "Archivez d’abord ce qui en dépend" in page.text) == (409, True)


@pytest.mark.parametrize("colour", ["ffcc00", "5A2A58", "red", "5a2a58;}"])
def test_only_colours_that_can_be_read_have_a_style_sheet(house, colour):
    assert house.app.test_client().get(f"/apparence/couleur-{colour}.css").status_code == 404


def test_style_sheet_of_a_colour_has_a_shade_for_dark_screens(house):
    answer = house.app.test_client().get("/apparence/couleur-5a2a58.css")
    assert answer.get_data(as_text=True) == (
        ":root { --accent: #5a2a58; --accent-bar: 4px; }\n"
        "@media (prefers-color-scheme: dark) { :root { --accent: #b8a3b7; } }\n"
        "@media (prefers-contrast: more) { :root { --accent: #000; } }\n"
    )
    assert answer.content_type == "text/css; charset=utf-8"


@pytest.mark.parametrize("name", ["x", "0" * 63, "0" * 64, "..%2f..%2fsecret_key"])
def test_logo_that_is_not_kept_is_not_found(house, name):
    assert house.app.test_client().get(f"/apparence/logos/{name}.png").status_code == 404


def test_every_change_stands_in_the_audit_log(admin, hospital):
    admin.get(f"{hospital}/reglages")
    admin.post(f"{hospital}/reglages", {"escalation_days": "20"})
    admin.post(f"{hospital}/ajouter", {"kind": "service", "name": "Urgences"})
    log = admin.get("/administration/journal/").text
    for told in ("acte\u00a0: réglages", "acte\u00a0: création", "Hugo Delattre"):
        assert told in log
