"""Who invited somebody is told when the letter of the invitation does not arrive."""

from questionnaire.access import Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post_to_people
from questionnaire.storage import invitations, people
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import OutboxLetter

INVITATION = "invitation"


def invitation_key(digest: str) -> str:
    """What the letter of an invitation is known by."""
    return f"{INVITATION}/{digest}"


def tell_lost(desk: Desk, perimeter: Perimeter, lost: OutboxLetter, why: str) -> None:
    """Write to who sent an invitation that nobody has accepted, once for its letter; nothing for other letters.

    ``why`` is said in a sentence of its own. Within the writing in course.
    """
    if lost.kind != INVITATION:
        return
    try:
        invitation = invitations.get(desk.session, perimeter, lost.key.removeprefix(invitation_key("")))
    except NotFound:
        return
    if invitation.accepted_by is not None:
        return
    place = people.get_organisation(desk.session, perimeter, invitation.organisation_id)
    facts = {
        "address": lost.address,
        "project": invitation.project_title,
        "why": why,
        "project_id": invitation.project_id,
    }
    news = News("invitation_returned", f"invitation_returned/{lost.id}", facts)
    post_to_people(desk, perimeter, place, [invitation.created_by], news)
