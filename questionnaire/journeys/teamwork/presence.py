"""Who is here: information, never a lock."""

from dataclasses import dataclass
from datetime import timedelta

from questionnaire.access import Action, Actor, require
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import relation_of
from questionnaire.spec import Form
from questionnaire.storage import drafts, presences
from questionnaire.storage.presences import Present
from questionnaire.storage.transaction import writing

LATELY = timedelta(seconds=50)
"""A page calls every twenty seconds: after two calls missed, nobody is there."""


@dataclass(frozen=True, slots=True)
class Company:
    """Who else has the draft open, and the form, to name the parts."""

    others: tuple[Present, ...]
    form: Form


def call(desk: Desk, actor: Actor, draft_id: str, section: str) -> Company:
    """Say that one has a part open, and hear who else has; raises NotFound or Forbidden."""
    now = desk.clock()
    person = actor.person.id
    with writing(desk.session) as session:
        head = drafts.head(session, actor.perimeter, draft_id, person)
        form = desk.shelf.version(session, head.draft.form.digest)
        require(actor, Action.READ_DRAFT, relation_of(head, form))
        presences.call(session, actor.perimeter, draft_id, person, section[:64], now)
        return Company(presences.others(session, actor.perimeter, draft_id, person, now - LATELY), form)
