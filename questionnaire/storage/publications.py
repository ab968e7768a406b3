"""Publications: versions of forms that organisations offer to their people and to those below them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.authoring import publication
from questionnaire.storage.tables.organisations import organisation

_STANDING = select(publication).where(publication.c.withdrawn_at.is_(None))
_INSIDE = select(publication).where(inside(publication))
_ONE = _INSIDE.where(publication.c.id == bindparam("publication"))
_ALL = _INSIDE.order_by(publication.c.form, publication.c.published_at.desc(), publication.c.id)
_OF_FORM = select(publication).where(publication.c.form == bindparam("form"))
_WITHDRAW = (
    publication.update()
    .where(publication.c.id == bindparam("withdrawn"), publication.c.withdrawn_at.is_(None), inside(publication))
    .values(withdrawn_at=bindparam("moment"))
)
_PEN = select(organisation.c.id).where(organisation.c.id == bindparam("organisation")).with_for_update()
_ABOVE = select(organisation.c.id, organisation.c.parent_id)


@dataclass(frozen=True, slots=True)
class Publication:
    """A version published by an organisation, known by the hash of its text; ``withdrawn_at`` is None while offered."""

    id: str
    organisation_id: str
    form: str
    version: str
    digest: str
    published_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A version offered now, and the organisations where it is: the one that published it and all below."""

    digest: str
    places: frozenset[str]


def stamp() -> ColumnElement[int]:
    """What changes whenever a form is published or withdrawn, or an organisation added: for a column of a statement."""
    published = select(func.count(publication.c.id) + func.count(publication.c.withdrawn_at)).scalar_subquery()
    places = select(func.count(organisation.c.id)).scalar_subquery()
    return published * 1_000_000 + places


def stamp_now(session: Session) -> int:
    """The same, asked by itself."""
    found: int = session.execute(select(stamp())).scalar_one()
    return found


def offered(session: Session) -> tuple[Offered, ...]:
    """Every version offered somewhere, the first published first."""
    parents = {row.id: row.parent_id for row in session.execute(_ABOVE)}
    rows = session.execute(_STANDING.order_by(publication.c.published_at, publication.c.id)).all()
    return tuple(Offered(row.digest, _below(row.organisation_id, parents)) for row in rows)


def _below(top: str, parents: dict[str, str | None]) -> frozenset[str]:
    return frozenset(place for place in parents if top in _up(place, parents))


def _up(place: str, parents: dict[str, str | None]) -> Iterable[str]:
    at: str | None = place
    while at is not None:
        yield at
        at = parents.get(at)


def hold(session: Session, perimeter: Perimeter, organisation_id: str) -> None:
    """Let one at a time publish for an organisation, until the end of the writing."""
    claim(perimeter, organisation_id)
    session.execute(_PEN, {"organisation": organisation_id})


def add(session: Session, perimeter: Perimeter, new: Publication) -> None:
    """Offer a version, whose text is kept already (``forms.use``)."""
    claim(perimeter, new.organisation_id)
    fields = Publication.__dataclass_fields__
    session.execute(publication.insert().values({name: getattr(new, name) for name in fields}))


def get(session: Session, perimeter: Perimeter, publication_id: str) -> Publication:
    """One; raises NotFound."""
    return _publication(one(session, _ONE, bound(perimeter, publication=publication_id)))


def listing(session: Session, perimeter: Perimeter) -> tuple[Publication, ...]:
    """All of them, by form, the last published first."""
    return tuple(map(_publication, session.execute(_ALL, bound(perimeter))))


def of_form(session: Session, form: str) -> tuple[Publication, ...]:
    """Those of a name, wherever: a name is that of one form in the whole installation."""
    return tuple(map(_publication, session.execute(_OF_FORM, {"form": form})))


def withdraw(session: Session, perimeter: Perimeter, publication_id: str, at: datetime) -> bool:
    """Offer it no more; False when it is not offered."""
    return touched(session, _WITHDRAW, bound(perimeter, withdrawn=publication_id, moment=at))


def _publication(row: object) -> Publication:
    return Publication(*(getattr(row, name) for name in Publication.__dataclass_fields__))
