"""A person is erased: nothing of them is left but in what was signed, and every chain still holds."""

import json

import pytest
from sqlalchemy import select

from questionnaire.access.deeds import DeedKind
from questionnaire.cli.runner import workshop
from questionnaire.journeys.auditing import check
from questionnaire.lifecycle import verify_chain
from questionnaire.storage import archive, deeds, journal
from questionnaire.storage.database import open_session
from questionnaire.storage.deeds import Sought
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.register import verify_register
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.transaction import reading
from tests.journeys.chain import begin, begin_fiche, fill_charter, project_of, sign
from tests.journeys.house import House, found_house
from tests.journeys.test_fiche_projet import finalise
from tests.journeys.test_people import of

FROZEN = {"submission", "act", "archived_document", "journal_event"}
"""What was finalised keeps the names that it was signed with."""


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


@pytest.fixture
def odette(house):
    """Somebody of a team who signed a charter, began another document, commented, and asked for her data."""
    nadia, odette = house.visitor("porteur_projet"), house.visitor("patient_partenaire")
    fiche = begin_fiche(nadia, patient_partenaire=odette)
    project = project_of(nadia, fiche)
    odette.get(f"{fiche}/commentaires/question?question=titre")
    odette.post(f"{fiche}/commentaires/question?question=titre", {"_texte": "Odette Vasseur trouve cela trop long."})
    signed = finalise(nadia, fiche).url
    house.work()
    sign(nadia, signed)
    house.work()
    charter = begin(odette, project).url
    fill_charter(odette, charter)
    document = finalise(odette, charter).url
    house.work()
    sign(odette, document)
    house.work()
    sign(nadia, document)
    house.work()
    odette.post("/compte/donnees/pdf", {})
    house.work()
    return odette


def erasure(house, name):
    """The administrator, and the page that erases somebody."""
    admin = house.visitor("admin")
    return admin, f"{of(admin, name)}/donnees/effacement"


def tables_that_hold(house, *words):
    """The names of the tables where any text has any of these words."""
    with open_session(house.settings.database_url) as session, reading(session):
        return {
            table.name
            for table in metadata.sorted_tables
            for row in session.execute(select(table))
            if any(word in json.dumps(list(row), default=str, ensure_ascii=False) for word in words)
        }


def broken_chains(house):
    """The places and drafts whose chain does not hold."""
    with open_session(house.settings.database_url) as session, reading(session):
        whole = whole_perimeter(session)
        logs = [each.organisation_id for each in check(session, whole) if each.broken_at is not None]
        drafts = session.scalars(select(draft.c.id)).all()
        links = {each: [entry.link for entry in journal.read(session, whole, each)] for each in drafts}
        return logs + [each for each in drafts if verify_chain(links[each]) is not None]


def test_nothing_is_left_of_a_person_but_in_what_is_finalised(house, odette):
    before = tables_that_hold(house, "Vasseur", "patient_partenaire@demo.example")
    admin, url = erasure(house, "Odette Vasseur")
    page = admin.get(url).text
    for told in ("Ce qui est effacé", "Ce qui reste sans son nom", "Ce qui reste, et pourquoi", "Signatures"):
        assert told in page, told
    assert {"account", "person", "comment", "deed_detail"} <= before
    done = admin.post(url, {})
    assert "La personne est effacée." in done.text
    left = tables_that_hold(house, "Vasseur", "patient_partenaire@demo.example")
    assert left - FROZEN == set()
    assert (broken_chains(house), odette.get("/").url) == ([], "/connexion?next=/")


@pytest.mark.usefixtures("odette")
def test_what_was_signed_is_still_in_the_register_as_it_was(house):
    admin, url = erasure(house, "Odette Vasseur")
    admin.post(url, {})
    with open_session(house.settings.database_url) as session, reading(session):
        whole, blobs = whole_perimeter(session), workshop(house.settings, session).blobs
        assert (len(archive.listing(session, whole)), verify_register(session, blobs, whole)) == (2, ())


@pytest.mark.usefixtures("odette")
def test_erasure_is_noted_without_a_name(house):
    admin, url = erasure(house, "Odette Vasseur")
    admin.post(url, {})
    with open_session(house.settings.database_url) as session, reading(session):
        sought = Sought(kinds=frozenset({DeedKind.PERSON_ERASED}))
        (found,) = deeds.search(session, whole_perimeter(session), sought, 10)
    assert (found.deed.person_name, found.deed.subject, found.deed.subject_id) == (
        "Hugo Delattre",
        "Personne effacée",
        "",
    )


def test_person_whom_nothing_signed_names_goes_whole(house):
    admin, url = erasure(house, "Sylvie Garnier")
    admin.post(url, {})
    assert tables_that_hold(house, "Garnier", "professionnel_partenaire@demo.example") == set()


def test_project_is_not_left_without_a_porteur(house):
    nadia, odette = house.visitor("porteur_projet"), house.visitor("patient_partenaire")
    begin_fiche(nadia, patient_partenaire=odette)
    admin, url = erasure(house, "Nadia Lemoine")
    page = admin.get(url).text
    assert ("n’aurait plus de porteur" in page, "pour toujours" in page) == (True, False)
    assert "Transmettez d’abord ses projets" in admin.post(url, {}).text
    assert "Nadia Lemoine" in admin.get("/administration/personnes/").text


def test_name_that_another_person_has_stays_in_the_texts_of_others(house):
    admin, url = erasure(house, "Odette Vasseur")
    place = admin.get("/administration/personnes/ajouter").option("Hôpital de démonstration")
    admin.post("/administration/personnes/ajouter", {"first_name": "Odette", "last_name": "Vasseur", "place": place})
    assert "Une autre personne porte le même nom" in admin.get(url).text
    admin.post(url, {})
    assert "Odette Vasseur" in admin.get("/administration/personnes/").text


def test_nobody_erases_themselves_and_a_referent_nobody(house):
    admin, url = erasure(house, "Hugo Delattre")
    assert "Vous ne pouvez pas vous effacer vous-même" in admin.post(url, {}).text
    _, url = erasure(house, "Odette Vasseur")
    assert house.visitor("referent_partenariat").get(url).status == 403
