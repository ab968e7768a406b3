"""Signing in without a password: a code by mail or SMS, good once, for ten minutes, in the browser that asked for it.

Nothing tells whether an address has an account: the same is done and said for one that has none, but the letter.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from typing import TypeVar

from questionnaire.access import Actor, Organisation, Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.browsers import whose
from questionnaire.journeys.entering.limiting import Limit, clear, spend
from questionnaire.journeys.letters.posting import News, post, text
from questionnaire.storage import accounts, identities, people, persons, sign_in_codes
from questionnaire.storage.ids import new_id
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.sign_in_codes import WaitingCode
from questionnaire.storage.transaction import Session, undone, writing

Told = TypeVar("Told")
LASTING = timedelta(minutes=10)
DIGITS = 6
TRIES = 5
"""Codes that may be typed for one that was sent."""

LONGEST_ADDRESS = 254
"""Characters of an address, by RFC 5321."""

ASKED_OFTEN = (
    "Trop de codes ont été demandés pour cette adresse. Utilisez le dernier reçu, ou attendez un quart d’heure."
)
ASKED_ALL_DAY = "Trop de codes ont été demandés pour cette adresse aujourd’hui. Vous pourrez recommencer demain."
LIMITS = (
    Limit("mail_code", 5, timedelta(minutes=15), ASKED_OFTEN),
    Limit("mail_code_day", 15, timedelta(days=1), ASKED_ALL_DAY),
)
"""Five tries a code, fifteen codes a day: one chance in thirteen thousand for who tries all day."""

SMS_OFTEN = "Trop de codes ont été demandés par SMS pour cette adresse aujourd’hui. Demandez-en un par courriel."
SMS_LIMIT = Limit("sms_code_day", 5, timedelta(days=1), SMS_OFTEN)
SMS = "{code} est votre code de connexion, valable {minutes} minutes. Ne le donnez à personne."
"""All in letters that one short message holds 160 of."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who may have a code, at their telephone where there is one; ``account_id`` is None for who has no account yet."""

    organisation: Organisation
    recipient: Recipient
    account_id: int | None = None
    mobile: str = ""


def ask(desk: Desk, address: str, secret: str, browser: str = "", *, by_sms: bool = False) -> None:
    """Send a code to an address, to be typed in the browser that keeps ``secret``; raises TooManyAttempts.

    ``browser`` is what this browser keeps to be known again. ``by_sms``: to the telephone of whose address it is,
    where one is known; else by mail all the same.
    """
    wanted = counted(desk, address, browser)
    if by_sms:
        # For the address, whoever asks: each message is paid for, and wakes somebody.
        spend(desk, SMS_LIMIT, wanted)
    with writing(desk.session) as session:
        to = entitled(session, wanted)
        send(desk, secret, replace(to, mobile=_mobile(session, to)) if by_sms and to else to)


def counted(desk: Desk, address: str, browser: str = "") -> str:
    """The address as it is looked for, once the demand is counted; raises TooManyAttempts."""
    wanted = address.strip().lower()[:LONGEST_ADDRESS]
    by = whose(desk, wanted, browser)
    for limit in LIMITS:
        spend(desk, limit, by)
    return wanted


def send(desk: Desk, secret: str, to: Addressee | None) -> None:
    """Keep a new code for a browser, and mail it to the addressee, if there is one; in the writing in course."""
    now = desk.clock()
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    kept = WaitingCode(_digest(secret), to.account_id if to else None, _digest(f"{secret}/{code}"), now + LASTING)
    sign_in_codes.keep(desk.session, kept, now)
    if to:
        _write(desk, to, code)
    elif stand_in := people.load_anybody(desk.session):
        # Composed and put away like another letter, then taken back: an answer takes as long in both cases.
        with undone(desk.session):
            _write(desk, _of(stand_in, "x@x.example"), code)


def _write(desk: Desk, to: Addressee, code: str) -> None:
    minutes = str(int(LASTING.total_seconds() // 60))
    facts = {"code": code, "minutes": minutes}
    news = News("sign_in_code", f"sign_in_code/{new_id()}", facts, over_at=desk.clock() + LASTING)
    perimeter = Perimeter(frozenset({to.organisation.id}))
    if to.mobile:
        telephone = replace(to.recipient, address=to.mobile)
        text(desk, perimeter, telephone, news, SMS.format(code=code, minutes=minutes))
    else:
        post(desk, perimeter, to.organisation, to.recipient, news)


def _mobile(session: Session, to: Addressee) -> str:
    perimeter = people.whole_perimeter(session)
    return persons.mobile_of(session, perimeter, to.recipient.person_id) if to.recipient.person_id else ""


def _of(actor: Actor, address: str) -> Addressee:
    return Addressee(actor.organisation, Recipient(address, actor.person.name, actor.person.id), actor.account_id)


def answer(desk: Desk, address: str, secret: str, code: str, browser: str = "") -> str | None:
    """The account's name among sessions, for the code that was sent to this browser; None for another one."""
    with writing(desk.session):
        unique = judge(desk, secret, code, sign_in_codes.use)
    if unique is not None:
        forgive(desk, address, browser)
    return unique


def judge(desk: Desk, secret: str, code: str, use: Callable[[Session, str, str], Told]) -> Told | None:
    """What ``use`` tells of the code typed in a browser, one try counted; None when none may be tried any more."""
    typed = "".join(letter for letter in code if letter.isdigit())
    asker = _digest(secret)
    if not sign_in_codes.count_try(desk.session, asker, desk.clock(), TRIES):
        return None
    return use(desk.session, asker, _digest(f"{secret}/{typed}"))


def forgive(desk: Desk, address: str, browser: str = "") -> None:
    """Begin to count anew what was asked for this address: a code sent there has come back."""
    clear(desk, LIMITS[0], whose(desk, address.strip().lower()[:LONGEST_ADDRESS], browser))


def entitled(session: Session, address: str) -> Addressee | None:
    """Who may sign in by mail at an address.

    Not those whom an identity provider alone lets in: it must be able to shut them out.
    """
    found = people.load_by_email(session, address)
    if found is None:
        return None
    actor, own_address = found
    provided = any(identity.opened for identity in identities.of_account(session, actor.account_id))
    if provided and not accounts.has_password(session, actor.account_id):
        return None
    return _of(actor, own_address)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
