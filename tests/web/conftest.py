"""One installation for the whole room: a team with a draft and an archived document, and a hospital elsewhere."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.spec import load_text
from questionnaire.spec.starter import starter
from questionnaire.storage import forms, manuscripts, people, projects, publications, trial_copies
from questionnaire.storage.accounts import NewAccount, open_account
from questionnaire.storage.database import open_session
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.storage.publications import Publication
from questionnaire.storage.records import FormVersion
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.tables.archive import archived_document
from questionnaire.storage.tables.documents import submission
from questionnaire.storage.tables.organisations import person
from questionnaire.storage.transaction import writing
from questionnaire.storage.trial_copies import TrialCopy
from tests.journeys.house import House, Visitor
from tests.scenes import Scene, scenes_in

TEAM = (Role.COPILOTE, Role.PROFESSIONNEL_PARTENAIRE, Role.PATIENT_PARTENAIRE)


@dataclass(frozen=True)
class Place:
    """The ids of what stands at the addresses of the first hospital."""

    house: House
    project_id: str
    draft_id: str
    submission_id: str
    document_id: str
    organisation_id: str
    letter_id: str
    person_id: str
    manuscript_id: str = "texte"
    publication_id: str = "publication"
    trial_number: str = "20261123090000000000"

    def visitor(self, name: str, *, htmx: bool = False) -> Visitor:
        return self.house.visitor(name, htmx=htmx)


@pytest.fixture(scope="session")
def place(tmp_path_factory) -> Place:
    """Tests share it: they read, are refused, or begin documents of their own."""
    return furnished(
        scenes_in(tmp_path_factory.getbasetemp()).copy("archived", tmp_path_factory.mktemp("web") / "data")
    )


def furnished(scene: Scene) -> Place:
    """A scene with an archived document, its team let in, and another hospital beside it."""
    with open_session(scene.house.settings.database_url) as session, writing(session):
        project_id, document_id = session.execute(
            select(submission.c.project_id, archived_document.c.id).join(
                archived_document, archived_document.c.submission_id == submission.c.id
            )
        ).one()
        whole = people.whole_perimeter(session)
        here = session.execute(select(archived_document.c.organisation_id)).scalar_one()
        somebody = session.execute(select(person.c.id).where(person.c.last_name == "Vasseur")).scalar_one()
        _let_the_team_in(session, whole, project_id)
        _found_elsewhere(session)
        _write_a_form(session, whole, here)
    porteur = scene.house.visitor(Role.PORTEUR_PROJET)
    (draft,) = porteur.get("/").links(r"/dossiers/[a-z0-9]+")
    letter = porteur.get("/messages/").links(r"/messages/(?!preferences)[a-z0-9]+")[0].rpartition("/")[2]
    return Place(scene.house, project_id, draft.rpartition("/")[2], scene.id, document_id, here, letter, somebody)


def _write_a_form(session, whole, here):
    """A form of the first hospital being written, and one published: « Une enquête à nous »."""
    now, text = datetime(2026, 11, 23, 9, tzinfo=UTC), starter("une_enquete_a_nous")
    manuscripts.add(session, whole, Manuscript("texte", here, starter("un_texte_a_nous"), 1, now, now))
    tried = TrialCopy("texte", here, starter("un_texte_a_nous"), "{}", now)
    trial_copies.ask(session, whole, tried)
    trial_copies.made(session, whole, tried, b"%PDF-")
    form = load_text(text, "une_enquete_a_nous/2026-1")
    forms.use(session, FormVersion(form.name, form.version, form.digest, text, now))
    publications.add(session, whole, Publication("publication", here, form.name, form.version, form.digest, now))


def _let_the_team_in(session, whole, project_id):
    for role in TEAM:
        row = session.execute(
            select(person.c.id).join(User, User.person_id == person.c.id).where(User.email == f"{role}@demo.example")
        ).one()
        projects.join(session, whole, project_id, row.id, role)


def _found_elsewhere(session):
    """Another hospital, with somebody of every role: ``ailleurs_<role>@demo.example``, with the same password."""
    password = session.execute(select(User.password).limit(1)).scalar_one()
    kind = OrganisationKind.ETABLISSEMENT
    people.add_organisation(session, Organisation("ailleurs", None, kind, "Ailleurs", "sanitaire", "Europe/Paris"))
    there = Perimeter(frozenset({"ailleurs"}))
    for role in Role:
        one = Person(f"ailleurs_{role}", "Une", "Autre")
        people.add_person(session, there, "ailleurs", one)
        people.grant(session, there, one.id, "ailleurs", role)
        account = NewAccount(one.id, f"ailleurs_{role}@demo.example", password, secrets.token_hex(16))
        open_account(session, there, account)
