"""Founding the demonstration hospital: invented people, one account per role."""

import secrets
from dataclasses import dataclass

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.journeys.beginning import begin
from questionnaire.journeys.desk import Desk
from questionnaire.storage import drafts, people, projects
from questionnaire.storage.accounts import NewAccount, open_account
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import reading, writing

PASSWORD = "demonstration"  # noqa: S105  # public: it is printed on the screen, and serves this machine alone
DOMAIN = "demo.example"
HOSPITAL = "Hôpital de démonstration"


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Somebody of the demonstration; ``address`` is the role's code at the domain of the demonstration."""

    first_name: str
    last_name: str
    role: Role

    @property
    def address(self) -> str:
        """What they sign in with."""
        return f"{self.role}@{DOMAIN}"


INHABITANTS = (
    Inhabitant("Nadia", "Lemoine", Role.PORTEUR_PROJET),
    Inhabitant("Paul", "Arnoux", Role.COPILOTE),
    Inhabitant("Sylvie", "Garnier", Role.PROFESSIONNEL_PARTENAIRE),
    Inhabitant("Odette", "Vasseur", Role.PATIENT_PARTENAIRE),
    Inhabitant("Marc", "Tessier", Role.QUALITE),
    Inhabitant("Irène", "Caron", Role.REFERENT_PARTENARIAT),
    Inhabitant("Hugo", "Delattre", Role.ADMIN),
)
TEAM = (Role.COPILOTE, Role.PROFESSIONNEL_PARTENAIRE, Role.PATIENT_PARTENAIRE)
"""Those who enter the team of the project begun in the demonstration."""


def is_founded(desk: Desk) -> bool:
    """Whether any organisation exists."""
    with reading(desk.session) as session:
        return bool(people.whole_perimeter(session).organisations)


def found(desk: Desk, password_hash: str) -> None:
    """Found the hospital, its people and a first project with its fiche."""
    place = Organisation(new_id(), None, OrganisationKind.ETABLISSEMENT, HOSPITAL, "sanitaire", "Europe/Paris")
    perimeter = Perimeter(frozenset({place.id}))
    ids: dict[Role, str] = {}
    with writing(desk.session) as session:
        people.add_organisation(session, place)
        for inhabitant in INHABITANTS:
            person = Person(new_id(), inhabitant.first_name, inhabitant.last_name)
            people.add_person(session, perimeter, place.id, person)
            people.grant(session, perimeter, person.id, place.id, inhabitant.role)
            unique = secrets.token_hex(16)
            open_account(session, perimeter, NewAccount(person.id, inhabitant.address, password_hash, unique))
            ids[inhabitant.role] = person.id
    _begin_project(desk, perimeter, ids)


def _begin_project(desk: Desk, perimeter: Perimeter, ids: dict[Role, str]) -> None:
    with reading(desk.session) as session:
        owner = people.actor_of_person(session, ids[Role.PORTEUR_PROJET])
    draft_id = begin(desk, owner, "fiche_projet")
    with writing(desk.session) as session:
        project_id = drafts.head(session, perimeter, draft_id, owner.person.id).draft.project_id
        for role in TEAM:
            projects.join(session, perimeter, project_id, ids[role], role)
