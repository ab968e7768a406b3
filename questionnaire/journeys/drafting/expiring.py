"""Drafts that nobody touches any more: their people are told, may prolong them, and in the end they are deleted."""

from collections.abc import Collection, Iterable

from questionnaire.access import Action, Actor, Forbidden, Organisation, Perimeter
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import Subject, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.saving import load_to_fill
from questionnaire.journeys.teamwork.sharing import takes_part
from questionnaire.lifecycle import Keeping
from questionnaire.storage import drafts, expiring, organisations
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing


def prolong(desk: Desk, actor: Actor, draft_id: str) -> None:
    """Keep a draft as long again as if an answer had just been given. Raises NotFound, Forbidden, DraftClosed."""
    with writing(desk.session) as session:
        opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
        if not takes_part(actor, opened):
            raise Forbidden("Seules les personnes qui remplissent ce document peuvent le prolonger.")
        drafts.touch(session, actor.perimeter, draft_id, opened.context.now)


def expire_once(desk: Desk, default: Keeping) -> bool:
    """Delete one draft whose time is over, by what its organisation decided; whether there was one.

    ``default`` holds where no organisation says how long.
    Deleting and keeping the fact are one transaction: after a crash the draft is either still due or gone for good.
    """
    now = desk.clock()
    with reading(desk.session) as session:
        places = organisations.within(session, whole_perimeter(session))
        for keeping, perimeter in _alike(places, default).items():
            limit = keeping.limit(now)
            due = expiring.next_due(session, perimeter, limit)
            if due is not None:
                break
        else:
            return False
    with writing(desk.session, durable=True) as session:
        expired = expiring.expire(session, perimeter, due, limit, now)
        if expired:
            note_of_machine(desk, perimeter, DeedKind.DRAFT_EXPIRED, Subject(due.organisation_id, due.id))
        return expired


def keepings(desk: Desk, actor: Actor, places: Collection[str], default: Keeping) -> dict[str, Keeping]:
    """How long drafts are kept in organisations of the actor's perimeter, by id; one's own costs no query."""
    own = actor.organisation
    found: tuple[Organisation, ...] = (own,)
    if set(places) - {own.id}:
        with reading(desk.session) as session:
            found = (own, *organisations.within(session, Perimeter(actor.perimeter.organisations & set(places))))
    return {place.id: place.profile.settings.keeping(default) for place in found}


def _alike(places: Iterable[Organisation], default: Keeping) -> dict[Keeping, Perimeter]:
    """The organisations that keep drafts equally long, together."""
    found: dict[Keeping, set[str]] = {}
    for place in places:
        found.setdefault(place.profile.settings.keeping(default), set()).add(place.id)
    return {keeping: Perimeter(frozenset(ids)) for keeping, ids in found.items()}
