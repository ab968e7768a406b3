"""What a person was written: their letters, those that are new to them, and which kinds they want by mail."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from questionnaire.access import Actor
from questionnaire.journeys.desk import Desk
from questionnaire.messages.kinds import KINDS
from questionnaire.storage import inbox, recipients
from questionnaire.storage.inbox import InboxLetter
from questionnaire.storage.outbox import OutboxLetter
from questionnaire.storage.transaction import reading, writing

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Preference:
    """A kind of letters that may be switched off, and whether the person wants it by mail."""

    kind: str
    label: str
    mailed: bool


def received(desk: Desk, actor: Actor) -> tuple[InboxLetter, ...]:
    """The latest letters to a person, the newest first; never what a secret one said."""
    with reading(desk.session) as session:
        return inbox.of_person(session, actor.person.id, MOST_SHOWN)


def read(desk: Desk, actor: Actor, letter_id: str) -> OutboxLetter:
    """One letter to a person, a secret one without its words; raises NotFound."""
    with reading(desk.session) as session:
        found = inbox.get(session, actor.person.id, letter_id)
    return replace(found, text="", html="") if found.secret else found


def count_new(desk: Desk, actor: Actor) -> int:
    """How many letters a person has not taken note of."""
    with reading(desk.session) as session:
        return inbox.count_new(session, actor.person.id)


def take_note(desk: Desk, actor: Actor) -> None:
    """No letter of up to now is new any more."""
    with writing(desk.session) as session:
        inbox.take_note(session, actor.person.id, desk.clock())


def preferences(desk: Desk, actor: Actor) -> tuple[Preference, ...]:
    """What a person chose, for each kind that may be switched off."""
    with reading(desk.session) as session:
        unwanted = recipients.unwanted(session, actor.person.id)
    return tuple(Preference(name, kind.label, name not in unwanted) for name, kind in KINDS.items() if kind.optional)


def choose(desk: Desk, actor: Actor, mailed: Collection[str]) -> None:
    """Keep which kinds a person wants by mail; the others are read on their page alone."""
    with writing(desk.session) as session:
        for name, kind in KINDS.items():
            if kind.optional:
                recipients.want(session, actor.person.id, name, mailed=name in mailed)
