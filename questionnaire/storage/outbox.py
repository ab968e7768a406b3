"""The outbox: letters put there in the transaction of what they tell of, taken one by one, settled."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Delete, Row, Update, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, claim, inside, one, touched
from questionnaire.storage.tables.letters import letter
from questionnaire.storage.upsert import insert

TOO_LATE = "Le message n’a pas pu partir à temps\u00a0: ce qu’il contenait n’est plus valable."


class LetterState(StrEnum):
    """How far a letter is. ``HERE``: shown on the person's page, never mailed, because they chose so.

    ``GATHERED``: it waits for the next digest; ``TOLD``: a digest told it.
    """

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    BOUNCED = "bounced"
    HERE = "here"
    GATHERED = "gathered"
    TOLD = "told"

    @property
    def label(self) -> str:
        """What it is called on screens."""
        return _LABELS[self]


_LABELS = {
    LetterState.WAITING: "En attente",
    LetterState.SENT: "Envoyé",
    LetterState.FAILED: "Non envoyé",
    LetterState.BOUNCED: "Revenu",
    LetterState.HERE: "Sur cette page seulement",
    LetterState.GATHERED: "Dans le prochain résumé",
    LetterState.TOLD: "Dans un résumé",
}


class Channel(StrEnum):
    """What carries a letter to its address: the mail, or a short message to a telephone."""

    MAIL = "mail"
    SMS = "sms"


@dataclass(frozen=True, slots=True)
class OutboxLetter:
    """A letter of the outbox. ``next_try`` and ``over_at`` as in its table; its words are in no representation."""

    id: str
    organisation_id: str
    key: str
    person_id: str | None
    kind: str
    address: str
    name: str
    subject: str
    text: str = field(repr=False)
    html: str = field(repr=False)
    secret: bool
    created_at: datetime
    next_try: datetime
    sender_name: str = ""
    reply_to: str = ""
    about: str = ""
    line: str = ""
    url: str = field(default="", repr=False)
    state: LetterState = LetterState.WAITING
    tries: int = 0
    error: str = ""
    over_at: datetime | None = None
    sent_at: datetime | None = None
    read_at: datetime | None = None
    channel: Channel = Channel.MAIL


_FIELDS = tuple(OutboxLetter.__dataclass_fields__)
_INSIDE = select(letter).where(inside(letter))
_ONE = _INSIDE.where(letter.c.id == bindparam("letter"))
_LATEST = _INSIDE.order_by(letter.c.created_at.desc(), letter.c.id.desc()).limit(bindparam("most"))
_OF_KEYS = _INSIDE.where(letter.c.key.in_(bindparam("keys", expanding=True)))
_DUE = (
    _INSIDE.where(
        letter.c.state == LetterState.WAITING,
        letter.c.next_try <= bindparam("moment"),
        letter.c.channel.in_(bindparam("channels", expanding=True)),
    )
    .order_by(letter.c.next_try, letter.c.id)
    .limit(1)
)
_SETTLED = (LetterState.SENT, LetterState.FAILED, LetterState.BOUNCED)
_LAST_TO = _LATEST.where(
    letter.c.person_id == bindparam("person"), letter.c.address == bindparam("to"), letter.c.state.in_(_SETTLED)
)
_CHANGE = letter.update().where(letter.c.id == bindparam("letter"), inside(letter))
_TAKE = _CHANGE.where(letter.c.state == LetterState.WAITING, letter.c.next_try == bindparam("seen")).values(
    next_try=bindparam("until")
)
_WITHDRAW = letter.delete().where(
    letter.c.key == bindparam("withdrawn"), letter.c.state == LetterState.WAITING, inside(letter)
)
_WITHOUT_WORDS = {"text": "", "html": ""}


def add(session: Session, perimeter: Perimeter, new: OutboxLetter) -> bool:
    """Put a letter in the outbox; False when one with the same key is there already, which stays as it is."""
    claim(perimeter, new.organisation_id)
    values = {name: getattr(new, name) for name in _FIELDS}
    put = insert(session, letter).values(**values)
    unique = [letter.c.organisation_id, letter.c.key]
    return bool(session.execute(put.on_conflict_do_nothing(index_elements=unique).returning(letter.c.id)).first())


def get(session: Session, perimeter: Perimeter, letter_id: str) -> OutboxLetter:
    """A letter; raises NotFound."""
    return letter_of(one(session, _ONE, bound(perimeter, letter=letter_id)))


def latest(
    session: Session, perimeter: Perimeter, most: int, state: LetterState | None = None
) -> tuple[OutboxLetter, ...]:
    """The latest letters, of one state or of all, the newest first."""
    statement = _LATEST if state is None else _LATEST.where(letter.c.state == state)
    return tuple(map(letter_of, session.execute(statement, bound(perimeter, most=most))))


def last_to(session: Session, perimeter: Perimeter, person_id: str, address: str) -> OutboxLetter | None:
    """The last letter that left for a person at an address, or should have."""
    row = session.execute(_LAST_TO, bound(perimeter, most=1, person=person_id, to=address)).one_or_none()
    return None if row is None else letter_of(row)


def of_keys(session: Session, perimeter: Perimeter, keys: Iterable[str]) -> dict[str, OutboxLetter]:
    """Those of these letters that are there, by key."""
    rows = session.execute(_OF_KEYS, bound(perimeter, keys=sorted(set(keys))))
    return {row.key: letter_of(row) for row in rows}


def next_due(
    session: Session, perimeter: Perimeter, at: datetime, channels: Iterable[Channel] = (Channel.MAIL,)
) -> OutboxLetter | None:
    """The letter that has been due for longest among those of some channels, if any."""
    row = session.execute(_DUE, bound(perimeter, moment=at, channels=list(channels))).one_or_none()
    return None if row is None else letter_of(row)


def take(session: Session, perimeter: Perimeter, due: OutboxLetter, until: datetime) -> bool:
    """Reserve a letter for oneself until a moment; False when somebody was faster."""
    return touched(session, _TAKE, bound(perimeter, letter=due.id, seen=due.next_try, until=until))


def sent(session: Session, perimeter: Perimeter, done: OutboxLetter, at: datetime) -> bool:
    """The server has taken a letter; one that was secret loses its words."""
    change = _CHANGE.values(state=LetterState.SENT, sent_at=at, error="", **_left(done))
    return touched(session, change, bound(perimeter, letter=done.id))


def failed(
    session: Session, perimeter: Perimeter, done: OutboxLetter, error: str, state: LetterState = LetterState.FAILED
) -> bool:
    """A letter will not arrive: refused for good (``FAILED``) or come back (``BOUNCED``)."""
    change = _CHANGE.values(state=state, error=error, **_left(done))
    return touched(session, change, bound(perimeter, letter=done.id))


def again(
    session: Session, perimeter: Perimeter, kept: OutboxLetter, error: str, at: datetime, *, counted: bool = True
) -> bool:
    """A letter waits until a moment to be tried again; ``counted`` is this try among those that it has."""
    change = _CHANGE.values(state=LetterState.WAITING, error=error, next_try=at, tries=kept.tries + counted)
    return touched(session, change, bound(perimeter, letter=kept.id))


def hold(session: Session, perimeter: Perimeter, error: str, until: datetime) -> bool:
    """Every mail waits at least until a moment: the server itself cannot be reached. Whether any was earlier."""
    early = (letter.c.state == LetterState.WAITING, letter.c.next_try < bindparam("moment"), inside(letter))
    change = (
        letter.update()
        .where(*early, letter.c.channel == Channel.MAIL)
        .values(error=error, next_try=bindparam("moment"))
    )
    return _any(session, change, bound(perimeter, moment=until))


def forget_words(session: Session, perimeter: Perimeter, at: datetime) -> bool:
    """Erase the words of secret letters that are over, failing those that still waited; whether there was any."""
    over = (letter.c.secret, letter.c.over_at <= bindparam("moment"), letter.c.text != "", inside(letter))
    late = letter.update().where(*over, letter.c.state == LetterState.WAITING)
    values = bound(perimeter, moment=at)
    session.execute(late.values(state=LetterState.FAILED, error=TOO_LATE), values)
    return _any(session, letter.update().where(*over).values(**_WITHOUT_WORDS), values)


def is_untidy(session: Session, perimeter: Perimeter, at: datetime, oldest: datetime) -> bool:
    """Whether a secret is over and not erased, or a letter is of before ``oldest``."""
    over = letter.c.secret & (letter.c.over_at <= bindparam("moment")) & (letter.c.text != "")
    statement = select(letter.c.id).where(over | (letter.c.created_at < bindparam("oldest")), inside(letter)).limit(1)
    return session.execute(statement, bound(perimeter, moment=at, oldest=oldest)).first() is not None


def clear(session: Session, perimeter: Perimeter, before: datetime) -> bool:
    """Delete letters of before a moment, sent or not; whether there was any."""
    old = letter.delete().where(letter.c.created_at < bindparam("moment"), inside(letter))
    return _any(session, old, bound(perimeter, moment=before))


def withdraw(session: Session, perimeter: Perimeter, key: str) -> bool:
    """Forget a letter that waits, known by its key; False when it has left, or there is none."""
    return touched(session, _WITHDRAW, bound(perimeter, withdrawn=key))


def _left(done: OutboxLetter) -> dict[str, str]:
    """What a letter that is done with loses."""
    return _WITHOUT_WORDS if done.secret else {}


def _any(session: Session, change: Update | Delete, values: dict[str, Any]) -> bool:
    result: Any = session.execute(change, values)
    return bool(result.rowcount)


def letter_of(row: Row[Any]) -> OutboxLetter:
    """A letter from a row of its table."""
    values = {name: getattr(row, name) for name in _FIELDS}
    return OutboxLetter(**{**values, "state": LetterState(row.state), "channel": Channel(row.channel)})
