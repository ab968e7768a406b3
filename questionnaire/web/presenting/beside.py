"""What the first page says beside a draft: where the person was, and until when it is kept."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.journeys.desk import Desk, context_of
from questionnaire.journeys.drafting.expiring import keepings
from questionnaire.journeys.teamwork.overview import section_named
from questionnaire.lifecycle import Keeping
from questionnaire.storage.records import DraftHead
from questionnaire.web.presenting.home import Beside
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.together import expiry_notice
from questionnaire.web.screens import Link


def beside_drafts(
    desk: Desk, actor: Actor, heads: Sequence[DraftHead], places: Mapping[str, str], default: Keeping
) -> Beside:
    """What stands beside each draft; ``places`` are those where the person was last.

    ``default`` is how long drafts are kept where their organisation does not say.
    """
    kept = keepings(desk, actor, {head.draft.organisation_id for head in heads}, default)
    now, zone = desk.clock(), ZoneInfo(actor.organisation.timezone)
    return {
        head.draft.id: (
            _resume(desk, actor, head, places.get(head.draft.id)),
            expiry_notice(head.draft, kept[head.draft.organisation_id], now, zone),
        )
        for head in heads
    }


def _resume(desk: Desk, actor: Actor, head: DraftHead, place: str | None) -> Link | None:
    """The way leads to a page that looks again: the answers may have taken the section off the path."""
    form = desk.shelf.at_hand(head.draft.form.digest)
    section = section_named(form, place) if form and place else None
    if section is None:
        return None
    title = section.title.render(context_of(actor.organisation, desk.clock()).term, str)
    url = address("together.resume", draft_id=head.draft.id)
    return Link(f"Reprendre où vous en étiez\u00a0: {title}", url)
