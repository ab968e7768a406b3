"""A small world for the tests: a group, two hospitals, a team in the first, and a stranger in the second."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.lifecycle import (
    Act,
    ArchivedDocument,
    Draft,
    FormRef,
    Freeze,
    Method,
    Step,
    Submission,
    finalise,
)
from questionnaire.storage import drafts, forms, people, projects
from questionnaire.storage.records import FormVersion, Project
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.transaction import writing

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FORM = FormRef("fiche_projet", "2026-1", "d" * 64)
ANA, LUC, EVE = Person("ana", "Ana", "Bellec"), Person("luc", "Luc", "Marin"), Person("eve", "Ève", "Sorel")
PORTEUR = Step("porteur", "signature_1", "porteur_projet")
COPILOTE = Step("copilote", "signature_2", "copilote", rank=2)


@dataclass(frozen=True)
class World:
    """``here`` is the hospital with the project; ``there`` the other one; ``whole`` both and their group."""

    here: Perimeter
    there: Perimeter
    whole: Perimeter
    draft: Draft


def furnish(session: Session) -> World:
    """Fill an empty database."""
    with writing(session):
        for id_, parent, kind in (
            ("group", None, OrganisationKind.GROUPE),
            ("a", "group", OrganisationKind.ETABLISSEMENT),
            ("b", "group", OrganisationKind.ETABLISSEMENT),
        ):
            people.add_organisation(
                session, Organisation(id_, parent, kind, f"Hôpital {id_}", "sanitaire", "Europe/Paris")
            )
        whole = people.whole_perimeter(session)
        for person, place, role in (
            (ANA, "a", Role.PORTEUR_PROJET),
            (LUC, "a", Role.PATIENT_PARTENAIRE),
            (EVE, "b", Role.PORTEUR_PROJET),
        ):
            people.add_person(session, whole, place, person)
            people.grant(session, whole, person.id, place, role)
        draft = _project(session, whole)
    return World(Perimeter(frozenset({"a"})), Perimeter(frozenset({"b"})), whole, draft)


def _project(session: Session, whole: Perimeter) -> Draft:
    forms.use(session, FormVersion(FORM.form, FORM.version, FORM.digest, "form: fiche_projet", NOW))
    projects.add(session, whole, Project("project", "a", "Bien vivre", NOW, ANA.id, Role.PORTEUR_PROJET))
    projects.join(session, whole, "project", LUC.id, Role.COPILOTE)
    draft = a_draft("draft")
    drafts.add(session, whole, draft)
    return draft


def open_account(session: Session, person: Person, *, active: bool = True) -> int:
    """Give a person an account; its id."""
    with writing(session):
        session.add(
            User(email=f"{person.id}@demo.example", active=active, fs_uniquifier=person.id, person_id=person.id)
        )
    return session.execute(select(User.id).where(User.person_id == person.id)).scalar_one()


def a_draft(id_: str) -> Draft:
    """A draft of the project, not stored yet."""
    return Draft(
        id=id_,
        organisation_id="a",
        project_id="project",
        form=FORM,
        author_id=ANA.id,
        revision=0,
        created_at=NOW,
        updated_at=NOW,
    )


def a_submission(world: World, *steps: Step, id_: str = "sub", reference: str = "FP-2026-0001") -> Submission:
    """The world's draft finalised, not stored yet."""
    freeze = Freeze(id_, "Bien vivre", reference, "CODE", '{"x":1}', "{}", NOW, ANA.id)
    return finalise(world.draft, freeze, steps)


def an_act(step: Step, person: Person = ANA, id_: str = "act") -> Act:
    """A person's signature, not stored yet."""
    return Act(
        id=id_,
        step=step.name,
        person_id=person.id,
        name=person.name,
        typed_name=person.name,
        role=step.role,
        method=Method.TYPED,
        consent="J’ai lu ce document et je l’approuve.",
        at=NOW,
    )


def a_document(id_: str, sha256: str, size: int, submission_id: str = "sub") -> ArchivedDocument:
    """An archived document, not stored yet."""
    return ArchivedDocument(
        id=id_,
        organisation_id="a",
        submission_id=submission_id,
        sha256=sha256,
        size=size,
        form=FORM.form,
        title="Bien vivre",
        reference="FP-2026-0001",
        archived_at=NOW,
        projection="{}",
    )
