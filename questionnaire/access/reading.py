"""Who sees an answer that its form reserves to some roles."""

from collections.abc import Collection

from questionnaire.access.people import Actor
from questionnaire.access.rights import Relation
from questionnaire.access.roles import Role

OFFICES = frozenset({Role.REFERENT_PARTENARIAT, Role.QUALITE, Role.DIRECTION, Role.SIEGE})
"""Roles held in an organisation; those of a team are held in its project alone."""


def holds(actor: Actor, relation: Relation, roles: Collection[str]) -> bool:
    """Whether the actor holds one of these roles with regard to a document: in its project, or by office over it."""
    held = {relation.project_role} | (actor.roles_in(relation.organisation_id) & OFFICES)
    return any(role is not None and role in roles for role in held)
