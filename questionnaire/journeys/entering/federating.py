"""Signing in through an identity provider: which account that is, and the roles that the provider answers for."""

import logging
import secrets
from dataclasses import dataclass

from questionnaire.access import ROLE_LABELS, Perimeter, Person
from questionnaire.access.claims import Asserted, Held, RoleChanges, changes
from questionnaire.access.deeds import DeedKind
from questionnaire.access.providers import Provider
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note_of_machine
from questionnaire.journeys.desk import Desk
from questionnaire.organisations import Organisation
from questionnaire.storage import identities, organisations, people, provided_roles
from questionnaire.storage.accounts import NewAccount, open_account
from questionnaire.storage.errors import AlreadyThere
from questionnaire.storage.identities import Identity, KnownAccount
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import Session, writing

log = logging.getLogger(__name__)

UNKNOWN = (
    "Aucun compte n’est lié à l’identité que vous venez de présenter. Si vous avez un compte, connectez-vous comme "
    "d’habitude, puis liez cette identité sur la page «\u00a0Moyens de connexion\u00a0». Sinon, demandez un compte à "
    "la personne qui administre ce service."
)
NO_EMAIL = (
    "Aucun compte n’est lié à cette identité, et elle ne s’accompagne pas d’une adresse électronique vérifiée\u00a0: "
    "un compte ne peut pas être ouvert. Demandez-le à la personne qui administre ce service."
)
TAKEN = (
    "Un compte existe déjà avec votre adresse électronique. Connectez-vous comme d’habitude, puis liez cette identité "
    "sur la page «\u00a0Moyens de connexion\u00a0»."
)
CLOSED = "Votre compte est fermé. Adressez-vous à la personne qui administre ce service."
ELSEWHERE = "Cette identité est liée à un compte que ce moyen de connexion n’atteint pas."


class CannotRecognise(QuestionnaireError):
    """The person of a provider has no account here, or may not use it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The organisation of a provider, and all that stands below it: as far as its word goes."""

    home: Organisation
    places: tuple[Organisation, ...]

    @property
    def perimeter(self) -> Perimeter:
        return Perimeter(frozenset(place.id for place in self.places))

    def resolved(self, roles: frozenset[Held], provider: Provider) -> frozenset[Held]:
        """The same roles by the ids of their organisations; those given elsewhere are left out, and logged."""
        found = {(named(self.places, words), role) for words, role in roles}
        for words, role in sorted(roles):
            if named(self.places, words) is None:
                log.warning("Sign-in by %s: no organisation %r in its bounds for %s", provider.name, words, role)
        return frozenset((place.id, role) for place, role in found if place is not None)


def named(places: tuple[Organisation, ...], words: str) -> Organisation | None:
    """The one organisation with that id, or that whole name."""
    meant = [place for place in places if place.id == words] or [
        place for place in places if place.name.casefold() == words.casefold()
    ]
    return meant[0] if len(meant) == 1 else None


def bounds_of(session: Session, provider: Provider) -> Bounds:
    """What the provider's word reaches; raises CannotRecognise when its organisation is not there."""
    places = organisations.within(session, people.whole_perimeter(session))
    home = named(places, provider.organisation)
    if home is None:
        log.error("Provider %s: no organisation %r, or several", provider.name, provider.organisation)
        raise CannotRecognise(
            "Ce moyen de connexion est mal réglé. La personne qui administre ce service doit le voir."
        )
    reached = {home.id}
    for _ in places:  # each turn goes one level down
        reached |= {place.id for place in places if place.parent_id in reached}
    return Bounds(home, tuple(place for place in places if place.id in reached))


def recognise(desk: Desk, provider: Provider, asserted: Asserted) -> str:
    """The name by which sessions know the account of a provider's person, whose roles are brought up to date.

    Raises CannotRecognise.
    """
    try:
        return _recognised(desk, provider, asserted)
    except AlreadyThere:
        # The same person came twice at once, for the first time: the other one opened or linked the account.
        return _recognised(desk, provider, asserted)


def _recognised(desk: Desk, provider: Provider, asserted: Asserted) -> str:
    with writing(desk.session) as session:
        bounds = bounds_of(session, provider)
        account = _known(desk, bounds.perimeter, asserted)
        if account is None:
            account = _met(desk, provider, bounds, asserted)
        if not account.active:
            raise CannotRecognise(CLOSED)
        identities.seen(session, asserted.issuer, asserted.subject, desk.clock())
        settle_roles(desk, provider, bounds, account, asserted)
    log.info("Sign-in by %s: account %d", provider.name, account.id)
    return account.unique


def _known(desk: Desk, perimeter: Perimeter, asserted: Asserted) -> KnownAccount | None:
    account = identities.known(desk.session, perimeter, asserted.issuer, asserted.subject)
    if account is None and identities.is_linked(desk.session, asserted.issuer, asserted.subject):
        raise CannotRecognise(ELSEWHERE)
    return account


