"""Whose role asks for a second step at sign-in."""

from collections.abc import Set as AbstractSet

from questionnaire.access.people import Actor
from questionnaire.access.roles import Role
from questionnaire.environment import Environment


def must_have_second_step(actor: Actor, roles: AbstractSet[str]) -> bool:
    """Whether a person holds one of these roles, or one of those that their establishment adds to them."""
    added = actor.organisation.profile.settings.second_step_roles or ()
    return any(held.role in roles or held.role in added for held in actor.memberships)


def read_roles(asked: Environment) -> frozenset[Role]:
    """The roles of the setting SECOND_STEP_ROLES; faults go to ``asked``."""
    named = asked.text("SECOND_STEP_ROLES").replace(",", " ").split()
    unknown = [name for name in named if name not in set(Role)]
    if unknown:
        known = ", ".join(Role)
        asked.refuse("SECOND_STEP_ROLES", f"«\u00a0{unknown[0]}\u00a0» n’est pas un rôle. Connus\u00a0: {known}.")
    return frozenset(Role(name) for name in named if name not in unknown)
