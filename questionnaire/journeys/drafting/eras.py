"""The versions of its form that a draft has followed: what its history is read with."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.access import Actor
from questionnaire.filling import Veil
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.reserving import veil_for
from questionnaire.lifecycle import EventKind
from questionnaire.spec import Form
from questionnaire.storage import journal, moving
from questionnaire.storage.moving import LeftVersion


@dataclass(frozen=True, slots=True)
class Move:
    """A draft left ``form`` at ``revision``; ``who`` is empty once the name is erased.

    ``veil`` is what the form that was left hides from the reader.
    """

    form: Form
    veil: Veil
    revision: int
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Eras:
    """The moves of a draft, the oldest first, then the form that it follows now and what that one hides."""

    moves: tuple[Move, ...]
    form: Form
    veil: Veil

    def index(self, revision: int) -> int:
        """How many moves came before a change; what a move itself lost belongs to what it left."""
        return sum(move.revision < revision for move in self.moves)

    def form_at(self, revision: int) -> Form:
        """The form in which a change was made."""
        place = self.index(revision)
        return self.moves[place].form if place < len(self.moves) else self.form

    def are_together(self, one: int, other: int) -> bool:
        """Whether two changes may be told as one: in the same form, and none of them made by a move."""
        moves = {move.revision for move in self.moves}
        return self.index(one) == self.index(other) and moves.isdisjoint({one, other})

    def is_now(self, revision: int) -> bool:
        """Whether a change was made in the form that the draft follows now."""
        return self.index(revision) == len(self.moves)

    def hides(self, path: str, revision: int) -> bool:
        """Whether the form in which a change was made, or one followed since, keeps it from the reader."""
        later = (*(move.veil for move in self.moves[self.index(revision) :]), self.veil)
        return any(veil.hides(path) for veil in later)


def eras_of(desk: Desk, actor: Actor, opened: OpenDraft) -> Eras:
    """The versions that a draft has followed, within the transaction in course."""
    left = moving.left(desk.session, actor.perimeter, opened.draft.id)
    who = _movers(desk, actor, opened) if left else {}
    moves = tuple(_move(desk, actor, opened, each, who.get(each.revision, "")) for each in left)
    return Eras(moves, opened.form, opened.veil)


def _movers(desk: Desk, actor: Actor, opened: OpenDraft) -> dict[int, str]:
    """By revision, the name of whoever moved the draft, as its journal tells until it is erased."""
    entries = journal.read(desk.session, actor.perimeter, opened.draft.id)
    events = (entry.event for entry in entries if entry.event and entry.event.kind is EventKind.MOVED)
    return {event.details["revision"]: event.person_name or "" for event in events}


def _move(desk: Desk, actor: Actor, opened: OpenDraft, left: LeftVersion, who: str) -> Move:
    form = desk.shelf.version(desk.session, left.digest)
    # Whoever answers later, in a version that hides nothing, has not written what was hidden.
    rows = [row for row in (*opened.stored.values(), *opened.reserved.values()) if row.revision <= left.revision]
    return Move(form, veil_for(actor, form, opened.relation(), rows), left.revision, left.at, who)