def _met(desk: Desk, provider: Provider, bounds: Bounds, asserted: Asserted) -> KnownAccount:
    """The account of somebody who comes by this provider for the first time."""
    if not (provider.match_email or provider.open_accounts):
        raise CannotRecognise(UNKNOWN)
    if not asserted.email:
        raise CannotRecognise(NO_EMAIL if provider.open_accounts else UNKNOWN)
    account = identities.by_email(desk.session, bounds.perimeter, asserted.email)
    if account is not None and provider.match_email and _may_be_matched(desk, bounds, account, asserted):
        _link(desk, bounds.perimeter, account, asserted, opened=False)
        _note(desk, bounds.perimeter, DeedKind.IDENTITY_LINKED, account, provider)
        return account
    if account is not None or identities.is_email_taken(desk.session, asserted.email):
        raise CannotRecognise(TAKEN)
    if not provider.open_accounts:
        raise CannotRecognise(UNKNOWN)
    return _open(desk, provider, bounds, asserted)


def _may_be_matched(desk: Desk, bounds: Bounds, account: KnownAccount, asserted: Asserted) -> bool:
    """An e-mail outlives whoever had it: it opens nothing that this provider knows by another name already.

    Nor an account that a provider opened by itself, for an administrator has not seen it; nor one that holds a role
    above or beside the provider's organisation, which is not the provider's to open: its owner may link it.
    """
    ways = identities.of_account(desk.session, account.id)
    actor = people.load_actor(desk.session, account.id)
    held = {each.organisation_id for each in actor.memberships} if actor else set()
    known = any(way.opened or way.issuer == asserted.issuer for way in ways)
    return actor is not None and not known and held <= bounds.perimeter.organisations


def _open(desk: Desk, provider: Provider, bounds: Bounds, asserted: Asserted) -> KnownAccount:
    if not (asserted.first_name and asserted.last_name):
        raise CannotRecognise(
            "Votre nom et votre prénom n’ont pas été transmis\u00a0: un compte ne peut pas être ouvert."
        )
    person = Person(new_id(), asserted.first_name, asserted.last_name)
    people.add_person(desk.session, bounds.perimeter, bounds.home.id, person)
    # Without a password: the form of passwords never opens this account.
    new = NewAccount(person.id, asserted.email, "", secrets.token_hex(16))
    open_account(desk.session, bounds.perimeter, new)
    account = identities.by_email(desk.session, bounds.perimeter, asserted.email)
    if account is None:
        raise CannotRecognise(UNKNOWN)
    _link(desk, bounds.perimeter, account, asserted, opened=True)
    _note(desk, bounds.perimeter, DeedKind.ACCOUNT_PROVIDED, account, provider)
    return account


def _link(desk: Desk, perimeter: Perimeter, account: KnownAccount, asserted: Asserted, *, opened: bool) -> None:
    now = desk.clock()
    identities.add(
        desk.session, perimeter, account.id, Identity(asserted.issuer, asserted.subject, opened, since=now, last_at=now)
    )


def settle_roles(desk: Desk, provider: Provider, bounds: Bounds, account: KnownAccount, asserted: Asserted) -> None:
    """Bring the roles that a provider answers for up to date, within its bounds; within a writing."""
    session, perimeter, person_id = desk.session, bounds.perimeter, account.person.id
    held = provided_roles.held(session, perimeter, person_id)
    ours, others = provided_roles.provided(session, perimeter, person_id, asserted.issuer)
    changed = changes(bounds.resolved(asserted.roles, provider), held, ours, others)
    if changed.given or changed.taken or changed.answered_for != ours:
        provided_roles.apply(session, perimeter, person_id, asserted.issuer, changed)
        note_roles(desk, perimeter, account.person, provider.label, changed)


def note_roles(desk: Desk, perimeter: Perimeter, person: Person, provider: str, changed: RoleChanges) -> None:
    """Write each role given and taken in the audit log of the organisation where it is held."""
    for kind, roles in ((DeedKind.ROLE_PROVIDED, changed.given), (DeedKind.ROLE_WITHDRAWN, changed.taken)):
        for organisation_id, role in sorted(roles):
            whose = Subject(organisation_id, person.id, person.name)
            note_of_machine(desk, perimeter, kind, whose, rôle=ROLE_LABELS[role], fournisseur=provider)


def _note(desk: Desk, perimeter: Perimeter, kind: DeedKind, account: KnownAccount, provider: Provider) -> None:
    whose = Subject(account.organisation_id, account.person.id, account.person.name)
    note_of_machine(desk, perimeter, kind, whose, fournisseur=provider.label)
