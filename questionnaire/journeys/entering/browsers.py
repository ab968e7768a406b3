"""Browsers that an account knows: its person is told of a sign-in from another one, and is not locked out of these."""

from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from questionnaire.access import Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post_to_people
from questionnaire.storage import known_browsers, people
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import reading

KNOWN_FOR = timedelta(days=400)
"""How long a browser is known after its last sign-in: what browsers keep a cookie at most."""


@dataclass(frozen=True, slots=True)
class Browser:
    """``secret`` is what it keeps to be known again; ``device`` says in words what it is."""

    secret: str = field(repr=False)
    device: str

    @property
    def digest(self) -> str:
        """What is stored of its secret."""
        return sha256(self.secret.encode()).hexdigest()


def meet(desk: Desk, account_id: int, browser: Browser) -> None:
    """Know a browser that an account is signed in from, in the writing in course.

    Its person is told of it by mail, but of the first one: they have just opened their account.
    """
    now = desk.clock()
    known_browsers.forget(desk.session, account_id, now - KNOWN_FOR)
    known = known_browsers.of_account(desk.session, account_id)
    known_browsers.keep(desk.session, account_id, browser.digest, now)
    if known and browser.digest not in known:
        _tell(desk, account_id, browser.device)


def whose(desk: Desk, address: str, secret: str) -> str:
    """By what tries at an address, in small letters, are counted.

    A browser that its account knows is counted apart: strangers who try all day do not lock out its owner there.
    """
    digest = Browser(secret, "").digest
    with reading(desk.session) as session:
        known = known_browsers.is_known_at(session, address, digest)
    return f"{address}/{digest}" if known else address


def _tell(desk: Desk, account_id: int, device: str) -> None:
    actor = people.load_actor(desk.session, account_id)
    if actor is None:
        return
    when = f"le {desk.clock().astimezone(ZoneInfo(actor.organisation.timezone)):%d/%m/%Y à %H:%M}"
    news = News("new_sign_in", f"new_sign_in/{new_id()}", {"when": when, "device": device})
    perimeter = Perimeter(frozenset({actor.organisation.id}))
    post_to_people(desk, perimeter, actor.organisation, [actor.person.id], news)
