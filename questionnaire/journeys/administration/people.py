"""Administering people: finding them, adding, naming, giving and taking roles; what they wrote is never read here.

``actor`` is None for the operator at a terminal, who reaches everything; an account reaches what its role lets it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from questionnaire.access import ROLE_LABELS, Action, Actor, Forbidden, Organisation, Perimeter, Person, Role, reach
from questionnaire.access.deeds import DeedKind
from questionnaire.access.managing import ORGANISATION, grantable, may_touch
from questionnaire.journeys.administration.organisations import NotAccepted, require_none
from questionnaire.journeys.administration.ways_told import ADDRESS, MOBILE, tell_way_in_changed
from questionnaire.journeys.auditing import Subject, note, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.personal.informing import entered
from questionnaire.organisations.contacts import is_address
from questionnaire.organisations.mobiles import mobile_of
from questionnaire.storage import organisations, outbox, people, persons, projects
from questionnaire.storage.ids import new_id
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.persons import PersonRecord, SoughtPeople
from questionnaire.storage.records import Project
from questionnaire.storage.transaction import Session, reading, writing

PAGE = 50
"""People on one page of the list."""

LONGEST_NAME = 120
NOT_YOURS = (
    "Cette personne a un rôle que vous ne pouvez pas donner vous-même. Adressez-vous à un administrateur qui le peut."
)
TAKEN = "Cette adresse sert déjà à une autre personne. Chacun a la sienne."


@dataclass(frozen=True, slots=True)
class Identity:
    """What is typed of somebody: names and address, spaces at the ends removed."""

    first_name: str
    last_name: str
    email: str = ""
    mobile: str = ""

    @classmethod
    def of(cls, first_name: str, last_name: str, email: str = "", mobile: str = "") -> "Identity":
        """As typed: spaces are brought to one."""
        return cls(*(" ".join(text.split()) for text in (first_name, last_name, email, mobile)))

    def faults(self) -> dict[str, str]:
        """What is wrong, by field, with a remedy."""
        found = {}
        for field, what in (("first_name", "le prénom"), ("last_name", "le nom")):
            fault = name_fault(getattr(self, field), what)
            if fault:
                found[field] = fault
        if self.email and not is_address(self.email):
            found["email"] = "Écrivez une adresse comme prenom.nom@hopital.fr."
        if self.mobile and mobile_of(self.mobile) is None:
            found["mobile"] = "Écrivez un numéro de mobile comme 06 12 34 56 78, ou +32 470 12 34 56."
        return found


def name_fault(text: str, what: str) -> str:
    """Why a text is no name of a person, with a remedy; empty where it may be one."""
    if not text:
        return f"Écrivez {what}."
    if len(text) > LONGEST_NAME:
        return f"Écrivez {what} en {LONGEST_NAME} caractères au plus."
    if not text[0].isalpha() or not text.isprintable():
        # A spreadsheet would take « =… » or « +… » for a formula, wherever the name is exported later.
        return f"Écrivez {what} en commençant par une lettre."
    return ""


@dataclass(frozen=True, slots=True)
class Administered:
    """A person with the projects where they have a role, and whether the reader may touch their account.

    ``lost`` is the last letter to their address, where it did not arrive.
    """

    record: PersonRecord
    projects: tuple[Project, ...]
    touchable: bool
    places: tuple[Organisation, ...]
    lost: OutboxLetter | None = None


def may_manage(actor: Actor) -> bool:
    """Whether the actor administers anybody."""
    return bool(reach(actor, Action.MANAGE_PEOPLE, ORGANISATION).organisations)


def managed_by(session: Session, actor: Actor | None) -> Perimeter:
    """The organisations whose people one administers; raises Forbidden for those who administer nobody."""
    if actor is None:
        return whole_perimeter(session)
    if not may_manage(actor):
        raise Forbidden("Vous n’administrez pas les personnes de votre organisation.")
    return reach(actor, Action.MANAGE_PEOPLE, ORGANISATION)


def listing(desk: Desk, actor: Actor | None, words: str = "", page: int = 1) -> tuple[PersonRecord, ...]:
    """One page of people by name, and one more when another page follows; raises Forbidden."""
    with reading(desk.session) as session:
        sought = SoughtPeople(words, PAGE * (page - 1), PAGE + 1)
        return persons.listing(session, managed_by(session, actor), sought)


def everybody(desk: Desk, actor: Actor | None, words: str = "") -> tuple[PersonRecord, ...]:
    """All the people that one administers; raises Forbidden."""
    with reading(desk.session) as session:
        return persons.listing(session, managed_by(session, actor), SoughtPeople(words))


def places(desk: Desk, actor: Actor | None) -> tuple[Organisation, ...]:
    """The organisations whose people one administers, those archived left out; raises Forbidden."""
    with reading(desk.session) as session:
        return _places(session, managed_by(session, actor))


def _places(session: Session, perimeter: Perimeter) -> tuple[Organisation, ...]:
    return tuple(place for place in organisations.within(session, perimeter) if not place.archived)


def administered(desk: Desk, actor: Actor | None, person_id: str) -> Administered:
    """A person to administer; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        perimeter = managed_by(session, actor)
        record = persons.get(session, perimeter, person_id)
        known = projects.of_person(session, perimeter, person_id)
        last = outbox.last_to(session, perimeter, person_id, record.email) if record.email else None
        lost = last if last and last.state is not LetterState.SENT else None
        return Administered(record, known, touchable(actor, record), _places(session, perimeter), lost)


def touchable(actor: Actor | None, record: PersonRecord) -> bool:
    """Whether the actor may change a person's account and names."""
    held = ((role.organisation_id, role.role) for role in record.roles)
    return may_touch(actor, held, elsewhere=record.elsewhere)


