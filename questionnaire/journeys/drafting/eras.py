"""The versions of its form that a draft has followed, as its journal tells: what its history is read with."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.access import Actor
from questionnaire.filling import Veil
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.reserving import veil_for
from questionnaire.lifecycle import Event, EventKind
from questionnaire.spec import Form
from questionnaire.storage import journal


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

    def is_now(self, revision: int) -> bool:
        """Whether a change was made in the form that the draft follows now."""
        return self.index(revision) == len(self.moves)

    def hides(self, path: str, revision: int) -> bool:
        """Whether the form in which a change was made, or one followed since, keeps it from the reader."""
        later = (*(move.veil for move in self.moves[self.index(revision) :]), self.veil)
        return any(veil.hides(path) for veil in later)


def eras_of(desk: Desk, actor: Actor, opened: OpenDraft) -> Eras:
    """The versions that a draft has followed, within the transaction in course."""
    entries = journal.read(desk.session, actor.perimeter, opened.draft.id)
    events = (entry.event for entry in entries if entry.event and entry.event.kind is EventKind.MOVED)
    return Eras(tuple(_move(desk, actor, opened, event) for event in events), opened.form, opened.veil)


def _move(desk: Desk, actor: Actor, opened: OpenDraft, event: Event) -> Move:
    form = desk.shelf.version(desk.session, event.details["from_digest"])
    revision = event.details["revision"]
    # Whoever answers later, in a version that hides nothing, has not written what was hidden.
    rows = [row for row in (*opened.stored.values(), *opened.reserved.values()) if row.revision <= revision]
    veil = veil_for(actor, form, opened.relation(), rows)
    return Move(form, veil, revision, event.at, event.person_name or "")
