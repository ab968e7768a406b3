"""Who may do what: people, their roles where they work, and one table of rights; pure, deny by default.

``load`` an ``Actor`` through ``storage.people.load_actor``, then ``require(actor, Action.X, Relation(...))``.
"""

from questionnaire.access.actions import Action
from questionnaire.access.people import (
    Account,
    Actor,
    Membership,
    Perimeter,
    Person,
)
from questionnaire.access.reading import OFFICES, holds
from questionnaire.access.rights import Forbidden, Relation, allowed, reach, require, team_holds
from questionnaire.access.roles import ROLE_LABELS, Role
from questionnaire.organisations import Organisation, OrganisationKind

__all__ = [
    "OFFICES",
    "ROLE_LABELS",
    "Account",
    "Action",
    "Actor",
    "Forbidden",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "Perimeter",
    "Person",
    "Relation",
    "Role",
    "allowed",
    "holds",
    "reach",
    "require",
    "team_holds",
]
