"""Founding the demonstration hospital: invented people, one account per role."""

import secrets
from dataclasses import dataclass

from questionnaire.access import Perimeter, Person, Role
from questionnaire.journeys.demonstration.places import GROUP, HOSPITAL, RESIDENCE, found_places
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.beginning import begin
from questionnaire.storage import drafts, people, projects
from questionnaire.storage.accounts import NewAccount, open_account
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import reading, writing

PASSWORD = "demonstration"  # noqa: S105  # public: it is printed on the screen, and serves this machine alone
DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True)
class Inhabitant:
    """Somebody of the demonstration, who holds ``role`` in ``holds_in`` and belongs to ``place``.

    ``address`` is the role's code at the domain of the demonstration; those of the residence have its name after it.
    """

    first_name: str
    last_name: str
    role: Role
    place: str = HOSPITAL
    holds_in: str = ""

    @property
    def address(self) -> str:
        """What they sign in with."""
        return f"{self.role}{'_val' if self.place == RESIDENCE else ''}@{DOMAIN}"


INHABITANTS = (
    Inhabitant("Nadia", "Lemoine", Role.PORTEUR_PROJET),
    Inhabitant("Paul", "Arnoux", Role.COPILOTE),
    Inhabitant("Sylvie", "Garnier", Role.PROFESSIONNEL_PARTENAIRE),
    Inhabitant("Odette", "Vasseur", Role.PATIENT_PARTENAIRE),
    Inhabitant("Marc", "Tessier", Role.QUALITE),
    Inhabitant("Irène", "Caron", Role.REFERENT_PARTENARIAT),
    Inhabitant("Hugo", "Delattre", Role.ADMIN, holds_in=GROUP),
    Inhabitant("Claire", "Meunier", Role.AUTEUR),
    Inhabitant("Joël", "Perrin", Role.PORTEUR_PROJET, RESIDENCE),
    Inhabitant("Anne", "Rivet", Role.QUALITE, RESIDENCE),
)
TEAM = (Role.COPILOTE, Role.PROFESSIONNEL_PARTENAIRE, Role.PATIENT_PARTENAIRE)
"""Those who enter the team of the project begun in the demonstration."""


def is_founded(desk: Desk) -> bool:
    """Whether any organisation exists."""
    with reading(desk.session) as session:
        return bool(people.whole_perimeter(session).organisations)


def found(desk: Desk, password_hash: str) -> None:
    """Found the places, their people and a first project with its fiche."""
    ids: dict[Role, str] = {}
    with writing(desk.session) as session:
        places = found_places(session)
        perimeter = Perimeter(frozenset(places.values()))
        for inhabitant in INHABITANTS:
            person = Person(new_id(), inhabitant.first_name, inhabitant.last_name)
            people.add_person(session, perimeter, places[inhabitant.place], person)
            held_in = places[inhabitant.holds_in or inhabitant.place]
            people.grant(session, perimeter, person.id, held_in, inhabitant.role)
            unique = secrets.token_hex(16)
            open_account(session, perimeter, NewAccount(person.id, inhabitant.address, password_hash, unique))
            ids.setdefault(inhabitant.role, person.id)
    _begin_project(desk, Perimeter(frozenset({places[HOSPITAL]})), ids)


def _begin_project(desk: Desk, perimeter: Perimeter, ids: dict[Role, str]) -> None:
    with reading(desk.session) as session:
        owner = people.actor_of_person(session, ids[Role.PORTEUR_PROJET])
    draft_id = begin(desk, owner, "fiche_projet")
    with writing(desk.session) as session:
        project_id = drafts.head(session, perimeter, draft_id, owner.person.id).draft.project_id
        for role in TEAM:
            projects.join(session, perimeter, project_id, ids[role], role)
