"""Two records of one person become one, on the pages: shown first, done as shown, and nothing signed is touched."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from questionnaire.access import Organisation, OrganisationKind, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.storage import deeds, people, projects
from questionnaire.storage.database import open_session
from questionnaire.storage.deeds import Sought
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.records import Project
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.transaction import reading, writing
from tests.journeys.chain import begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.house import House, Page, Visitor, found_house
from tests.journeys.test_erasing import broken_chains, tables_that_hold
from tests.journeys.test_fiche_projet import finalise
from tests.journeys.test_people import PEOPLE, add, of

ODETTE = "patient_partenaire@demo.example"
ROSE = "odette.vasseur@mail.example"


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def admin(house: House) -> Visitor:
    return house.visitor("admin")


def pair(admin: Visitor, **more: str) -> tuple[str, str]:
    """Odette Vasseur’s page, and that of a second record of hers."""
    other = add(admin, first_name="Odete", last_name="Vasseur", email=ROSE, **more)
    return of(admin, "Odette Vasseur"), other


def number(url: str) -> str:
    return url.rpartition("/")[2]


def shown(admin: Visitor, kept: str, other: str) -> Page:
    return admin.get(f"{kept}/reunir/?avec={number(other)}")


def merge(admin: Visitor, kept: str, other: str, **fields: str) -> Page:
    seen = shown(admin, kept, other).hidden("vu")
    return admin.post(f"{kept}/reunir/", {"avec": number(other), "vu": seen, **fields})


def test_likely_doubles_are_offered_and_others_are_sought(admin):
    kept, other = pair(admin)
    assert "Réunir avec une autre fiche" in admin.get(kept).text
    page = admin.get(f"{kept}/reunir/").text
    assert ("Odete Vasseur" in page, "Nom à une lettre près" in page, "Marc Tessier" in page) == (True, True, False)
    found = admin.get(f"{kept}/reunir/?q=Tessier").text
    assert ("Marc Tessier" in found, f"avec={number(other)}" in found) == (True, True)
    assert "Personne à montrer" in admin.get(f"{kept}/reunir/?q=zzz").text


def test_both_are_shown_side_by_side_before_anything_is_done(admin):
    kept, other = pair(admin)
    page = shown(admin, kept, other).text
    for told in ("Odete Vasseur", ROSE, ODETTE, "Ce qui passe à la fiche gardée", "Ce qui disparaît", "pour toujours"):
        assert told in page, told
    swapped = shown(admin, kept, other).links(r"[^\"]+reunir/\?avec=[^\"]+")
    assert swapped == [f"{other}/reunir/?avec={number(kept)}"]
    assert admin.get(other).status == 200


def test_names_and_address_are_those_that_were_chosen(house, admin):
    kept, other = pair(admin)
    done = merge(admin, kept, other, noms=number(other), adresse=number(other))
    assert ("Les deux fiches sont réunies." in done.text, "Odete Vasseur" in done.text) == (True, True)
    listed = re.findall(r">([^<]+)</a><span class=\"meta\">([^<]+)<", admin.get(f"{PEOPLE}?q=Vasseur").text)
    assert (admin.get(other).status, listed) == (404, [("Odete Vasseur", ROSE)])
    with open_session(house.settings.database_url) as session, reading(session):
        told = session.scalars(select(letter.c.address).where(letter.c.kind == "records_merged")).all()
        sought = Sought(kinds=frozenset({DeedKind.PERSONS_MERGED}))
        (found,) = deeds.search(session, whole_perimeter(session), sought, 10)
    assert sorted(told) == [ROSE, ODETTE]
    assert (found.deed.person_name, found.deed.subject, found.deed.subject_id, dict(found.deed.details)) == (
        "Hugo Delattre",
        "Odette Vasseur",
        number(kept),
        {"avec": "Odete Vasseur", "gardée": number(kept), "réunie": number(other)},
    )


def test_account_that_does_not_stay_is_closed_and_its_sessions_end(house, admin):
    odette = house.visitor("patient_partenaire")
    kept, other = pair(admin, account="oui")
    merge(admin, kept, other, compte=number(other), adresse=number(kept))
    assert odette.get("/").url == "/connexion?next=/"
    page = admin.get(kept).text
    assert f"Son compte est ouvert, à l’adresse {ODETTE}." in page
    assert tables_that_hold(house, ROSE) <= {"letter", "deed_detail"}


def test_what_changed_meanwhile_is_shown_again_and_nothing_is_written(admin):
    kept, other = pair(admin)
    seen = shown(admin, kept, other).hidden("vu")
    admin.post(f"{other}/identite", {"first_name": "Odile", "last_name": "Vasseur", "email": ROSE})
    page = admin.post(f"{kept}/reunir/", {"avec": number(other), "vu": seen})
    assert (page.status, "quelque chose a changé" in page.text) == (409, True)
    assert admin.get(other).status == 200


def test_same_record_and_ones_own_are_refused_with_a_reason(admin):
    kept, _ = pair(admin)
    me = of(admin, "Hugo Delattre")
    for one, other, why in ((kept, kept, "C’est la même fiche"), (kept, me, "votre propre fiche")):
        page = shown(admin, one, other)
        assert (why in page.text, "pour toujours" in page.text) == (True, False)
        assert admin.post(f"{one}/reunir/", {"avec": number(other)}).status == 422
    assert shown(admin, kept, "x/unknown").status == 404


def test_somebody_known_where_one_does_not_administer_is_refused(house, admin):
    kept, other = pair(admin)
    with open_session(house.settings.database_url) as session, writing(session):
        far = Organisation("far", None, OrganisationKind.ETABLISSEMENT, "Hôpital lointain", "sanitaire", "Europe/Paris")
        people.add_organisation(session, far)
        project = Project("far_project", "far", "Ailleurs", datetime.now(UTC), number(other), Role.COPILOTE)
        projects.add(session, people.whole_perimeter(session), project)
    page = shown(admin, kept, other)
    assert ("que vous n’administrez pas" in page.text, "pour toujours" in page.text) == (True, False)
    assert admin.post(f"{kept}/reunir/", {"avec": number(other)}).status == 422
    assert admin.get(other).status == 200


def test_referent_merges_nobody(house, admin):
    kept, other = pair(admin)
    referent = house.visitor("referent_partenariat")
    assert "reunir" not in referent.get(kept).text
    assert shown(referent, kept, other).status == 403


@pytest.fixture
def signatory(house: House) -> Visitor:
    """Odette Vasseur, who signed a charter in a project whose fiche is signed too."""
    nadia, odette = house.visitor("porteur_projet"), house.visitor("patient_partenaire")
    fiche = begin_fiche(nadia, patient_partenaire=odette)
    project = project_of(nadia, fiche)
    signed = finalise(nadia, fiche).url
    house.work()
    sign(nadia, signed)
    house.work()
    charter = begin(odette, project).url
    fill_charter(odette, charter)
    document = finalise(odette, charter).url
    house.work()
    sign(odette, document, "Odette Vasseur")
    house.work()
    sign(nadia, document)
    house.work()
    return odette


@pytest.mark.usefixtures("signatory")
def test_signed_documents_stay_those_of_the_person_and_every_chain_holds(house, admin):
    """The record that signed is the one left over; its account goes on as that of the other."""
    odette, other = pair(admin)
    document = house.visitor("patient_partenaire").get("/documents/").links(r"/documents/\w+/")
    page = merge(admin, other, odette, noms=number(odette), adresse=number(odette))
    assert "Les deux fiches sont réunies." in page.text
    # The keys of letters hold ids, so that nothing is told twice.
    proofs = {"person", "act", "circuit_step", "journal_event", "answer_change", "deed_detail", "letter"}
    assert tables_that_hold(house, number(odette)) == proofs
    back = house.visitor("patient_partenaire")
    assert (back.get("/documents/").links(r"/documents/\w+/"), broken_chains(house)) == (document, [])
    data = back.get("/compte/donnees/fichier.json").text
    assert re.search(r'"signatures": \[\s*\{', data)
    assert re.search(r'"former_records": \[\s*\{', data)


@pytest.mark.usefixtures("signatory")
def test_erasing_whoever_is_left_erases_both_records(house, admin):
    odette, other = pair(admin)
    merge(admin, other, odette, noms=number(other), adresse=number(odette))
    admin.post(f"{other}/donnees/effacement", {})
    left = tables_that_hold(house, "Vasseur", ODETTE, ROSE)
    assert (left - {"submission", "act", "archived_document", "journal_event"}, broken_chains(house)) == (set(), [])
