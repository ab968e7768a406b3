"""People entered by others: recorded, found by those to tell, told, and what they ask in return."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Row, Select, Update, and_, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.tables.notices import entered_person
from questionnaire.storage.tables.organisations import person

MAIL, OTHERWISE = "mail", "otherwise"
_BY = person.alias("by")
_IS_ITS_LETTER = and_(
    letter.c.organisation_id == entered_person.c.organisation_id, letter.c.key == entered_person.c.letter_key
)
_ADDRESS = func.coalesce(account.c.email, person.c.email)
_ALL = (
    select(
        entered_person,
        person.c.first_name,
        person.c.last_name,
        _ADDRESS.label("email"),
        letter.c.state,
        _BY.c.first_name.label("by_first"),
        _BY.c.last_name.label("by_last"),
    )
    .join(person, person.c.id == entered_person.c.person_id)
    .outerjoin(account, account.c.person_id == person.c.id)
    .outerjoin(letter, _IS_ITS_LETTER)
    .outerjoin(_BY, _BY.c.id == entered_person.c.informed_by)
    .order_by(person.c.last_name, person.c.first_name, person.c.id)
)
_ROWS = _ALL.where(inside(entered_person))
_ONE = _ROWS.where(entered_person.c.person_id == bindparam("person"))
_SECRET = _ALL.where(entered_person.c.digest == bindparam("digest"), entered_person.c.posted_at > bindparam("since"))
_TO_TELL = _ROWS.where(
    entered_person.c.posted_at.is_(None), entered_person.c.informed_at.is_(None), _ADDRESS.is_not(None), _ADDRESS != ""
)
_CHANGE = entered_person.update().where(entered_person.c.person_id == bindparam("whose"), inside(entered_person))


@dataclass(frozen=True, slots=True)
class Entered:
    """A person entered by another one, as in its table; ``email`` is where to write, ``by`` who told them otherwise.

    ``undelivered``: the letter that would have told them did not arrive.
    """

    person_id: str
    organisation_id: str
    entered_at: datetime
    entered_as: str
    name: str = ""
    email: str = ""
    letter_key: str | None = None
    posted_at: datetime | None = None
    informed_at: datetime | None = None
    means: str = ""
    by: str = ""
    undelivered: bool = False
    request: str = ""
    request_text: str = field(default="", repr=False)
    requested_at: datetime | None = None


def add(session: Session, perimeter: Perimeter, new: Entered) -> None:
    """Record that somebody was entered, whom nobody has told yet."""
    claim(perimeter, new.organisation_id)
    values = {"person_id": new.person_id, "organisation_id": new.organisation_id, "entered_at": new.entered_at}
    blank = {"entered_as": new.entered_as, "means": "", "request": "", "request_text": ""}
    session.execute(entered_person.insert().values(**values, **blank))


def find(session: Session, perimeter: Perimeter, person_id: str) -> Entered | None:
    """How a person was entered; None for one who came by themselves."""
    row = session.execute(_ONE, bound(perimeter, person=person_id)).one_or_none()
    return None if row is None else _entered(row)


def of_secret(session: Session, digest: str, since: datetime) -> Entered:
    """The same by the secret of their page, written to after a moment; raises NotFound."""
    return _entered(one(session, _SECRET, {"digest": digest, "since": since}))


def to_tell(session: Session, perimeter: Perimeter) -> tuple[Entered, ...]:
    """Those to write to: they have an address, and nothing left yet."""
    return _many(session, perimeter, _TO_TELL)


def listing(session: Session, perimeter: Perimeter) -> tuple[Entered, ...]:
    """All of a perimeter, by name."""
    return _many(session, perimeter, _ROWS)


def posted(session: Session, perimeter: Perimeter, person_id: str, key: str, digest: str | None, at: datetime) -> bool:
    """A letter that tells them is on its way; False when one was already, or they were told."""
    change = _CHANGE.where(entered_person.c.posted_at.is_(None), entered_person.c.informed_at.is_(None))
    change = change.values(letter_key=bindparam("name"), digest=bindparam("secret"), posted_at=bindparam("moment"))
    return touched(session, change, bound(perimeter, whose=person_id, name=key, secret=digest, moment=at))


def follow(session: Session, perimeter: Perimeter) -> bool:
    """Take over what became of the letters: sent, they have informed; come back, they have not. Whether any did."""
    sent = select(letter.c.sent_at).where(_IS_ITS_LETTER, letter.c.state == LetterState.SENT).scalar_subquery()
    arrived = entered_person.update().where(
        inside(entered_person), entered_person.c.informed_at.is_(None), _has_letter(LetterState.SENT)
    )
    returned = entered_person.update().where(
        inside(entered_person), entered_person.c.means == MAIL, _has_letter(LetterState.BOUNCED)
    )
    changes = (arrived.values(informed_at=sent, means=MAIL), returned.values(informed_at=None, means=""))
    done = [cast("CursorResult[Any]", session.execute(change, bound(perimeter))).rowcount for change in changes]
    return any(done)


def told(session: Session, perimeter: Perimeter, person_id: str, at: datetime, by: str | None) -> None:
    """They were told otherwise, as ``by`` notes; raises NotFound."""
    values = {"informed_at": at, "means": OTHERWISE, "informed_by": by}
    _set(session, perimeter, person_id, _CHANGE.values(**values))


def ask(session: Session, perimeter: Perimeter, person_id: str, request: str, text: str, at: datetime) -> None:
    """Keep what a person asks; raises NotFound."""
    _set(session, perimeter, person_id, _CHANGE.values(request=request, request_text=text, requested_at=at))


def answered(session: Session, perimeter: Perimeter, person_id: str) -> None:
    """What a person asked is done with, and its words go; raises NotFound."""
    _set(session, perimeter, person_id, _CHANGE.values(request="", request_text="", requested_at=None))


def _set(session: Session, perimeter: Perimeter, person_id: str, change: Update) -> None:
    if not touched(session, change, bound(perimeter, whose=person_id)):
        raise NotFound("Cette personne n’est pas de celles à informer.")


def _has_letter(state: LetterState) -> ColumnElement[bool]:
    return select(letter.c.id).where(_IS_ITS_LETTER, letter.c.state == state).exists()


def _many(session: Session, perimeter: Perimeter, statement: Select[Any]) -> tuple[Entered, ...]:
    return tuple(map(_entered, session.execute(statement, bound(perimeter))))


def _entered(row: Row[Any]) -> Entered:
    return Entered(
        person_id=row.person_id,
        organisation_id=row.organisation_id,
        entered_at=row.entered_at,
        entered_as=row.entered_as,
        name=f"{row.first_name} {row.last_name}",
        email=row.email or "",
        letter_key=row.letter_key,
        posted_at=row.posted_at,
        informed_at=row.informed_at,
        means=row.means,
        by=f"{row.by_first} {row.by_last}" if row.by_first else "",
        undelivered=row.state in {LetterState.FAILED, LetterState.BOUNCED},
        request=row.request,
        request_text=row.request_text,
        requested_at=row.requested_at,
    )
