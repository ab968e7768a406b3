"""Arriving by an invitation without an account: a code at one's address opens one, and leads into the team.

The secret of the invitation is all that a newcomer has; it opens nothing without an address that answers.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from hashlib import sha256

from questionnaire.access import Perimeter, Person
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.administration.people import Identity
from questionnaire.journeys.auditing import Subject, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering import mail_codes
from questionnaire.journeys.entering.limiting import Limit, spend
from questionnaire.journeys.entering.mail_codes import Addressee
from questionnaire.journeys.teamwork.inviting import Invited, require_open
from questionnaire.storage import identities, invitations, organisations, people, persons, sign_in_codes
from questionnaire.storage.accounts import NewAccount, open_account
from questionnaire.storage.errors import NotFound
from questionnaire.storage.ids import new_id
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import Session, reading, writing

LIMIT = Limit(
    "arrival",
    10,
    timedelta(hours=1),
    "Trop de codes ont été demandés avec cette invitation. Attendez une heure, ou demandez-en une autre.",
)
"""One link must not write to many people."""

NAME_BYTES = 16


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who says to be invited: ``invitation`` and ``browser`` are secrets, of the link and of the browser.

    ``known_by`` is what the browser keeps to be known again by accounts.
    """

    invitation: str
    browser: str
    identity: Identity
    known_by: str = ""


def look(desk: Desk, secret: str) -> Invited:
    """The invitation of a link, as anybody who has it sees it while nobody has used it; raises NotFound, CannotJoin."""
    with reading(desk.session) as session:
        invitation = _invitation(desk, session, secret)
        inviter = people.get_person(session, people.whole_perimeter(session), invitation.created_by)
    return Invited(invitation, inviter.name)


def ask(desk: Desk, newcomer: Newcomer) -> None:
    """Send a code to the newcomer's address; raises NotFound, CannotJoin, TooManyAttempts.

    Nothing tells whether the address has an account, here as where codes are asked for without invitation.
    """
    look(desk, newcomer.invitation)
    spend(desk, LIMIT, newcomer.invitation)
    wanted = mail_codes.counted(desk, newcomer.identity.email, newcomer.known_by)
    with writing(desk.session) as session:
        known = mail_codes.entitled(session, wanted)
        invitation = _invitation(desk, session, newcomer.invitation)
        mail_codes.send(desk, newcomer.browser, known or _stranger(session, invitation, newcomer))


def enter(desk: Desk, newcomer: Newcomer, code: str) -> str | None:
    """The name among sessions of the account at the newcomer's address, opened if there was none.

    None for another code; raises NotFound, CannotJoin.
    """
    with writing(desk.session) as session:
        invitation = _invitation(desk, session, newcomer.invitation)
        use = partial(_use, desk=desk, invitation=invitation, newcomer=newcomer)
        unique = mail_codes.judge(desk, newcomer.browser, code, use)
    if unique is not None:
        mail_codes.forgive(desk, newcomer.identity.email, newcomer.known_by)
    return unique


def _use(
    session: Session, asker: str, code: str, *, desk: Desk, invitation: Invitation, newcomer: Newcomer
) -> str | None:
    unique = sign_in_codes.use(session, asker, code)
    if unique is None and sign_in_codes.claim(session, asker, code):
        unique = _open(desk, session, invitation, newcomer)
    return unique


def _stranger(session: Session, invitation: Invitation, newcomer: Newcomer) -> Addressee | None:
    """The newcomer, unless their address has an account that no code may enter."""
    if identities.is_email_taken(session, newcomer.identity.email.lower()):
        return None
    place = organisations.record(session, _place_of(invitation), invitation.organisation_id).organisation
    name = f"{newcomer.identity.first_name} {newcomer.identity.last_name}"
    return Addressee(place, Recipient(newcomer.identity.email, name))


def _open(desk: Desk, session: Session, invitation: Invitation, newcomer: Newcomer) -> str | None:
    """Open an account where the project is, in the role of the invitation; None if the address was taken meanwhile."""
    identity, perimeter, place = newcomer.identity, _place_of(invitation), invitation.organisation_id
    if identities.is_email_taken(session, identity.email.lower()):
        return None
    known = _known(session, perimeter, identity.email)
    person = known or Person(new_id(), identity.first_name, identity.last_name)
    if known is None:
        people.add_person(session, perimeter, place, person, identity.email)
    unique = secrets.token_hex(NAME_BYTES)
    open_account(session, perimeter, NewAccount(person.id, identity.email, "", unique))
    people.grant(session, perimeter, person.id, place, invitation.role)
    subject = Subject(place, person.id, person.name)
    note_of_machine(desk, perimeter, DeedKind.ACCOUNT_BY_INVITATION, subject, projet=invitation.project_title)
    return unique


def _known(session: Session, perimeter: Perimeter, email: str) -> Person | None:
    """Somebody of the same organisation who was entered with this address, and has no account."""
    person_id = persons.holders_of_emails(session, (email,)).get(email.lower())
    try:
        return people.get_person(session, perimeter, person_id) if person_id else None
    except NotFound:
        return None


def _invitation(desk: Desk, session: Session, secret: str) -> Invitation:
    """The invitation of a secret, that nobody has used."""
    invitation = invitations.of_stranger(session, sha256(secret.encode()).hexdigest())
    require_open(desk, None, invitation)
    return invitation


def _place_of(invitation: Invitation) -> Perimeter:
    return Perimeter(frozenset({invitation.organisation_id}))
