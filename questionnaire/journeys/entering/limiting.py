"""Limits on what strangers may try: counted for everybody together, whichever process answers."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.storage import attempts
from questionnaire.storage.transaction import writing


class TooManyAttempts(QuestionnaireError):
    """It was tried too often; later it may be tried again."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``number`` tries in a ``window``; ``told`` is what the person reads beyond."""

    name: str
    number: int
    window: timedelta
    told: str


def spend(desk: Desk, limit: Limit, whose: str) -> None:
    """Count one more try, for good whatever follows; raises TooManyAttempts."""
    with writing(desk.session) as session:
        number = attempts.count(session, _name(limit, whose), desk.clock(), limit.window)
    if number > limit.number:
        raise TooManyAttempts(limit.told)


def give_back(desk: Desk, limit: Limit, whose: str) -> None:
    """Uncount the last try: it was a good one."""
    with writing(desk.session) as session:
        attempts.give_back(session, _name(limit, whose))


def clear(desk: Desk, limit: Limit, whose: str) -> None:
    """Begin to count anew: the person has shown who they are."""
    with writing(desk.session) as session:
        attempts.forget(session, _name(limit, whose))


def _name(limit: Limit, whose: str) -> str:
    return sha256(f"{limit.name}/{whose}".encode()).hexdigest()
