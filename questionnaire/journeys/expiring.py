"""Drafts that nobody touches any more: their people are told, may prolong them, and in the end they are deleted."""

from questionnaire.access import Action, Actor, Forbidden
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.saving import load_to_fill
from questionnaire.journeys.sharing import takes_part
from questionnaire.lifecycle import Keeping
from questionnaire.storage import drafts, expiring
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing


def prolong(desk: Desk, actor: Actor, draft_id: str) -> None:
    """Keep a draft as long again as if an answer had just been given. Raises NotFound, Forbidden, DraftClosed."""
    with writing(desk.session) as session:
        opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
        if not takes_part(actor, opened):
            raise Forbidden("Seules les personnes qui remplissent ce document peuvent le prolonger.")
        drafts.touch(session, actor.perimeter, draft_id, opened.context.now)


def expire_once(desk: Desk, keeping: Keeping) -> bool:
    """Delete the draft that has been left alone longest, if its time is over; whether there was one.

    Deleting and keeping the fact are one transaction: after a crash the draft is either still due or gone for good.
    """
    now = desk.clock()
    limit = keeping.limit(now)
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        due = expiring.next_due(session, perimeter, limit)
    if due is None:
        return False
    with writing(desk.session, durable=True) as session:
        return expiring.expire(session, perimeter, due, limit, now)
