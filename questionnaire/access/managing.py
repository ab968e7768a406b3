"""Who may give which role, and whose account one may touch: nobody gives more than they answer for."""

from collections.abc import Iterable

from questionnaire.access.actions import Action
from questionnaire.access.deriving import TEAM
from questionnaire.access.people import Actor
from questionnaire.access.rights import Relation, allowed
from questionnaire.access.roles import Role

ORGANISATION = "organisation"
"""The line of the rights that tells who administers people."""

_ORDER = tuple(Role)
Held = tuple[str, Role]
"""A role in an organisation: the organisation first."""


def grantable(actor: Actor | None, organisation_id: str) -> tuple[Role, ...]:
    """The roles that the actor gives and takes back in an organisation; None is the operator, who gives them all.

    An administrator gives every role, a référent those of the teams.
    """
    if actor is None or allowed(actor, Action.MANAGE_ACCOUNTS, Relation(organisation_id, None, ORGANISATION)):
        return _ORDER
    if allowed(actor, Action.MANAGE_PEOPLE, Relation(organisation_id, None, ORGANISATION)):
        return tuple(role for role in _ORDER if role in TEAM)
    return ()


def may_touch(actor: Actor | None, held: Iterable[Held], *, elsewhere: bool) -> bool:
    """Whether the actor may open, close or rename somebody who holds these roles, and others ``elsewhere``.

    Only who could give all that they hold: an account is never taken over by somebody who could not have given it.
    """
    if actor is None:
        return True
    return not elsewhere and all(role in grantable(actor, place) for place, role in held)
