"""The team of a draft, and invitations into it."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Notice, Post, Side


@dataclass(frozen=True, slots=True)
class MemberView:
    """A person of the team."""

    name: str
    role: str
    initials: str
    side: Side


@dataclass(frozen=True, slots=True)
class Asking:
    """What became of an invitation: its ``link`` and the address that it goes to.

    ``typed``, ``chosen`` and ``error`` stand where it could not be made; ``revoked``, that one was taken back.
    """

    link: str = ""
    sent_to: str = ""
    typed: str = ""
    chosen: str = ""
    error: str = ""
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class WaitingView:
    """An invitation that nobody has used yet; ``revoke`` takes it back, for those who may."""

    text: str
    revoke: Post | None = None


@dataclass(frozen=True, slots=True)
class TeamView:
    """Who is there, who is expected. ``invite_url`` posts ``role`` and ``courriel``, of which ``asked`` tells.

    ``lost`` are the invitations that did not arrive, for those who may invite.
    """

    title: str
    lead: str
    members: tuple[MemberView, ...]
    waiting: tuple[WaitingView, ...]
    invite_url: str
    roles: tuple[tuple[str, str], ...]
    asked: Asking
    back_url: str
    lost: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class InvitationView:
    """What one is invited to, and the button that accepts."""

    title: str
    text: str
    role: str
    accept: Post
    decline_url: str
