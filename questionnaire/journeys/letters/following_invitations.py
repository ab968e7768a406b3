"""Invitations by the clock: who is invited is reminded before the end, who invited is told when nobody came; each once.

The secret of an invitation is kept nowhere, so its reminder carries a second one, which leads to the same invitation.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS, Organisation, Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.lost_invitations import invitation_key
from questionnaire.journeys.letters.posting import News, post, post_to_people
from questionnaire.journeys.letters.reminding import awake
from questionnaire.storage import invitations, outbox, people, persons, projects
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.outbox import LetterState
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import reading, writing

SECRET_BYTES = 24

LOOKED_BACK = timedelta(days=30)
"""How long after its end an invitation is still news for who made it, where the runner was off."""

HANDED_OVER = "une personne, à qui vous avez remis le lien,"


def follow_invitations(desk: Desk) -> None:
    """Write what is due about invitations, where it is a working hour."""
    now = desk.clock()
    for place, perimeter in awake(desk):
        ahead = timedelta(days=place.profile.settings.invitation_reminder)
        with reading(desk.session) as session:
            ending = invitations.unused(session, perimeter, now, now + ahead)
            over = invitations.unused(session, perimeter, now - LOOKED_BACK, now)
        for each in ending:
            with writing(desk.session):
                _remind(desk, place, perimeter, each)
        for each in over:
            with writing(desk.session):
                _tell_inviter(desk, place, perimeter, each)


def _remind(desk: Desk, place: Organisation, perimeter: Perimeter, invitation: Invitation) -> None:
    """Remind who was invited by mail; nobody else has an address, and who came by another way is in the team."""
    address = _address(desk, perimeter, invitation)
    if not address or _is_in_team(desk, perimeter, invitation, address):
        return
    secret = secrets.token_urlsafe(SECRET_BYTES)
    inviter = people.get_person(desk.session, people.whole_perimeter(desk.session), invitation.created_by)
    facts = {
        "inviter": inviter.name,
        "project": invitation.project_title,
        "role": ROLE_LABELS[invitation.role].lower(),
        "until": f"{_local(place, invitation.expires_at):%d/%m/%Y à %H:%M}",
        "secret": secret,
    }
    news = News("invitation_reminder", f"invitation_reminder/{invitation.digest}", facts, invitation.expires_at)
    if post(desk, perimeter, place, Recipient(address, ""), news):
        invitations.remind(desk.session, perimeter, invitation.digest, sha256(secret.encode()).hexdigest())


def _tell_inviter(desk: Desk, place: Organisation, perimeter: Perimeter, invitation: Invitation) -> None:
    """Tell who invited, if they are still of the team, that nobody came."""
    address = _address(desk, perimeter, invitation)
    team = projects.team(desk.session, perimeter, invitation.project_id)
    inviters = [member.person_id for member in team if member.person_id == invitation.created_by]
    if not inviters or (address and _is_in_team(desk, perimeter, invitation, address)):
        return
    facts = {
        "invited": address or HANDED_OVER,
        "project": invitation.project_title,
        "role": ROLE_LABELS[invitation.role].lower(),
        "day": f"{_local(place, invitation.expires_at):%d/%m/%Y}",
        "project_id": invitation.project_id,
    }
    post_to_people(desk, perimeter, place, inviters, News("invitation_over", f"over/{invitation.digest}", facts))


def _address(desk: Desk, perimeter: Perimeter, invitation: Invitation) -> str:
    """Where an invitation was sent; empty for a link handed over, and for a letter that did not arrive."""
    key = invitation_key(invitation.digest)
    letter = outbox.of_keys(desk.session, perimeter, [key]).get(key)
    return letter.address if letter and letter.state is LetterState.SENT else ""


def _is_in_team(desk: Desk, perimeter: Perimeter, invitation: Invitation, address: str) -> bool:
    holder = persons.holders_of_emails(desk.session, [address]).get(address.lower())
    team = projects.team(desk.session, perimeter, invitation.project_id)
    return any(member.person_id == holder for member in team)


def _local(place: Organisation, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(place.timezone))
