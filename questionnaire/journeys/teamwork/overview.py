"""A draft as those who fill it together see it: who has which part, what is being discussed, who helped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from questionnaire.access import Action, Actor, allowed
from questionnaire.filling import FilledForm
from questionnaire.filling.pages import page_name, pages
from questionnaire.filling.paths import stands_in
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, load_from
from questionnaire.journeys.teamwork.sharing import fillers, may_fill, takes_part
from questionnaire.spec.model import Form, Section
from questionnaire.spec.parties import Stage
from questionnaire.storage import assistance, marks, projects
from questionnaire.storage.assistance import Assistance
from questionnaire.storage.marks import Marks
from questionnaire.storage.records import Member, StoredAnswer
from questionnaire.storage.transaction import reading


@dataclass(frozen=True, slots=True)
class Shared:
    """A draft opened by an actor, and its marks."""

    actor: Actor
    opened: OpenDraft
    marks: Marks

    def fills(self, section: str) -> bool:
        """Whether the actor may fill a section; nobody once it is finalised."""
        return self.opened.draft.finalised_at is None and may_fill(self.actor, self.opened, section, self.marks)

    def is_mine(self, section: str) -> bool:
        """Whether a section is for the actor more than for others: given to them, or all that they may fill."""
        holder = self.marks.given.get(section)
        if holder is not None:
            return holder.person_id == self.actor.person.id
        return not allowed(self.actor, Action.EDIT_DRAFT, self.opened.relation()) and self.fills(section)

    def fillers(self, section: str) -> str:
        """Who fills a section of a stage, in words; empty where no stage tells."""
        stage = self.opened.form.stage_of(section)
        return fillers(self.opened, stage) if stage else ""

    def open_threads(self, section: Section) -> int:
        """Questions of a section under discussion."""
        names = {question.name for question in section.questions}
        return sum(thread.open > 0 for path, thread in self.marks.threads.items() if stands_in(path, names))

    def resume(self, filled: FilledForm) -> Section | None:
        """The section where the actor was last, by their answers and by where they were seen, still on the path."""
        person = self.actor.person.id
        rows = (row for row in self.opened.stored.values() if row.person_id == person and row.origin is None)
        own = (row for row in rows if row.revision)  # at revision 0, the machine gave it
        last = max(own, key=_when, default=None)
        places = [(last.at, last.path)] if last else []
        if self.marks.visit:
            places.append((self.marks.visit[1], self.marks.visit[0]))
        found = (page_at(filled, place) for _, place in sorted(places, reverse=True))
        return next((page for page in found if page is not None), None)


@dataclass(frozen=True, slots=True)
class Overview(Shared):
    """The same with what the list of parts and the review show beside: the team, and who helped."""

    team: tuple[Member, ...]
    assistance: tuple[Assistance, ...]

    def candidates(self) -> Iterator[Member]:
        """The people to whom a part may be given; nobody where the actor may not."""
        if self.opened.draft.finalised_at is None and allowed(self.actor, Action.ASSIGN, self.opened.relation()):
            yield from self.team

    def members_of(self, stage: Stage) -> tuple[Member, ...]:
        """The people of the team who fill the sections of a stage."""
        author = self.opened.draft.author_id
        return tuple(
            member
            for member in self.team
            if any(member.person_id == author if party.own else member.role in party.roles for party in stage.parties)
        )

    def may_tell(self) -> bool:
        """Whether the actor may still say who helped."""
        return self.opened.draft.finalised_at is None and takes_part(self.actor, self.opened)


def section_named(form: Form, place: str) -> Section | None:
    """The section of a place: of an answer's path, or itself; None where the form has none."""
    question = form.questions.get(place.partition("[")[0])
    return form.section(question.section if question else place)


def page_at(filled: FilledForm, place: str) -> Section | None:
    """The page on the path where a place is: that of an answer's path, or of a section; None where there is none."""
    known = place.partition("[")[0] in filled.form.questions
    name = page_name(filled.form, place) if known else place
    return next((page for page in pages(filled) if name in (page.name, page.base)), None)


def places(desk: Desk, actor: Actor) -> dict[str, str]:
    """By draft of the actor's teams, the place where they were last."""
    with reading(desk.session) as session:
        return marks.last_places(session, actor.perimeter, actor.person.id)


def _when(row: StoredAnswer) -> datetime:
    return row.at


def share(desk: Desk, actor: Actor, draft_id: str) -> Shared:
    """A draft with its marks; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        head, found = marks.with_head(session, actor.perimeter, draft_id, actor.person.id)
        return Shared(actor, load_from(desk, actor, head, Action.READ_DRAFT), found)


def with_marks(desk: Desk, actor: Actor, opened: OpenDraft) -> Shared:
    """The same of a draft already open, in one statement."""
    with reading(desk.session) as session:
        return Shared(actor, opened, marks.of_draft(session, actor.perimeter, opened.draft.id, actor.person.id))


def overview(desk: Desk, actor: Actor, draft_id: str) -> Overview:
    """A draft with all that stands around it; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        shared = share(desk, actor, draft_id)
        team = projects.team(session, actor.perimeter, shared.opened.draft.project_id)
        helpers = assistance.of_draft(session, actor.perimeter, draft_id)
        return Overview(actor, shared.opened, shared.marks, team, helpers)
