"""What happened to the answers of a draft, and taking a change back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from questionnaire.access import Action, Actor, Person
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Change, FilledForm
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, load
from questionnaire.journeys.drafting.eras import Eras, eras_of
from questionnaire.journeys.drafting.refilling import fill_draft
from questionnaire.journeys.drafting.saving import load_part, retitle, store
from questionnaire.spec.values import Json
from questionnaire.storage import answers, people
from questionnaire.storage.records import AnswerChange
from questionnaire.storage.transaction import reading, writing

MOST = 500
"""Changes read at once."""

TOGETHER = timedelta(minutes=10)
"""Within this time, the saves of one answer by one person are one line."""


class CannotTakeBack(QuestionnaireError):
    """The answer has changed again since, or the change is not there."""


@dataclass(frozen=True, slots=True)
class Line:
    """One or several saves of one answer by one person: from ``before`` to ``after``.

    ``revision`` is that of the last save; ``current`` when the answer still is what this line made of it.
    """

    path: str
    before: Json
    after: Json
    revision: int
    person_id: str
    at: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class History:
    """The lines, the latest first, with who they name; ``eras`` are the versions of the form they were made in."""

    draft: OpenDraft
    filled: FilledForm
    lines: tuple[Line, ...]
    people: dict[str, Person]
    eras: Eras

    def filled_at(self, revision: int) -> FilledForm:
        """The form in which a change was made, filled with what still stands of its answers."""
        form, opened = self.eras.form_at(revision), self.draft
        if form is opened.form:
            return self.filled
        values = {path: row.value for path, row in opened.stored.items()}
        return fill_draft(form, values, opened.context, opened.draft.id, opened.draft.revision)


def changes(desk: Desk, actor: Actor, draft_id: str) -> History:
    """The history of a draft; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        opened = load(desk, actor, draft_id, Action.READ_DRAFT)
        eras = eras_of(desk, actor, opened)
        lines = grouped(_seen(eras, answers.log(session, actor.perimeter, draft_id, MOST)), eras)
        lines = tuple(replace(line, current=_stands(opened, eras, line)) for line in lines)
        named = people.get_people(session, actor.perimeter, {line.person_id for line in lines})
    return History(opened, opened.fill(), lines, named, eras)


def grouped(log: tuple[AnswerChange, ...], eras: Eras) -> tuple[Line, ...]:
    """Consecutive saves of one answer by one person within ten minutes, as one line; the latest first.

    A line never reaches from one version of the form into another, and what a move lost is told alone.
    """
    lines: list[Line] = []
    last: dict[str, int] = {}
    for change in log:
        place = last.get(change.path)
        if place is not None and _together(lines[place], change, eras):
            lines[place] = replace(lines[place], before=change.before)
        else:
            last[change.path] = len(lines)
            lines.append(_line(change))
    return tuple(lines)


def _together(later: Line, change: AnswerChange, eras: Eras) -> bool:
    alike = later.person_id == change.person_id and eras.are_together(later.revision, change.revision)
    return alike and later.at - change.at <= TOGETHER


def _line(change: AnswerChange) -> Line:
    return Line(
        path=change.path,
        before=change.before,
        after=change.after,
        revision=change.revision,
        person_id=change.person_id,
        at=change.at,
        current=False,
    )


def take_back(desk: Desk, actor: Actor, draft_id: str, path: str, revision: int) -> None:
    """Give an answer its value of before a line of the history; that too is a change, and can be taken back."""
    with writing(desk.session) as session:
        opened = load_part(desk, actor, draft_id, path)
        eras = eras_of(desk, actor, opened)
        lines = grouped(_seen(eras, answers.log(session, actor.perimeter, draft_id, MOST)), eras)
        line = next((line for line in lines if (line.path, line.revision) == (path, revision)), None)
        if line is None or not _stands(opened, eras, line):
            raise CannotTakeBack("Cette réponse a changé de nouveau\u00a0: regardez les derniers changements.")
        after = store(desk, actor, opened, (Change(path, line.after, line.before),))
        retitle(desk, actor, after, after.fill())


def _seen(eras: Eras, log: tuple[AnswerChange, ...]) -> tuple[AnswerChange, ...]:
    """The changes of answers that the reader sees."""
    return tuple(change for change in log if not eras.hides(change.path, change.revision))


def _stands(opened: OpenDraft, eras: Eras, line: Line) -> bool:
    """Whether the answer still is what a line made of it, in the form that is followed now."""
    row = opened.stored.get(line.path)
    return row is not None and row.revision == line.revision and eras.is_now(line.revision)
