"""The ways into one's own account: those there are, one more, one less."""

from dataclasses import dataclass

from questionnaire.access import Actor, Perimeter
from questionnaire.access.claims import Asserted, RoleChanges
from questionnaire.access.deeds import DeedKind
from questionnaire.access.providers import Provider
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.federating import bounds_of, note_roles, settle_roles
from questionnaire.storage import accounts, identities, passkeys, provided_roles
from questionnaire.storage.errors import NotFound
from questionnaire.storage.identities import Identity
from questionnaire.storage.transaction import reading, writing

OF_ANOTHER = "Cette identité est déjà liée à un autre compte."
ALREADY = "Votre compte est déjà lié à une autre identité de ce fournisseur. Retirez-la d’abord."
OUTSIDE = "Ce moyen de connexion n’est pas prévu pour votre organisation."
LAST_WAY = "C’est le seul moyen d’entrer dans votre compte\u00a0: il ne peut pas être retiré."


class CannotLink(QuestionnaireError):
    """The identity cannot be linked to this account, or not be taken from it."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a person may sign in."""

    password: bool
    identities: tuple[Identity, ...]


@dataclass(frozen=True, slots=True)
class WaysHere:
    """What the installation offers besides passwords: codes by mail, the ``issuers`` of its identity providers."""

    mail: bool
    issuers: frozenset[str]


def can_do_without(desk: Desk, actor: Actor, here: WaysHere) -> bool:
    """Whether something else than a password opens the actor's account."""
    with reading(desk.session) as session:
        known = identities.of_account(session, actor.account_id)
        has_passkeys = bool(passkeys.number(session, actor.account_id))
    by_provider = any(identity.opened for identity in known)
    return has_passkeys or any(each.issuer in here.issuers for each in known) or (here.mail and not by_provider)


def ways(desk: Desk, actor: Actor) -> Ways:
    """The ways into the actor's account."""
    with reading(desk.session) as session:
        password = accounts.has_password(session, actor.account_id)
        return Ways(password, identities.of_account(session, actor.account_id))


def link(desk: Desk, actor: Actor, provider: Provider, asserted: Asserted) -> None:
    """Link a provider's person to the actor's account, and give the roles that the provider answers for.

    Raises CannotLink or CannotRecognise.
    """
    with writing(desk.session) as session:
        bounds = bounds_of(session, provider)
        try:
            account = identities.by_id(session, bounds.perimeter, actor.account_id)
        except NotFound:
            raise CannotLink(OUTSIDE) from None
        known = identities.known(session, bounds.perimeter, asserted.issuer, asserted.subject)
        if known is None:
            if identities.is_linked(session, asserted.issuer, asserted.subject):
                raise CannotLink(OF_ANOTHER)
            if any(way.issuer == asserted.issuer for way in identities.of_account(session, account.id)):
                raise CannotLink(ALREADY)
            now = desk.clock()
            new = Identity(asserted.issuer, asserted.subject, opened=False, since=now, last_at=now)
            identities.add(session, bounds.perimeter, account.id, new)
            note(desk, actor, DeedKind.IDENTITY_LINKED, _own(actor), fournisseur=provider.label)
        elif known.id != account.id:
            raise CannotLink(OF_ANOTHER)
        settle_roles(desk, provider, bounds, account, asserted)


def unlink(desk: Desk, actor: Actor, provider: Provider) -> None:
    """Take a way out of the actor's account, with the roles that it gave; raises CannotLink for the last one."""
    with writing(desk.session) as session:
        left = [way for way in identities.of_account(session, actor.account_id) if way.issuer != provider.issuer]
        if not left and not accounts.has_password(session, actor.account_id):
            raise CannotLink(LAST_WAY)
        if not identities.remove(session, actor.account_id, provider.issuer):
            return
        note(desk, actor, DeedKind.IDENTITY_UNLINKED, _own(actor), fournisseur=provider.label)
        perimeter = Perimeter(actor.perimeter.organisations | {actor.organisation.id})
        ours, others = provided_roles.provided(session, perimeter, actor.person.id, provider.issuer)
        if ours:
            gone = RoleChanges(frozenset(), ours - others, frozenset())
            provided_roles.apply(session, perimeter, actor.person.id, provider.issuer, gone)
            note_roles(desk, perimeter, actor.person, provider.label, gone)


def _own(actor: Actor) -> Subject:
    return Subject(actor.organisation.id, actor.person.id, actor.person.name)