def load_to_touch(session: Session, actor: Actor | None, person_id: str) -> tuple[Perimeter, PersonRecord]:
    """A person whose account or names one may change, in the transaction in course; raises NotFound, Forbidden."""
    perimeter = managed_by(session, actor)
    record = persons.get(session, perimeter, person_id)
    if not touchable(actor, record):
        raise Forbidden(NOT_YOURS)
    return perimeter, record


def add(desk: Desk, actor: Actor | None, organisation_id: str, asked: Identity) -> str:
    """Record somebody of an organisation; their id. Raises NotAccepted, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = managed_by(session, actor)
        place = organisations.record(session, perimeter, organisation_id).organisation
        require_none(asked.faults() or _email_fault(session, asked.email))
        return insert(desk, actor, perimeter, place.id, asked)


def insert(desk: Desk, actor: Actor | None, perimeter: Perimeter, organisation_id: str, asked: Identity) -> str:
    """The same of what was checked, in the writing in course."""
    new = Person(new_id(), asked.first_name, asked.last_name)
    people.add_person(desk.session, perimeter, organisation_id, new, asked.email)
    if asked.mobile:
        persons.set_mobile(desk.session, perimeter, new.id, mobile_of(asked.mobile) or "")
    entered(desk, actor, perimeter, organisation_id, new.id)
    noted(desk, actor, perimeter, Subject(organisation_id, new.id, new.name), "ajout de la personne")
    return new.id


def identify(desk: Desk, actor: Actor | None, person_id: str, asked: Identity) -> None:
    """Change the names and the address of somebody; raises NotAccepted, NotFound, Forbidden.

    An account is opened by a code sent to its address or mobile: only who gives every role may change those.
    """
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        faults = asked.faults()
        if asked.email.lower() != record.email.lower():
            faults = faults or _email_fault(session, asked.email, person_id)
            if record.active is not None:
                _require_address_of_account(actor, record, asked.email)
                tell_way_in_changed(desk, actor, perimeter, record, ADDRESS, asked.email)
            persons.set_email(session, perimeter, person_id, asked.email)
        require_none(faults)
        mobile = mobile_of(asked.mobile) or ""
        if mobile != record.mobile:
            if record.active is not None:
                _require_opener(actor, record, "Le mobile d’un compte")
                tell_way_in_changed(desk, actor, perimeter, record, MOBILE)
            persons.set_mobile(session, perimeter, person_id, mobile)
        persons.rename(session, perimeter, Person(person_id, asked.first_name, asked.last_name))
        subject = Subject(record.organisation_id, person_id, record.person.name)
        noted(desk, actor, perimeter, subject, "identité modifiée")


def _require_address_of_account(actor: Actor | None, record: PersonRecord, email: str) -> None:
    if not email:
        raise NotAccepted({"email": "Un compte a besoin d’une adresse. Fermez-le plutôt."})
    _require_opener(actor, record, "L’adresse d’un compte")


def _require_opener(actor: Actor | None, record: PersonRecord, what: str) -> None:
    if Role.ADMIN not in grantable(actor, record.organisation_id):
        raise Forbidden(f"{what} se change par un administrateur.")


def _email_fault(session: Session, email: str, but: str = "") -> dict[str, str]:
    holders = persons.holders_of_emails(session, [email])
    return {"email": TAKEN} if any(holder != but for holder in holders.values()) else {}


def grant(
    desk: Desk, actor: Actor | None, person_id: str, organisation_id: str, role: str, until: date | None = None
) -> None:
    """Give a role in an organisation, up to and with a day; raises NotAccepted, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = managed_by(session, actor)
        record = persons.get(session, perimeter, person_id)
        place = organisations.record(session, perimeter, organisation_id).organisation
        if role not in grantable(actor, place.id):
            raise NotAccepted({"role": "Choisissez un rôle de la liste."})
        if until is not None and until < desk.clock().date():
            raise NotAccepted({"until": "Ce jour est passé. Écrivez un jour à venir, ou laissez vide."})
        people.grant(session, perimeter, person_id, place.id, Role(role), until)
        subject = Subject(place.id, person_id, record.person.name)
        noted(desk, actor, perimeter, subject, "rôle donné", role=ROLE_LABELS[Role(role)], **_end(until))


def _end(until: date | None) -> Mapping[str, str]:
    return {"fin": f"{until:%d/%m/%Y}"} if until else {}


def withdraw(desk: Desk, actor: Actor | None, person_id: str, organisation_id: str, role: str) -> None:
    """Take a role back; one that is not held is no error. Raises NotAccepted, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = managed_by(session, actor)
        record = persons.get(session, perimeter, person_id)
        if role not in grantable(actor, organisation_id):
            raise Forbidden(NOT_YOURS)
        if actor is not None and actor.person.id == person_id and role == Role.ADMIN:
            raise NotAccepted(
                {"role": "Vous ne pouvez pas vous retirer ce rôle\u00a0: un autre administrateur le peut."}
            )
        if persons.withdraw(session, perimeter, person_id, organisation_id, Role(role)):
            subject = Subject(organisation_id, person_id, record.person.name)
            noted(desk, actor, perimeter, subject, "rôle retiré", role=ROLE_LABELS[Role(role)])


def noted(desk: Desk, actor: Actor | None, perimeter: Perimeter, subject: Subject, act: str, **details: str) -> None:
    """Record in the audit log what was done with somebody, in the writing in course."""
    if actor is None:
        note_of_machine(desk, perimeter, DeedKind.ADMINISTERED, subject, acte=act, **details)
    else:
        note(desk, actor, DeedKind.ADMINISTERED, subject, acte=act, **details)
