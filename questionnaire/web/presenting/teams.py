"""The team of a draft and its invitations, in words."""

from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import ROLE_LABELS, Action, Actor, allowed
from questionnaire.journeys.teamwork.inviting import INVITED_AS, Invited, Team
from questionnaire.storage.invitations import Invitation
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.web.presenting.shell import USERS, initials
from questionnaire.web.screens import Asking, InvitationView, MemberView, Notice, Post, TeamView, WaitingView


def team_view(team: Team, actor: Actor, asked: Asking) -> TeamView:
    """The page « Équipe », with what became of the invitation that was asked for."""
    zone = ZoneInfo(str(team.draft.context.tz))
    may_invite = allowed(actor, Action.INVITE, team.draft.relation())
    return TeamView(
        title="Équipe du document",
        lead="Les personnes qui voient ce document. Les porteurs et co-pilotes le remplissent.",
        members=tuple(
            MemberView(
                name=f"{member.first_name} {member.last_name}",
                role=ROLE_LABELS[member.role],
                initials=initials(member.first_name, member.last_name),
                side="usager" if member.role in USERS else "pro",
            )
            for member in team.members
        ),
        waiting=tuple(_waiting(team, invitation, zone, may_invite=may_invite) for invitation in team.waiting),
        invite_url=url_for("teams.team", draft_id=team.draft.draft.id) if may_invite else "",
        roles=tuple((role.value, ROLE_LABELS[role]) for role in INVITED_AS),
        asked=asked,
        back_url=url_for("drafts.tasks", draft_id=team.draft.draft.id),
        lost=_lost(team) if may_invite else (),
    )


def _waiting(team: Team, invitation: Invitation, zone: ZoneInfo, *, may_invite: bool) -> WaitingView:
    role, until = ROLE_LABELS[invitation.role], f"{invitation.expires_at.astimezone(zone):%d/%m/%Y}"
    text = f"{role}, jusqu’au {until}{_mailed(team.letter(invitation))}"
    if not may_invite:
        return WaitingView(text)
    url = url_for("teams.revoke", draft_id=team.draft.draft.id)
    return WaitingView(text, Post("Annuler", url, (("invitation", invitation.digest),), about=text))


def _lost(team: Team) -> tuple[Notice, ...]:
    """The invitations that did not arrive, and what to do about each."""
    todo = "Vérifiez l’adresse et invitez cette personne de nouveau, ou remettez-lui un lien."
    return tuple(
        Notice(
            f"L’invitation envoyée à {letter.address or 'cette adresse'} n’est pas arrivée. {letter.error} {todo}",
            "attention",
        )
        for letter in map(team.letter, team.waiting)
        if letter is not None and letter.state in {LetterState.FAILED, LetterState.BOUNCED}
    )


def _mailed(letter: OutboxLetter | None) -> str:
    """How far the letter of an invitation is."""
    if letter is None:
        return ""
    words = {
        LetterState.WAITING: f", courriel en attente pour {letter.address}",
        LetterState.SENT: f", courriel envoyé à {letter.address}",
    }
    return words.get(letter.state, f", courriel non arrivé à {letter.address or 'cette adresse'}")


def invitation_view(invited: Invited, url: str) -> InvitationView:
    """What somebody is invited to."""
    invitation = invited.invitation
    return InvitationView(
        title=f"{invited.inviter} vous invite",
        text=f"Une place vous attend dans le projet «\u00a0{invitation.project_title}\u00a0».",
        role=f"Votre place dans l’équipe\u00a0: {ROLE_LABELS[invitation.role].lower()}.",
        accept=Post("Rejoindre l’équipe", url),
        decline_url=url_for("home.index"),
    )
