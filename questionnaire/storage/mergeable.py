"""Whether two records may become one: where both are known, what would clash, what each project would make of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Column, Select, Table, bindparam, func, select, union
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter, Role
from questionnaire.access.doubles import Known
from questionnaire.lifecycle import State
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.documents import act, circuit_step, submission
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.tables.organisations import organisation, person
from questionnaire.storage.tables.projects import project, project_member

_PEOPLE: BindParameter[list[str]] = bindparam("people", expanding=True)
_EVERYBODY = (
    select(person.c.id, person.c.first_name, person.c.last_name, organisation.c.name)
    .add_columns(func.coalesce(account.c.email, person.c.email, "").label("address"))
    .join(organisation, organisation.c.id == person.c.organisation_id)
    .outerjoin(account, account.c.person_id == person.c.id)
    .where(inside(person), person.c.merged_into.is_(None))
    .order_by(person.c.last_name, person.c.first_name, person.c.id)
)
_ISSUERS = (
    select(identity.c.issuer)
    .join(account, account.c.id == identity.c.account_id)
    .where(account.c.person_id.in_(_PEOPLE))
    .group_by(identity.c.issuer)
    .having(func.count() > 1)
    .order_by(identity.c.issuer)
)
_TEAMS = (
    select(project.c.id, project.c.title, project_member.c.person_id, project_member.c.role, project_member.c.also)
    .join(project_member, project_member.c.project_id == project.c.id)
    .where(project_member.c.person_id.in_(_PEOPLE))
    .order_by(project.c.title, project.c.id)
)
_NAMED = union(
    select(circuit_step.c.submission_id, circuit_step.c.person_id).where(circuit_step.c.person_id.in_(_PEOPLE)),
    select(act.c.submission_id, act.c.person_id).where(act.c.person_id.in_(_PEOPLE)),
).subquery()
_BOTH_SIGN = (
    select(submission.c.reference)
    .join(_NAMED, _NAMED.c.submission_id == submission.c.id)
    .where(submission.c.state == State.A_SIGNER)
    .group_by(submission.c.id, submission.c.reference)
    .having(func.count() > 1)
    .order_by(submission.c.reference)
)


@dataclass(frozen=True, slots=True)
class SharedProject:
    """A project whose team has both: the role in which they act there, and the others that they have."""

    id: str
    title: str
    role: Role
    also: tuple[Role, ...]


def everybody(session: Session, perimeter: Perimeter) -> tuple[Known, ...]:
    """Those who are known in a perimeter, by name."""
    rows = session.execute(_EVERYBODY, bound(perimeter))
    return tuple(Known(row.id, row.first_name, row.last_name, row.address, row.name) for row in rows)


def places(session: Session, person_ids: Iterable[str]) -> frozenset[str]:
    """The organisations of every row that names one of these people."""
    values = {"people": sorted(person_ids)}
    found = set(session.scalars(select(person.c.organisation_id).where(person.c.id.in_(_PEOPLE)), values))
    for statement in map(_places, _columns_of("person.id")):
        found |= set() if statement is None else set(session.scalars(statement, values))
    return frozenset(found)


def _places(column: Column[str]) -> Select[tuple[str]] | None:
    """Where the rows are that name people by a column; None for those of no organisation but theirs."""
    holder: Table | None = column.table
    statement = select(column).where(column.in_(_PEOPLE))
    while holder is not None and "organisation_id" not in holder.c:
        link = next((holder.c[name] for name in ("draft_id", "submission_id", "project_id") if name in holder.c), None)
        holder = next(iter(link.foreign_keys)).column.table if link is not None else None
        if link is not None and holder is not None:
            statement = statement.join_from(link.table, holder, holder.c.id == link)
    return None if holder is None else statement.with_only_columns(holder.c.organisation_id).distinct()


def _columns_of(target: str) -> list[Column[str]]:
    """Every column that refers to people, or to accounts."""
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.target_fullname == target for key in column.foreign_keys)
    ]


def clashing_issuers(session: Session, person_ids: Iterable[str]) -> tuple[str, ...]:
    """The identity providers that know the accounts of these people by more than one name."""
    return tuple(session.scalars(_ISSUERS, {"people": sorted(person_ids)}))


def papers_of_both(session: Session, person_ids: Iterable[str]) -> tuple[str, ...]:
    """The references of the documents to sign in which more than one of these people sign."""
    return tuple(session.scalars(_BOTH_SIGN, {"people": sorted(person_ids)}))


def shared_projects(session: Session, kept_id: str, leftover_id: str) -> tuple[SharedProject, ...]:
    """The projects whose team has both, as they would be: whoever is porteur acts so, or the kept record decides."""
    rows = session.execute(_TEAMS, {"people": [kept_id, leftover_id]}).all()
    theirs = {row.id: (row.role, row.also) for row in rows if row.person_id == leftover_id}
    return tuple(
        _shared(row.id, row.title, [(row.role, row.also), theirs[row.id]])
        for row in rows
        if row.person_id == kept_id and row.id in theirs
    )


def _shared(project_id: str, title: str, held: Sequence[tuple[str, str | None]]) -> SharedProject:
    """``held``: the role in which each record acts, and the others with spaces between, the kept one first."""
    acting = [Role(role) for role, _ in held]
    roles = dict.fromkeys(Role(name) for role, also in held for name in (role, *(also or "").split()))
    role = Role.PORTEUR_PROJET if Role.PORTEUR_PROJET in acting else acting[0]
    return SharedProject(project_id, title, role, tuple(each for each in roles if each is not role))
