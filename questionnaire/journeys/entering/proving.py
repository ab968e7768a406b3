"""Showing again who one is, before what must not be done by whoever finds a browser left open."""

from dataclasses import dataclass

from questionnaire.access import Actor, Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.storage import accounts, identities, passkeys, people, second_steps, sessions
from questionnaire.storage.identities import Identity
from questionnaire.storage.transaction import reading, writing


@dataclass(frozen=True, slots=True)
class Means:
    """By what an account may show again who is there.

    With a second step (``application``) nothing less will do: neither ``password`` nor ``mail``, the address that a
    code goes to, empty without one; of ``identities`` those of providers that name the level of what they were shown.
    A passkey stands for two factors always.
    """

    application: bool
    password: bool
    mail: str
    identities: tuple[Identity, ...]
    passkeys: bool = False


def means(desk: Desk, actor: Actor) -> Means:
    """What the actor's account has."""
    with reading(desk.session) as session:
        application = second_steps.of_account(session, actor.account_id) is not None
        known = identities.of_account(session, actor.account_id)
        password = accounts.has_password(session, actor.account_id)
        has_passkeys = bool(passkeys.number(session, actor.account_id))
        address = people.email_of(session, Perimeter(frozenset({actor.organisation.id})), actor.person.id)
    by_provider_alone = not password and any(identity.opened for identity in known)
    mail = "" if application or by_provider_alone else address
    return Means(application, password and not application, mail, known, has_passkeys)


def has_second_step(desk: Desk, actor: Actor) -> bool:
    """Whether the actor's account asks for a second step."""
    with reading(desk.session) as session:
        return second_steps.of_account(session, actor.account_id) is not None


def prove(desk: Desk, session_id: str, *, strong: bool) -> None:
    """Keep that the person of a session has just shown who they are; ``strong``: by what stands for two factors."""
    with writing(desk.session) as session:
        sessions.prove(session, session_id, desk.clock(), strong=strong)
