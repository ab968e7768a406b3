"""Exporting answers from the archives: who may, what leaves, what is written of it."""

import io
import re
from datetime import timedelta
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from questionnaire.access.deeds import DeedKind
from questionnaire.access.roles import Role
from questionnaire.storage.database import open_session
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.deeds import deed, deed_detail
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.tables.projects import project
from questionnaire.storage.tables.sessions import session_opened
from questionnaire.storage.transaction import writing
from tests.journeys.house import now

URL = "/archives/export/"
WANTED = {"formulaire": "fiche_projet", "finalite": "Bilan annuel pour la commission", "format": "xlsx"}


def export(visitor, **fields):
    visitor.get(URL)
    return visitor.client.post(URL, data={"_csrf": visitor.token, **WANTED, **fields})


def sheets(page):
    book = load_workbook(io.BytesIO(page.data))
    return {name: [[cell.value for cell in line] for line in book[name]] for name in book.sheetnames}


def first(sheet):
    return dict(zip(sheet[0], sheet[1], strict=True))


@pytest.fixture
def quality(place):
    return place.visitor("qualite")


def names_of(place):
    """All that tells who people are, in the database of this world."""
    with open_session(place.house.settings.database_url) as session:
        people = session.execute(select(person.c.id, person.c.first_name, person.c.last_name)).all()
        found = {part for row in people for part in (row.id, row.last_name)}
        found |= set(session.scalars(select(account.c.email))) | set(session.scalars(select(project.c.title)))
        return found | {place.project_id, place.document_id, place.submission_id}


def test_quality_finds_the_export_in_the_archives(quality):
    assert URL in quality.get("/archives/").links(r"/archives/export/")
    assert "fiche_projet" in quality.get(URL).text


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_nothing_in_an_extract_without_names_tells_who_people_are(place, quality, format_):
    page = export(quality, format=format_, jours="jour")
    with ZipFile(io.BytesIO(page.data)) as archive:
        text = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    told = {name for name in names_of(place) if len(name) > 3 and re.search(rf"\b{re.escape(name)}\b", text)}
    assert told - {"Autre", *_own_name(place)} == set()  # a word of the form too; who made the extract


def _own_name(place):
    with open_session(place.house.settings.database_url) as session:
        rows = session.execute(
            select(person.c.last_name)
            .join(account, account.c.person_id == person.c.id)
            .where(account.c.email == "qualite@demo.example")
        )
        return set(rows.scalars())


def test_pseudonyms_are_the_same_for_one_purpose_and_others_for_another(quality):
    one, again, other = (
        first(sheets(export(quality, finalite=text))["documents"])["document"]
        for text in ("Bilan annuel 2026", " bilan  ANNUEL 2026 ", "Étude régionale 2026")
    )
    assert (one == again, one == other, re.fullmatch("D[0-9a-f]{12}", one) is not None) == (True, False, True)


def test_extract_with_names_tells_what_readers_of_the_archive_see(quality):
    told = first(sheets(export(quality, contenu="noms", reponses="libelles"))["documents"])
    assert told["document"].startswith("FP-")
    assert told["titre"]


def test_few_documents_of_an_establishment_do_not_name_it(quality):
    assert first(sheets(export(quality))["documents"])["établissement"] == "Autres (moins de 5 documents)"
    assert first(sheets(export(quality, contenu="noms"))["documents"])["établissement"] == "Hôpital de démonstration"


def test_export_is_a_deed_with_its_purpose_and_the_digest_of_the_file(place, quality):
    export(quality, finalite="Contrôle de la commission régionale")
    with open_session(place.house.settings.database_url) as session:
        rows = session.execute(
            select(deed.c.kind, deed_detail)
            .join(
                deed_detail,
                (deed_detail.c.organisation_id == deed.c.organisation_id) & (deed_detail.c.sequence == deed.c.sequence),
            )
            .where(deed.c.kind == DeedKind.ANSWERS_EXPORTED)
        ).all()
    assert "Contrôle de la commission régionale" in str(rows[-1])
    assert re.search(r"[0-9a-f]{64}", str(rows[-1]))


@pytest.mark.parametrize(
    "fields, said",
    [
        ({"finalite": "bof"}, "Dites en quelques mots"),
        ({"formulaire": "autre"}, "Choisissez un formulaire de la liste."),
        ({"du": "hier"}, "Écrivez la date ainsi"),
        ({"du": "01/01/2999"}, "Aucun document archivé ne correspond"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_typed_is_lost(quality, fields, said):
    page = export(quality, **fields)
    assert (page.status_code, said in page.text) == (422, True)
    assert WANTED["finalite"] in page.text or "finalite" in fields


@pytest.mark.parametrize(
    "who", ["porteur_projet", "patient_partenaire", "admin", *(f"ailleurs_{role}" for role in sorted(Role))]
)
def test_nobody_else_takes_any(place, who):
    visitor = place.visitor(who)
    assert "fiche_projet" not in visitor.get(URL).text
    assert export(visitor).status_code == 403


def test_one_shows_again_who_one_is(place, quality):
    quality.get(URL)
    with open_session(place.house.settings.database_url) as session, writing(session):
        session.execute(session_opened.update().values(proved_at=now() - timedelta(hours=3)))
    assert "Confirmez que c’est vous" in quality.post(URL, WANTED).text
