"""What waits for the runner, since when, and what failed with what to do about it, in some organisations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from questionnaire.access import Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.lifecycle import Archive, Draw, MakeRevision, Seal, Work
from questionnaire.storage import failures, outbox, queued, submissions
from questionnaire.storage.failures import WorkFailure
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.queued import Tally
from questionnaire.storage.records import WaitingWork
from questionnaire.storage.transaction import Session, reading

LOST = (LetterState.FAILED, LetterState.BOUNCED)
MOST = 20
"""Letters that did not arrive told at once, of each kind."""

WORKS: Mapping[type, tuple[str, str]] = {
    Draw: ("draw", "À dessiner"),
    MakeRevision: ("sign", "Signature à inscrire"),
    Seal: ("seal", "À sceller"),
    Archive: ("archive", "À archiver"),
}
"""The code and the name of each work of the runner, in the order in which a document goes through them."""

CHECK_SEAL = "Vérifiez le cachet\u00a0: flask --app wsgi certificates."
CHECK_FILES = "Vérifiez les fichiers\u00a0: flask --app wsgi archive verify."
REMEDIES: Mapping[type, str] = {
    Draw: "Vérifiez le formulaire\u00a0: flask --app wsgi forms check.",
    MakeRevision: CHECK_SEAL,
    Seal: CHECK_SEAL,
    Archive: CHECK_FILES,
}
DONE_SINCE = "Rien n’est plus à faire pour ce document."


@dataclass(frozen=True, slots=True)
class FailedWork:
    """A step that failed, what it is called where there is still one to do, and what to do about it."""

    failure: WorkFailure
    work: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Works of one kind, by a code for programs and a name for people."""

    code: str
    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class Queues:
    """``works`` on finalised documents, ``others`` beside them, ``letters`` by state, ``lost`` the latest undelivered.

    ``stuck`` is why letters that wait do not leave, empty where nothing tells.
    """

    works: tuple[Queue, ...]
    others: tuple[Queue, ...]
    letters: Mapping[LetterState, Tally]
    failed: tuple[FailedWork, ...]
    lost: tuple[OutboxLetter, ...]
    stuck: str

    @property
    def waiting_letters(self) -> Tally:
        """Those that wait to be sent."""
        return self.letters.get(LetterState.WAITING, Tally())


def every_queue(desk: Desk) -> Queues:
    """The queues of the whole installation: for its operator at a terminal."""
    with reading(desk.session) as session:
        return queues_of(session, whole_perimeter(session))


def queues_of(session: Session, perimeter: Perimeter) -> Queues:
    """The queues of a perimeter, within a transaction."""
    to_do = submissions.waiting_works(session, perimeter)
    works = {each.submission_id: each.work for each in to_do}
    waiting = outbox.latest(session, perimeter, MOST, LetterState.WAITING)
    return Queues(
        works=tuple(_works(to_do)),
        others=_others(session, perimeter),
        letters=queued.letters(session, perimeter),
        failed=tuple(_failed(each, works.get(each.submission_id)) for each in failures.all_of(session, perimeter)),
        lost=tuple(each for state in LOST for each in outbox.latest(session, perimeter, MOST, state)),
        stuck=next((each.error for each in waiting if each.error), ""),
    )


def _works(to_do: Sequence[WaitingWork]) -> Iterator[Queue]:
    for kind, (code, name) in WORKS.items():
        moments = [each.since for each in to_do if isinstance(each.work, kind)]
        yield Queue(code, name, Tally(len(moments), min(moments, default=None)))


def _others(session: Session, perimeter: Perimeter) -> tuple[Queue, ...]:
    return (
        Queue("blanks", "Formulaires vierges à dessiner", queued.blanks(session, perimeter)),
        Queue("trials", "Documents d’essai à dessiner", queued.trials(session, perimeter)),
        Queue("copies", "Copies de données à dessiner", queued.copies(session, perimeter)),
        Queue("clearings", "Brouillons aux fichiers à effacer", Tally(queued.clearings(session, perimeter))),
    )


def _failed(failure: WorkFailure, work: Work | None) -> FailedWork:
    if work is None:
        return FailedWork(failure, "", DONE_SINCE)
    return FailedWork(failure, WORKS[type(work)][1], REMEDIES[type(work)])
