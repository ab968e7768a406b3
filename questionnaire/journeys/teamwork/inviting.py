"""Inviting into a team: a link that the inviter hands over, good for one person and for a time."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from questionnaire.access import ROLE_LABELS, Action, Actor, Role
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, load
from questionnaire.journeys.letters.lost_invitations import invitation_key
from questionnaire.journeys.letters.telling import tell_invited
from questionnaire.organisations.contacts import is_address
from questionnaire.storage import drafts, handovers, invitations, outbox, people, projects
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.outbox import OutboxLetter
from questionnaire.storage.records import DraftHead, Member
from questionnaire.storage.transaction import reading, writing

LASTING = timedelta(days=14)
TAKEN = "Cette invitation a déjà servi à une autre personne. Demandez-en une nouvelle."
SECRET_BYTES = 24

INVITED_AS = (
    Role.COPILOTE,
    Role.PROFESSIONNEL_PARTENAIRE,
    Role.PATIENT_PARTENAIRE,
    Role.PROCHE_AIDANT_PARTENAIRE,
    Role.REPRESENTANT_USAGERS,
    Role.MEMBRE_ASSOCIATION,
)
"""The roles that an invitation may give in a project."""


class BadAddress(QuestionnaireError):
    """What was typed is no electronic address."""


class CannotJoin(QuestionnaireError):
    """The invitation is over, or it was for somebody else."""


@dataclass(frozen=True, slots=True)
class Team:
    """Who fills a draft, and who is still expected."""

    draft: OpenDraft
    members: tuple[Member, ...]
    waiting: tuple[Invitation, ...]
    mailed: Mapping[str, OutboxLetter]

    def letter(self, invitation: Invitation) -> OutboxLetter | None:
        """The letter by which an invitation was sent, if it was."""
        return self.mailed.get(invitation_key(invitation.digest))


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation as the person invited sees it, and who made it."""

    invitation: Invitation
    inviter: str


def team(desk: Desk, actor: Actor, draft_id: str) -> Team:
    """The team of a draft; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        opened = load(desk, actor, draft_id, Action.READ_DRAFT)
        project_id = opened.draft.project_id
        members = projects.team(session, actor.perimeter, project_id)
        waiting = invitations.waiting(session, actor.perimeter, project_id, desk.clock())
        mailed = {}
        if waiting:
            mailed = outbox.of_keys(session, actor.perimeter, (invitation_key(each.digest) for each in waiting))
        return Team(opened, members, waiting, mailed)


def invite(desk: Desk, actor: Actor, draft_id: str, role: str, address: str = "") -> str:
    """Make an invitation, mailed to ``address`` if there is one; gives the secret of its link, which is told once.

    The secret is kept nowhere but in the letter, until that is sent. Raises CannotJoin and BadAddress.
    """
    to = address.strip()
    if to and not is_address(to):
        raise BadAddress("Écrivez une seule adresse, comme prenom.nom@exemple.fr.")
    if role not in INVITED_AS:
        raise CannotJoin("Choisissez un rôle de la liste.")
    secret = secrets.token_urlsafe(SECRET_BYTES)
    now = desk.clock()
    with writing(desk.session) as session:
        opened = load(desk, actor, draft_id, Action.INVITE)
        invitation = Invitation(
            digest=_digest(secret),
            organisation_id=opened.draft.organisation_id,
            project_id=opened.draft.project_id,
            project_title=opened.head.project_title,
            role=Role(role),
            created_by=actor.person.id,
            created_at=now,
            expires_at=now + LASTING,
        )
        invitations.add(session, actor.perimeter, invitation)
        if to:
            tell_invited(desk, actor, opened, invitation, to, secret)
        note(desk, actor, DeedKind.INVITED, _subject(invitation), rôle=ROLE_LABELS[invitation.role])
    return secret


def revoke(desk: Desk, actor: Actor, draft_id: str, digest: str) -> None:
    """Take an invitation back: its link opens nothing any more, and its letter does not leave if it still waits.

    Raises CannotJoin when somebody has used it meanwhile, NotFound and Forbidden.
    """
    with writing(desk.session) as session:
        opened = load(desk, actor, draft_id, Action.INVITE)
        waiting = invitations.waiting(session, actor.perimeter, opened.draft.project_id, desk.clock())
        found = next((each for each in waiting if each.digest == digest), None)
        if found is None:
            raise CannotJoin("Cette invitation n’attend plus\u00a0: elle a servi, elle est passée ou annulée.")
        invitations.revoke(session, actor.perimeter, opened.draft.project_id, digest)
        outbox.withdraw(session, actor.perimeter, invitation_key(digest))
        note(desk, actor, DeedKind.INVITATION_REVOKED, _subject(found), rôle=ROLE_LABELS[found.role])


def look(desk: Desk, actor: Actor, secret: str) -> Invited:
    """The invitation of a link, still open for this person; raises NotFound or CannotJoin."""
    with reading(desk.session) as session:
        invitation = invitations.get(session, actor.perimeter, _digest(secret))
        require_open(desk, actor.person.id, invitation)
        inviter = people.get_person(session, actor.perimeter, invitation.created_by)
    return Invited(invitation, inviter.name)


def join(desk: Desk, actor: Actor, secret: str) -> DraftHead | None:
    """Enter the team; gives the first draft of its project. Entering twice is harmless."""
    now = desk.clock()
    with writing(desk.session) as session:
        invitation = invitations.get(session, actor.perimeter, _digest(secret))
        require_open(desk, actor.person.id, invitation)
        used = invitations.use(session, actor.perimeter, invitation.digest, actor.person.id, now)
        if invitation.accepted_by is None and not used:
            raise CannotJoin(TAKEN)  # somebody was faster between our look and our use
        member = projects.get(session, actor.perimeter, invitation.project_id, actor.person.id)
        if member.role is None:
            projects.join(session, actor.perimeter, invitation.project_id, actor.person.id, invitation.role)
            note(desk, actor, DeedKind.JOINED, _subject(invitation), rôle=ROLE_LABELS[invitation.role])
        elif used:
            _add_role(desk, actor, invitation, member.role)
        heads = drafts.of_project(session, actor.perimeter, invitation.project_id, actor.person.id)
    return next(iter(heads), None)


def _add_role(desk: Desk, actor: Actor, invitation: Invitation, acting: Role) -> None:
    """One more role for somebody of the team, who goes on acting in the one that they had."""
    team = projects.team(desk.session, actor.perimeter, invitation.project_id)
    also = next(member.also for member in team if member.person_id == actor.person.id)
    if invitation.role not in {acting, *also}:
        place = (actor.perimeter, invitation.project_id, actor.person.id)
        handovers.set_roles(desk.session, *place, acting, (*also, invitation.role))
        note(desk, actor, DeedKind.JOINED, _subject(invitation), rôle=ROLE_LABELS[invitation.role])


def require_open(desk: Desk, person_id: str | None, invitation: Invitation) -> None:
    """Raise CannotJoin unless the invitation may be used by this person, or by one without account."""
    if invitation.accepted_by not in {None, person_id}:
        raise CannotJoin(TAKEN)
    if invitation.accepted_by is None and invitation.expires_at <= desk.clock():
        raise CannotJoin("Cette invitation n’est plus valable. Demandez-en une nouvelle.")


def _subject(invitation: Invitation) -> Subject:
    return Subject(invitation.organisation_id, invitation.project_id, invitation.project_title)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
