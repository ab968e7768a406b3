"""How fast one visitor may ask for what costs or could be guessed: counted in each web process, forgotten with it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from time import monotonic

from flask import Flask, request
from flask_login import current_user

from questionnaire.errors import QuestionnaireError
from questionnaire.web.guessing import network_of_visitor

REMEMBERED = 10_000
"""Counts kept per process: the oldest go first, so that many visitors cost no more memory than that."""
TOGETHER = 10
"""How many times faster the strangers may ask together whose network is not known: a proxy stands for them all."""


class TooFast(QuestionnaireError):
    """It was asked too often within a minute. ``wait`` is in seconds."""

    def __init__(self, wait: int) -> None:
        self.wait = wait
        seconds = f"{wait}\u00a0seconde{'s' if wait > 1 else ''}"
        super().__init__(
            f"Vous avez demandé cela trop de fois en peu de temps. Attendez {seconds}, puis recommencez. "
            "Ce qui était enregistré est conservé."
        )


@dataclass(frozen=True, slots=True)
class Pace:
    """At most ``number`` requests in any minute; ``posts`` alone are counted where it is said."""

    number: int
    posts: bool = False


WINDOW = 60.0
PACES: dict[str, Pace] = {
    "verification.check": Pace(40),
    "surveys.answer": Pace(120),
    "teams.invitation": Pace(40),
    "arrivals.arrive": Pace(40),
    "informing.notice": Pace(40),
    "teams.team": Pace(30, posts=True),
    "security.login": Pace(60, posts=True),
    "providers.depart": Pace(60, posts=True),
    "drafts.create": Pace(30, posts=True),
    "drafts.duplicate": Pace(30, posts=True),
    "projects.begin": Pace(30, posts=True),
    "links.begin": Pace(30, posts=True),
    "brought.preview": Pace(30, posts=True),
    "files.adding": Pace(60, posts=True),
    "files.download": Pace(240),
    "blanks.copy": Pace(30, posts=True),
    "documents.download": Pace(120),
    "archive.register": Pace(120),
    "archive.download": Pace(120),
    "own_data.file": Pace(10),
    "own_data.ask": Pace(10, posts=True),
    "own_data_for.file": Pace(10),
    "audit.log": Pace(120),
    "audit.export": Pace(10),
    "people.index": Pace(120),
    "enrolment.enrol": Pace(20, posts=True),
    "comments.thread": Pace(60, posts=True),
    "authoring.bring": Pace(20, posts=True),
    "authoring.edit": Pace(60, posts=True),
    "authoring.check": Pace(120),
    "trials.answer": Pace(120),
}
"""By endpoint. A person at a keyboard comes nowhere near; what adds up is per endpoint, visitor and process."""


class Paced:
    """When each visitor last asked for each thing, oldest visitor first."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._asked: OrderedDict[tuple[str, str], list[float]] = OrderedDict()
        self._lock = Lock()

    def ask(self, endpoint: str, whose: str, pace: Pace) -> None:
        """Count one more request; raises TooFast."""
        now, key = self._clock(), (endpoint, whose)
        with self._lock:
            asked = [moment for moment in self._asked.pop(key, []) if moment > now - WINDOW]
            refused = len(asked) >= pace.number
            self._asked[key] = asked if refused else [*asked, now]
            while len(self._asked) > REMEMBERED:
                self._asked.popitem(last=False)
        if refused:
            raise TooFast(max(1, round(asked[0] + WINDOW - now)))


def install(app: Flask) -> None:
    """Count before any view; registered after what tells who is signed in."""
    paced = Paced()

    @app.before_request
    def count() -> None:
        pace = PACES.get(request.endpoint or "")
        if pace is not None and (request.method == "POST" or not pace.posts) and app.config["PACING"]:
            whose = _visitor()
            paced.ask(request.endpoint or "", whose, pace if whose else replace(pace, number=pace.number * TOGETHER))


def _visitor() -> str:
    """The account of somebody signed in; else the network; empty for a stranger of whom nothing is known."""
    return f"account {current_user.id}" if current_user.is_authenticated else network_of_visitor()
