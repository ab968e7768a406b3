"""Signing in without a password: a code by mail, good once, for ten minutes, in the browser that asked for it.

Nothing tells whether an address has an account: the same is done and said for one that has none, but the letter.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from questionnaire.access import Actor, Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.limiting import Limit, clear, spend
from questionnaire.journeys.posting import News, post
from questionnaire.storage import accounts, identities, people, sign_in_codes
from questionnaire.storage.ids import new_id
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.sign_in_codes import WaitingCode
from questionnaire.storage.transaction import Session, undone, writing

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


def ask(desk: Desk, address: str, secret: str) -> None:
    """Send a code to an address, to be typed in the browser that keeps ``secret``; raises TooManyAttempts."""
    wanted = address.strip().lower()[:LONGEST_ADDRESS]
    for limit in LIMITS:
        spend(desk, limit, wanted)
    now = desk.clock()
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    with writing(desk.session) as session:
        found = _entitled(session, wanted)
        account_id = found[0].account_id if found else None
        kept = WaitingCode(_digest(secret), account_id, _digest(f"{secret}/{code}"), now + LASTING)
        sign_in_codes.keep(session, kept, now)
        if found:
            _write(desk, *found, code)
        elif stand_in := people.load_anybody(session):
            # Composed and put away like another letter, then taken back: an answer takes as long in both cases.
            with undone(session):
                _write(desk, stand_in, wanted, code)


def _write(desk: Desk, actor: Actor, address: str, code: str) -> None:
    facts = {"code": code, "minutes": str(int(LASTING.total_seconds() // 60))}
    news = News("sign_in_code", f"sign_in_code/{new_id()}", facts, over_at=desk.clock() + LASTING)
    perimeter = Perimeter(frozenset({actor.organisation.id}))
    post(desk, perimeter, actor.organisation, Recipient(address, actor.person.name, actor.person.id), news)


def answer(desk: Desk, address: str, secret: str, code: str) -> str | None:
    """The account's name among sessions, for the code that was sent to this browser; None for another one."""
    typed = "".join(letter for letter in code if letter.isdigit())
    asker = _digest(secret)
    with writing(desk.session) as session:
        if not sign_in_codes.count_try(session, asker, desk.clock(), TRIES):
            return None
        unique = sign_in_codes.use(session, asker, _digest(f"{secret}/{typed}"))
    if unique is not None:
        clear(desk, LIMITS[0], address.strip().lower()[:LONGEST_ADDRESS])
    return unique


def _entitled(session: Session, address: str) -> tuple[Actor, str] | None:
    """Who may sign in by mail at an address.

    Not those whom an identity provider alone lets in: it must be able to shut them out.
    """
    found = people.load_by_email(session, address)
    if found is None:
        return None
    account_id = found[0].account_id
    provided = any(identity.opened for identity in identities.of_account(session, account_id))
    return None if provided and not accounts.has_password(session, account_id) else found


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
