"""The rights: one table of who may do what with each type of document; what stands nowhere is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from questionnaire.access.people import Actor, Perimeter
from questionnaire.access.roles import Role
from questionnaire.errors import QuestionnaireError


class Forbidden(QuestionnaireError):
    """The person may not do this. The message says so without telling what lies behind."""


class Action(StrEnum):
    """What a journey may ask to do."""

    CREATE_PROJECT = "create_project"
    READ_PROJECT = "read_project"
    CREATE_DRAFT = "create_draft"
    READ_DRAFT = "read_draft"
    EDIT_DRAFT = "edit_draft"
    INVITE = "invite"
    ASSIGN = "assign"
    DELETE_DRAFT = "delete_draft"
    FINALISE = "finalise"
    READ_DOCUMENT = "read_document"
    SIGN = "sign"
    LIST_ARCHIVE = "list_archive"
    OPEN_ARCHIVE = "open_archive"
    VERIFY_ARCHIVE = "verify_archive"
    MANAGE_ORGANISATIONS = "manage_organisations"
    READ_AUDIT = "read_audit"

    # Rights are asked several times for each page; the hash of an Enum is a call of its own.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Relation:
    """How an actor stands to what they ask for: where it belongs, and their role in its project, if any.

    ``document_type`` is the form's ``instances`` (what it is made for); ``own`` tells that it is the actor's own, where
    each person has one; ``named``, that its circuit names the actor.
    """

    organisation_id: str
    project_role: Role | None = None
    document_type: str = "project"
    own: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a right: by role in the project, by role in an organisation that reaches it, or whose it is.

    ``named``: whoever of the team its circuit names.
    """

    project: frozenset[Role] = frozenset()
    organisation: frozenset[Role] = frozenset()
    own: bool = False
    named: bool = False


_PILOTS = frozenset({Role.PORTEUR_PROJET, Role.COPILOTE})
_TEAM = _PILOTS | {
    Role.PROFESSIONNEL_PARTENAIRE,
    Role.PATIENT_PARTENAIRE,
    Role.PROCHE_AIDANT_PARTENAIRE,
    Role.REPRESENTANT_USAGERS,
    Role.MEMBRE_ASSOCIATION,
}
_REFERENT = frozenset({Role.REFERENT_PARTENARIAT})
_QUALITY = frozenset({Role.QUALITE})
# Drafts stay with the team and its référent; the others read what the team has finalised.
_READERS = _REFERENT | _QUALITY | {Role.DIRECTION, Role.SIEGE}
_OWN = Holders(own=True)

RIGHTS: Mapping[str, Mapping[Action, Holders]] = {
    "project": {
        Action.CREATE_PROJECT: Holders(organisation=frozenset({Role.PORTEUR_PROJET})),
        Action.READ_PROJECT: Holders(project=_TEAM, organisation=_READERS),
        Action.CREATE_DRAFT: Holders(project=_PILOTS),
        Action.READ_DRAFT: Holders(project=_TEAM, organisation=_REFERENT),
        Action.EDIT_DRAFT: Holders(project=_PILOTS),
        Action.INVITE: Holders(project=_PILOTS),
        Action.ASSIGN: Holders(project=_PILOTS),
        Action.DELETE_DRAFT: Holders(project=frozenset({Role.PORTEUR_PROJET})),
        Action.FINALISE: Holders(project=_PILOTS),
        Action.READ_DOCUMENT: Holders(project=_TEAM, organisation=_READERS),
        Action.SIGN: Holders(project=_PILOTS, named=True),
        Action.LIST_ARCHIVE: Holders(organisation=_QUALITY),
        Action.OPEN_ARCHIVE: Holders(organisation=_QUALITY),
        Action.VERIFY_ARCHIVE: Holders(organisation=_QUALITY),
    },
    # One document per person: written by that person alone, countersigned by those who pilot the project.
    "person": {
        Action.CREATE_DRAFT: Holders(project=_TEAM),
        Action.READ_DRAFT: _OWN,
        Action.EDIT_DRAFT: _OWN,
        Action.DELETE_DRAFT: _OWN,
        Action.FINALISE: _OWN,
        Action.READ_DOCUMENT: Holders(project=_PILOTS, organisation=_READERS - {Role.SIEGE}, own=True),
        Action.SIGN: Holders(project=_PILOTS, own=True),
        Action.LIST_ARCHIVE: Holders(organisation=_QUALITY),
        Action.OPEN_ARCHIVE: Holders(organisation=_QUALITY),
        Action.VERIFY_ARCHIVE: Holders(organisation=_QUALITY),
    },
    # As many as each person of the team wishes, for themselves alone: nobody else opens them, whatever their office.
    "free": {
        Action.CREATE_DRAFT: Holders(project=_TEAM),
        Action.READ_DRAFT: _OWN,
        Action.EDIT_DRAFT: _OWN,
        Action.DELETE_DRAFT: _OWN,
        Action.FINALISE: _OWN,
        Action.READ_DOCUMENT: _OWN,
    },
    # An organisation is no document: its identity, contacts, looks and settings, what was done there; never an answer.
    "organisation": {
        Action.MANAGE_ORGANISATIONS: Holders(organisation=frozenset({Role.ADMIN})),
        Action.READ_AUDIT: Holders(organisation=frozenset({Role.ADMIN})),
    },
}
"""By document type, the holders of each right."""


def allowed(actor: Actor, action: Action, relation: Relation) -> bool:
    """Whether the actor may do this. Nothing outside the actor's perimeter is ever allowed."""
    if relation.organisation_id not in actor.perimeter:
        return False
    holders = RIGHTS.get(relation.document_type, {}).get(action)
    if holders is None:
        return False
    by_office = actor.roles_in(relation.organisation_id) & holders.organisation
    if relation.own and holders.own:
        return True
    named = relation.named and holders.named and relation.project_role in _TEAM
    return relation.project_role in holders.project or bool(by_office) or named


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
