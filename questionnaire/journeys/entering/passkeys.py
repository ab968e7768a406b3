"""Passkeys: several for an account, each with a name; one of them opens it, and counts as two factors."""

import secrets
from dataclasses import dataclass

from questionnaire.access import Actor
from questionnaire.access.deeds import DeedKind
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.second_step import tell
from questionnaire.journeys.entering.staying import own
from questionnaire.storage import passkeys
from questionnaire.storage.ids import new_id
from questionnaire.storage.passkeys import KnownPasskey, Passkey
from questionnaire.storage.transaction import reading, writing

MOST = 10
"""Passkeys of one account."""

LONGEST_NAME = 80
_HANDLE_BYTES = 32


class PasskeyRefused(QuestionnaireError):
    """What an authenticator answered is not to be trusted, or of no use here."""


@dataclass(frozen=True, slots=True)
class Made:
    """A passkey just made: its identifier, its attested credential data, its first count."""

    credential_id: bytes
    credential: bytes
    sign_count: int


def mine(desk: Desk, actor: Actor) -> tuple[Passkey, ...]:
    """The actor's passkeys, the oldest first."""
    with reading(desk.session) as session:
        return passkeys.of_account(session, actor.account_id)


def handle(desk: Desk, actor: Actor) -> str:
    """The random name of the actor's account among authenticators, given with their first passkey."""
    with writing(desk.session) as session:
        kept = passkeys.handle(session, actor.account_id)
        if not kept:
            kept = secrets.token_hex(_HANDLE_BYTES)
            passkeys.set_handle(session, actor.account_id, kept)
        return kept


def add(desk: Desk, actor: Actor, made: Made, name: str) -> None:
    """Let a passkey open the actor's account; raises PasskeyRefused."""
    now = desk.clock()
    with writing(desk.session) as session:
        if passkeys.number(session, actor.account_id) >= MOST:
            raise PasskeyRefused(f"Un compte a {MOST} clés d’accès au plus. Retirez-en une d’abord.")
        if passkeys.known(session, made.credential_id) is not None:
            raise PasskeyRefused("Cette clé d’accès est déjà connue.")
        called = _named(name) or f"Clé du {now:%d/%m/%Y}"
        new = Passkey(new_id(), made.credential, called, made.sign_count, now)
        passkeys.add(session, actor.account_id, made.credential_id, new)
        note(desk, actor, DeedKind.PASSKEY_ADDED, own(actor))
        tell(desk, actor, "passkey_added", name=called)


def rename(desk: Desk, actor: Actor, passkey_id: str, name: str) -> None:
    """Call one of the actor's passkeys otherwise; nothing without a name, or when it is gone."""
    if called := _named(name):
        with writing(desk.session) as session:
            passkeys.rename(session, actor.account_id, passkey_id, called)


def remove(desk: Desk, actor: Actor, passkey_id: str) -> None:
    """Let one of the actor's passkeys open nothing any more; nothing when it is gone."""
    with writing(desk.session) as session:
        names = {each.id: each.name for each in passkeys.of_account(session, actor.account_id)}
        if passkeys.remove(session, actor.account_id, passkey_id):
            note(desk, actor, DeedKind.PASSKEY_REMOVED, own(actor))
            tell(desk, actor, "passkey_removed", name=names[passkey_id])


def known(desk: Desk, credential_id: bytes) -> KnownPasskey | None:
    """The passkey that its authenticator calls so, of an open account."""
    with reading(desk.session) as session:
        return passkeys.known(session, credential_id)


def used(desk: Desk, shown: KnownPasskey, sign_count: int) -> bool:
    """Keep that a passkey was used; False where its count did not go on: it may be a copy."""
    with writing(desk.session) as session:
        return passkeys.used(session, shown.passkey.id, sign_count, desk.clock())


def _named(typed: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in typed).split())[:LONGEST_NAME]
