"""What the runner does of the copies of people's data that were asked for: one at a time, drawn in plain words."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from questionnaire.access import ROLE_LABELS, Organisation, Perimeter
from questionnaire.access.deeds import DEED_LABELS
from questionnaire.content import Issue
from questionnaire.content.own_data import OwnData, compose_own
from questionnaire.content.own_words import subjects
from questionnaire.documents import draw
from questionnaire.journeys.desk import Desk, context_of
from questionnaire.journeys.papers.emblems import emblem_of, look_of, read_look
from questionnaire.journeys.papers.producing import Workshop
from questionnaire.journeys.personal.own_copies import forget_files, owner_of
from questionnaire.journeys.personal.own_data import gather, periods
from questionnaire.lifecycle import Keeping
from questionnaire.lifecycle.gathering import Pace
from questionnaire.messages.kinds import KINDS
from questionnaire.spec.texts import Text
from questionnaire.spec.values import Json
from questionnaire.storage import copies, people
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing

Words = Mapping[str, str]
_ROLES: Words = {str(role): label for role, label in ROLE_LABELS.items()}
_DEEDS: Words = {str(kind): label for kind, label in DEED_LABELS.items()}
_LETTERS: Words = {name: kind.label for name, kind in KINDS.items()}
_PACES: Words = {str(pace): pace.label for pace in Pace}
_KINDS = {
    "acts": _DEEDS,
    "acts_on_them": _DEEDS,
    "letters": _LETTERS,
    "letters_not_wanted": _LETTERS,
    "letters_pace": _PACES,
}
_UNSAID = "…"
"""Stands for an answer that a label would quote."""


def paper_once(workshop: Workshop, default: Keeping) -> bool:
    """Draw the copy that has waited longest; whether there was any."""
    desk = workshop.desk
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        copy = copies.waiting(session, perimeter)
        if copy is None:
            return False
        place = people.get_organisation(session, perimeter, copy.organisation_id)
        data = in_words(desk, place, gather(desk, Perimeter(copy.places), copy.person_id))
    pdf = draw_paper(workshop, place, data, default)
    sha256 = workshop.blobs.put(owner_of(copy.person_id), pdf)
    with writing(desk.session) as session:
        made = copies.made(session, perimeter, copy, sha256)
    # A copy deleted or asked for anew since then has no file of before.
    forget_files(workshop.blobs, copy.person_id, but=sha256 if made else "")
    return True


def draw_paper(workshop: Workshop, place: Organisation, data: OwnData, default: Keeping) -> bytes:
    """The PDF, in the look of the organisation."""
    look = read_look(look_of(place.profile))
    issue = Issue(place.house.name, data.made_at, accent=look.accent, emblem=emblem_of(look, workshop.blobs))
    content = compose_own(data, subjects(periods(place, default)), issue, ZoneInfo(place.timezone))
    return draw(content, (), at=data.made_at)


def in_words(desk: Desk, place: Organisation, data: OwnData) -> OwnData:
    """The same with labels in place of codes: roles, acts, letters, forms, parts and questions; within a reading."""
    return replace(
        data,
        parts={
            name: tuple(_Row(desk, place, name, row).in_words() for row in rows) for name, rows in data.parts.items()
        },
    )


class _Row:
    """One row on its way to words."""

    def __init__(self, desk: Desk, place: Organisation, part: str, row: Mapping[str, Json]) -> None:
        self._row, self._part = row, part
        digest = row.get("form_digest")
        self._form = desk.shelf.version(desk.session, str(digest)) if digest else None
        self._term = context_of(place, desk.clock()).term

    def in_words(self) -> dict[str, Json]:
        """What the columns say."""
        return {column: self._said(column, value) for column, value in self._row.items() if column not in _MACHINES}

    def _said(self, column: str, value: Json) -> Json:
        if not isinstance(value, str):
            return value
        match column:
            case "role":
                return _ROLES.get(value, value)
            case "also":
                return ", ".join(_ROLES.get(role, role) for role in value.split())
            case "kind" | "pace":
                return _KINDS.get(self._part, {}).get(value, value)
            case "form" if self._form:
                return self._say(self._form.title)
            case "section" if self._form:
                return self._section(value)
            case "path" if self._form:
                return self._question(value)
        return value

    def _say(self, text: Text) -> str:
        return text.render(self._term, lambda _: _UNSAID).strip()

    def _section(self, name: str) -> str:
        found = self._form.section(name) if self._form else None
        return self._say(found.title) if found else name

    def _question(self, path: str) -> str:
        """The label of a question; of one in an item, that of the list first."""
        questions = self._form.questions if self._form else {}
        labels = [self._say(questions[name].label) for name in _names(path) if name in questions]
        return "\u00a0: ".join(labels) or path


_MACHINES = frozenset({"dossier", "form_digest"})
"""Columns that say nothing to a reader."""


def _names(path: str) -> tuple[str, ...]:
    """The names that a path goes through."""
    return tuple(step.partition("[")[0] for step in path.split("."))
