"""The rights: whether somebody may do something with a document, as the matrix says; what stands nowhere is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access.actions import Action
from questionnaire.access.deriving import PILOTS, TEAM, Holders, Roles, holders_of
from questionnaire.access.matrix import COLUMNS, MATRIX, ROWS, Condition
from questionnaire.access.people import Actor, Perimeter
from questionnaire.access.roles import Role
from questionnaire.errors import QuestionnaireError


class Forbidden(QuestionnaireError):
    """The person may not do this. The message says so without telling what lies behind."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an actor stands to what they ask for: where it belongs, and their role in its project, if any.

    ``document_type`` is the line of the matrix that its form follows; ``own`` tells that it concerns the actor, where
    each person has one; ``named``, that its circuit names the actor; ``given``, that the part asked for was given to
    them; ``hosting``, that they organise what it answers.
    """

    organisation_id: str
    project_role: Role | None = None
    document_type: str = "project"
    own: bool = False
    named: bool = False
    given: bool = False
    hosting: bool = False


# The offices that follow projects.
_READERS = Roles().union(*(column.roles for column in COLUMNS if column.office))
_PEOPLE = Roles({Role.ADMIN, Role.REFERENT_PARTENARIAT})

RIGHTS: Mapping[str, Mapping[Action, Holders]] = {
    **{name: holders_of(ROWS[name], cells) for name, cells in MATRIX.items()},
    "project": {
        **holders_of(ROWS["project"], MATRIX["project"]),
        Action.READ_PROJECT: Holders(project=TEAM, organisation=_READERS),
        Action.HAND_OVER: Holders(project=PILOTS, organisation=Roles({Role.REFERENT_PARTENARIAT})),
    },
    # An organisation is no document: its identity, contacts, looks and settings, what was done there; never an answer.
    "organisation": {
        Action.MANAGE_ORGANISATIONS: Holders(organisation=Roles({Role.ADMIN})),
        Action.MANAGE_PEOPLE: Holders(organisation=_PEOPLE),
        Action.MANAGE_ACCOUNTS: Holders(organisation=Roles({Role.ADMIN})),
        Action.READ_AUDIT: Holders(organisation=Roles({Role.ADMIN})),
        Action.READ_INSTALLATION: Holders(organisation=Roles({Role.ADMIN})),
        # What forms ask, of whom and why; no answer and nobody's name.
        Action.READ_PROCESSING: Holders(organisation=_PEOPLE | {Role.QUALITE}),
        Action.WRITE_FORMS: Holders(organisation=Roles({Role.AUTEUR})),
    },
}
"""By line of the matrix, the holders of each right."""


def allowed(actor: Actor, action: Action, relation: Relation) -> bool:
    """Whether the actor may do this. Nothing outside the actor's perimeter is ever allowed."""
    if relation.organisation_id not in actor.perimeter:
        return False
    holders = RIGHTS.get(relation.document_type, {}).get(action)
    if holders is None:
        return False
    role, offices = relation.project_role, actor.roles_in(relation.organisation_id)
    if role in holders.project or offices & holders.organisation or (relation.own and holders.own):
        return True
    if relation.named and holders.named and role in TEAM:
        return True
    held = {role, *offices} if holders.placed else {role}
    return any(not held.isdisjoint(holders.when.get(condition, ())) for condition in _met(relation))


def _met(relation: Relation) -> tuple[Condition, ...]:
    facts = (
        (relation.own, Condition.OWN),
        (relation.given, Condition.GIVEN),
        (relation.project_role is not None, Condition.MEMBER),
        (relation.hosting, Condition.HOST),
    )
    return tuple(condition for met, condition in facts if met)


def team_holds(role: Role | None, action: Action, document_type: str, *, given: bool = False) -> bool:
    """Whether a role in the project suffices for this; ``given`` where it is about a part given to the person."""
    holders = RIGHTS.get(document_type, {}).get(action, Holders())
    return role in holders.project or (given and role in holders.when.get(Condition.GIVEN, ()))


def require(actor: Actor, action: Action, relation: Relation) -> None:
    """Raise Forbidden unless the actor may do this."""
    if not allowed(actor, action, relation):
        raise Forbidden("Vous n’avez pas le droit de faire cela avec ce document.")


def reach(actor: Actor, action: Action, document_type: str = "project") -> Perimeter:
    """The organisations where the actor may do this by office: what a list of all that is there may show.

    Narrower than ``actor.perimeter``, which also holds the places where they only belong to some project.
    """
    holders = RIGHTS.get(document_type, {}).get(action, Holders()).organisation
    held = (membership.reach for membership in actor.memberships if membership.role in holders)
    return Perimeter(frozenset[str]().union(*held))
