"""The second step at sign-in: an application that gives codes, and recovery codes for when it is not at hand."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from questionnaire.access import Actor, Perimeter
from questionnaire.access.deeds import DeedKind
from questionnaire.access.one_time import SECRET_BYTES, matching_step, plain_recovery, recovery_code
from questionnaire.journeys.auditing import note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.limiting import Limit, clear, spend
from questionnaire.journeys.entering.staying import own
from questionnaire.journeys.letters.posting import News, moment_in, post_to_people
from questionnaire.storage import people, second_steps, sessions
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import reading, writing
from questionnaire.storage.vault import Vault

CODES = 10
"""Recovery codes given at once."""

LIMIT = Limit(
    "second_step",
    5,
    timedelta(minutes=15),
    "Trop de codes essayés. Attendez un quart d’heure, puis recommencez avec un nouveau code.",
)
"""Three codes hold at a time: one chance in two thousand for who has the password and tries all day."""


class Shown(Enum):
    """What was shown: a code of the application, or a recovery code."""

    APPLICATION = "application"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class SecondStep:
    """Whether an account asks for a second step, and its recovery codes left."""

    on: bool
    codes_left: int


def state(desk: Desk, actor: Actor) -> SecondStep:
    """The second step of the actor's account."""
    with reading(desk.session) as session:
        kept = second_steps.of_account(session, actor.account_id)
        return SecondStep(kept is not None, second_steps.codes_left(session, actor.account_id))


def account_asking(desk: Desk, unique: str) -> int | None:
    """The id of the account so named among sessions, if it asks for a second step."""
    with reading(desk.session) as session:
        return second_steps.asked_of(session, unique)


def address(desk: Desk, actor: Actor) -> str:
    """The address of the actor's account, by which an application names it."""
    with reading(desk.session) as session:
        return people.email_of(session, Perimeter(frozenset({actor.organisation.id})), actor.person.id)


def draw() -> bytes:
    """A key for an application."""
    return secrets.token_bytes(SECRET_BYTES)


def turn_on(desk: Desk, actor: Actor, vault: Vault, session_id: str, key: bytes, typed: str) -> tuple[str, ...] | None:
    """Ask for a second step from now on, if ``typed`` is a code of this key; the recovery codes, told once.

    None for another code. The other sessions end: they were opened by one step. Raises TooManyAttempts.
    """
    spend(desk, LIMIT, str(actor.account_id))
    step = matching_step(key, typed, desk.clock(), None)
    if step is None:
        return None
    with writing(desk.session) as session:
        sealed = vault.seal(key.hex(), *_place(actor.account_id))
        second_steps.keep(session, actor.account_id, sealed, step)
        codes = _give_codes(desk, actor, vault)
        sessions.close_others(session, actor.account_id, session_id)
        sessions.prove(session, session_id, desk.clock(), strong=True)
        note(desk, actor, DeedKind.SECOND_STEP_ON, own(actor))
        tell(desk, actor, "second_step_on")
    clear(desk, LIMIT, str(actor.account_id))
    return codes


def turn_off(desk: Desk, actor: Actor) -> None:
    """Ask for one step only; nothing when that is so already."""
    with writing(desk.session) as session:
        if second_steps.of_account(session, actor.account_id) is None:
            return
        second_steps.remove(session, actor.account_id)
        note(desk, actor, DeedKind.SECOND_STEP_OFF, own(actor))
        tell(desk, actor, "second_step_off")


def renew_codes(desk: Desk, actor: Actor, vault: Vault) -> tuple[str, ...]:
    """Other recovery codes, in place of those before; none for an account without second step."""
    with writing(desk.session) as session:
        if second_steps.of_account(session, actor.account_id) is None:
            return ()
        note(desk, actor, DeedKind.RECOVERY_CODES_RENEWED, own(actor))
        return _give_codes(desk, actor, vault)


def check(desk: Desk, vault: Vault, account_id: int, typed: str) -> Shown | None:
    """What ``typed`` shows: a code good now and not used before. None for anything else. Raises TooManyAttempts."""
    spend(desk, LIMIT, str(account_id))
    with writing(desk.session) as session:
        kept = second_steps.of_account(session, account_id)
        actor = people.load_actor(session, account_id)
        if kept is None or actor is None:
            return None
        shown = _shown(desk, vault, account_id, kept, typed)
        if shown is Shown.RECOVERY:
            left = second_steps.codes_left(session, account_id)
            note(desk, actor, DeedKind.RECOVERY_CODE_USED, own(actor))
            tell(desk, actor, "recovery_code_used", left=str(left))
    if shown:
        clear(desk, LIMIT, str(account_id))
    return shown


def _shown(desk: Desk, vault: Vault, account_id: int, kept: second_steps.KeptStep, typed: str) -> Shown | None:
    secret = vault.open(kept.sealed, *_place(account_id))
    step = matching_step(bytes.fromhex(secret), typed, desk.clock(), kept.last) if secret else None
    if step is not None and second_steps.use_step(desk.session, account_id, step):
        return Shown.APPLICATION
    used = second_steps.use_code(desk.session, account_id, _digest(vault, account_id, typed))
    return Shown.RECOVERY if used else None


def tell(desk: Desk, actor: Actor, kind: str, **facts: str) -> None:
    """Write to somebody that the ways into their account have changed, in the writing in course."""
    perimeter = Perimeter(actor.perimeter.organisations | {actor.organisation.id})
    news = News(kind, f"{kind}/{new_id()}", {"when": moment_in(desk, actor.organisation), **facts})
    post_to_people(desk, perimeter, actor.organisation, [actor.person.id], news)


def _give_codes(desk: Desk, actor: Actor, vault: Vault) -> tuple[str, ...]:
    codes = tuple(recovery_code(secrets.choice) for _ in range(CODES))
    digests = [_digest(vault, actor.account_id, code) for code in codes]
    second_steps.replace_codes(desk.session, actor.account_id, digests)
    return codes


def _place(account_id: int) -> tuple[str, str]:
    return "second_step", str(account_id)


def _digest(vault: Vault, account_id: int, code: str) -> str:
    return vault.digest(plain_recovery(code), "recovery_code", str(account_id))
