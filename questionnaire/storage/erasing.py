"""Erasing a person: their own rows go, their name leaves the others, finalised documents stay as they were signed."""

from sqlalchemy import BindParameter, Table, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.scrubbing import Names
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.apart import reserved_answer
from questionnaire.storage.tables.copies import data_copy
from questionnaire.storage.tables.deeds import deed, deed_detail
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.identities import provided_role
from questionnaire.storage.tables.journal import journal_event
from questionnaire.storage.tables.letters import letter, mail_pace, unwanted_mail
from questionnaire.storage.tables.notices import entered_person
from questionnaire.storage.tables.organisations import membership, person
from questionnaire.storage.tables.presence import presence
from questionnaire.storage.tables.projects import project, project_member
from questionnaire.storage.tables.together import assignment

STUMP = ("Personne", "effacée")
"""The names of a person of whom only what they signed is left."""

OWN_TABLES: tuple[Table, ...] = (
    *(
        presence,
        assignment,
        unwanted_mail,
        mail_pace,
        provided_role,
        membership,
        project_member,
        data_copy,
        entered_person,
    ),
    account,  # with its sessions, its codes, its ways in, its unsaved pages
)
"""Tables whose rows are of one person alone."""

_ME: BindParameter[str] = bindparam("erased")
_SAME_NAME = (
    select(func.count())
    .select_from(person)
    .where(
        inside(person),
        # Two records merged into one are of the same person, and so is the one that they were merged into.
        func.coalesce(person.c.merged_into, person.c.id) != bindparam("today"),
        func.lower(person.c.first_name) == bindparam("first"),
        func.lower(person.c.last_name) == bindparam("last"),
    )
)
_PLACES = (
    select(person.c.organisation_id)
    .where(or_(person.c.id == _ME, person.c.merged_into == _ME))
    .union(
        select(membership.c.organisation_id).where(membership.c.person_id == _ME),
        select(project.c.organisation_id)
        .join(project_member, project_member.c.project_id == project.c.id)
        .where(project_member.c.person_id == _ME),
    )
)
_NAMED = select(
    person.c.first_name, person.c.last_name, func.coalesce(person.c.merged_into, person.c.id).label("today")
).where(person.c.id == _ME, inside(person))
_OPEN_DRAFTS = select(draft.c.id).where(draft.c.finalised_at.is_(None))
_FORGET_EVENTS = (
    journal_event.update()
    .where(journal_event.c.person_id == _ME, journal_event.c.draft_id.in_(_OPEN_DRAFTS))
    .values(person_id=None, person_name=None, details=None, salt=None)
)
_FORGET_RESERVED = (
    reserved_answer.update().where(reserved_answer.c.person_id == _ME).values(person_id=None, content=None, salt=None)
)
_MATE = project_member.alias("mate")
_ANOTHER = project_member.alias("another")
_ONLY_LEADER = (
    select(project.c.title)
    .join(project_member, project_member.c.project_id == project.c.id)
    .where(
        project_member.c.person_id == _ME,
        project_member.c.role == Role.PORTEUR_PROJET,
        select(_MATE.c.project_id).where(_MATE.c.project_id == project.c.id, _MATE.c.person_id != _ME).exists(),
        ~select(_ANOTHER.c.project_id)
        .where(
            _ANOTHER.c.project_id == project.c.id,
            _ANOTHER.c.person_id != _ME,
            _ANOTHER.c.role == Role.PORTEUR_PROJET,
        )
        .exists(),
    )
    .order_by(project.c.title)
)
_BEGUN = select(draft.c.id, draft.c.digest).where(
    draft.c.author_id == _ME, draft.c.finalised_at.is_(None), inside(draft)
)


def places_of(session: Session, person_id: str) -> Perimeter:
    """The organisations where a person is, has a role, or takes part in a project."""
    return Perimeter(frozenset(session.scalars(_PLACES, {"erased": person_id})))


def names_of(session: Session, perimeter: Perimeter, person_id: str, email: str) -> Names:
    """How a person is called, and whether another one of the perimeter is called the same; raises NotFound."""
    found = one(session, _NAMED, bound(perimeter, erased=person_id))
    values = {"today": found.today, "first": found.first_name.lower(), "last": found.last_name.lower()}
    shared = session.execute(_SAME_NAME, bound(perimeter, **values)).scalar_one() > 0
    return Names(found.first_name, found.last_name, email, shared)


def leads_alone(session: Session, person_id: str) -> tuple[str, ...]:
    """The titles of the projects whose team has no other porteur."""
    return tuple(session.scalars(_ONLY_LEADER, {"erased": person_id}))


def begun(session: Session, perimeter: Perimeter, person_id: str) -> tuple[tuple[str, str], ...]:
    """The drafts that a person began and that are not finalised: id, and digest of the form."""
    rows = session.execute(_BEGUN, bound(perimeter, erased=person_id))
    return tuple((row.id, row.digest) for row in rows)


def erase(session: Session, perimeter: Perimeter, person_id: str, names: Names) -> bool:
    """Erase all that is a person's alone, and leave their row without a name; whether the row is still there.

    It goes too where nothing names it any more. Raises NotFound.
    """
    one(session, _NAMED, bound(perimeter, erased=person_id))
    me = {"erased": person_id}
    mine = or_(letter.c.person_id == _ME, func.lower(letter.c.address) == bindparam("address"))
    session.execute(letter.delete().where(mine), me | {"address": names.email.lower() or "\n"})
    _forget_deeds(session, perimeter, person_id, names)
    session.execute(_FORGET_EVENTS, me)
    session.execute(_FORGET_RESERVED, me)
    for table in OWN_TABLES:
        session.execute(table.delete().where(table.c.person_id == _ME), me)
    nameless = {"first_name": STUMP[0], "last_name": STUMP[1], "email": None, "mobile": None}
    session.execute(person.update().where(person.c.id == _ME).values(**nameless), me)
    if _is_named(session, person_id):
        return True
    session.execute(person.delete().where(person.c.id == _ME), me)
    return False


def _forget_deeds(session: Session, perimeter: Perimeter, person_id: str, names: Names) -> None:
    """Erase the words of the audit log that are theirs or about them; its links stay and hold."""
    said = (deed_detail.c.person_id == _ME, deed_detail.c.subject_id == _ME)
    texts = (deed_detail.c.person_name, deed_detail.c.subject, deed_detail.c.details)
    told = [text.contains(word, autoescape=True) for text in texts for word in names.words()]
    here = select(deed.c.id).where(
        inside(deed),
        deed.c.organisation_id == deed_detail.c.organisation_id,
        deed.c.sequence == deed_detail.c.sequence,
    )
    where = or_(*said, and_(or_(*told), here.exists()))
    session.execute(deed_detail.delete().where(where), bound(perimeter, erased=person_id))


def _is_named(session: Session, person_id: str) -> bool:
    """Whether any row still refers to the person."""
    columns = (
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.target_fullname == "person.id" for key in column.foreign_keys)
    )
    return any(
        session.execute(select(column).where(column == _ME).limit(1), {"erased": person_id}).first() is not None
        for column in columns
    )
