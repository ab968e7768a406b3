"""What a person was written: their letters, those that are new to them, and which kinds they want by mail."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from questionnaire.access import Actor
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle.gathering import Pace
from questionnaire.messages.kinds import KINDS
from questionnaire.storage import gathering, inbox, recipients
from questionnaire.storage.inbox import InboxLetter
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.transaction import reading, writing

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Preference:
    """A kind of letters that may be switched off, and whether the person wants it by mail.

    ``gathered``: it asks nothing of them, and follows the pace that they chose.
    """

    kind: str
    label: str
    mailed: bool
    gathered: bool


@dataclass(frozen=True, slots=True)
class Preferences:
    """All that a person chose."""

    kinds: tuple[Preference, ...]
    pace: Pace


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


def preferences(desk: Desk, actor: Actor) -> Preferences:
    """What a person chose, for each kind that may be switched off, and how often they want news."""
    with reading(desk.session) as session:
        unwanted = recipients.unwanted(session, actor.person.id)
        pace = gathering.pace_of(session, actor.person.id)
    kinds = (
        Preference(name, kind.label, name not in unwanted, bool(kind.line))
        for name, kind in KINDS.items()
        if kind.is_chosen
    )
    return Preferences(tuple(kinds), pace)


def choose(desk: Desk, actor: Actor, mailed: Collection[str], pace: str) -> None:
    """Keep which kinds a person wants by mail, the others being read on their page alone, and how often they want news.

    What waited under another choice leaves now, or stays on their page: nothing is lost, nothing sent twice. Words that
    name no pace leave it as it was.
    """
    person, now = actor.person.id, desk.clock()
    with writing(desk.session) as session:
        unwanted = [name for name, kind in KINDS.items() if kind.is_chosen and name not in mailed]
        for name, kind in KINDS.items():
            if kind.is_chosen:
                recipients.want(session, person, name, mailed=name in mailed)
        gathering.release(session, person, LetterState.HERE, now, unwanted)
        if pace in set(Pace):
            gathering.keep_pace(session, person, Pace(pace))
            if not Pace(pace).is_gathered:
                state = LetterState.HERE if pace == Pace.NEVER else LetterState.WAITING
                gathering.release(session, person, state, now)
