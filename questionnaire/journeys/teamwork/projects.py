"""A project as its team sees it: the chain of its documents, what is done, what is next, who is awaited."""

from collections.abc import Iterable
from dataclasses import dataclass

from questionnaire.access import Action, Actor, Relation, allowed, require
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting import drafts
from questionnaire.journeys.drafting.beginning import unused
from questionnaire.journeys.papers import documents
from questionnaire.lifecycle import State, Step, awaited
from questionnaire.programme import Link, chain
from questionnaire.spec.anonymous import ANONYMOUS
from questionnaire.spec.model import Form
from questionnaire.storage import drafts as draft_rows
from questionnaire.storage import projects, submissions
from questionnaire.storage.parts import parts_of
from questionnaire.storage.records import DraftHead, Member, Project, SubmissionHead
from questionnaire.storage.transaction import reading


@dataclass(frozen=True, slots=True)
class ChainDraft:
    """A document being written, whose it is, and whether the person who looks may open it."""

    head: DraftHead
    author: Member | None
    open_to_me: bool


@dataclass(frozen=True, slots=True)
class ChainDocument:
    """A finalised document, whose it is, and the steps that it awaits, with those of the team who may take each."""

    head: SubmissionHead
    author: Member | None
    awaits: tuple[tuple[Step, tuple[Member, ...]], ...]
    open_to_me: bool


@dataclass(frozen=True, slots=True)
class ChainForm:
    """A form of the chain with the documents that the project has of it; ``may_begin`` one, this person and now."""

    link: Link
    drafts: tuple[ChainDraft, ...]
    documents: tuple[ChainDocument, ...]
    may_begin: bool


@dataclass(frozen=True, slots=True)
class OpenProject:
    """A project, its team, its chain in order."""

    project: Project
    team: tuple[Member, ...]
    forms: tuple[ChainForm, ...]


def mine(desk: Desk, actor: Actor) -> tuple[Project, ...]:
    """The projects in which one has a role, by title."""
    with reading(desk.session) as session:
        return projects.of_person(session, actor.perimeter, actor.person.id)


def open_project(desk: Desk, actor: Actor, project_id: str) -> OpenProject:
    """A project and its chain; raises NotFound or Forbidden."""
    with reading(desk.session) as session:
        project = projects.get(session, actor.perimeter, project_id, actor.person.id)
        require(actor, Action.READ_PROJECT, Relation(project.organisation_id, project.role))
        team = projects.team(session, actor.perimeter, project_id)
        view = _Reader(desk, actor, project, team)
        return OpenProject(project, team, view.forms())


FREE = "free"
"""What ``instances`` says of documents of which each person has as many as they wish, for themselves alone."""


class _Reader:
    """What one person sees of the documents of a project."""

    def __init__(self, desk: Desk, actor: Actor, project: Project, team: tuple[Member, ...]) -> None:
        self._desk = desk
        self._actor = actor
        self._project = project
        self._members = {member.person_id: member for member in team}

    def forms(self) -> tuple[ChainForm, ...]:
        session, perimeter, me = self._desk.session, self._actor.perimeter, self._actor.person.id
        writing = draft_rows.of_project(session, perimeter, self._project.id, me)
        written = submissions.of_project(session, perimeter, self._project.id, me)
        steps = self._awaited(written)
        left = unused(self._actor)
        reached = {name: set(states) for name, states in left.items()}
        for head in written:
            reached.setdefault(head.form, set()).add(head.state)
        found = (
            self._form(
                link,
                tuple(self._draft(head) for head in writing if _is_open(head, link.form)),
                tuple(self._document(head, steps.get(head.id, ())) for head in written if head.form == link.form.name),
                used=link.form.name not in left,
            )
            for link in chain(self._catalogue(), reached)
        )
        return tuple(form for form in found if form.link.form.name not in left or form.drafts or form.documents)

    def _catalogue(self) -> Iterable[Form]:
        offered = self._desk.shelf.offered(self._project.organisation_id)
        return (form for form in offered if form.privacy != ANONYMOUS)

    def _awaited(self, heads: Iterable[SubmissionHead]) -> dict[str, tuple[Step, ...]]:
        waiting = [head.id for head in heads if head.state is State.A_SIGNER]
        parts = parts_of(self._desk.session, self._actor.perimeter, waiting)
        return {id_: awaited(part.steps, part.acts) for id_, part in parts.items()}

    def _form(
        self, link: Link, writing: tuple[ChainDraft, ...], written: tuple[ChainDocument, ...], *, used: bool
    ) -> ChainForm:
        if link.form.instances == FREE:  # nobody else is even told that there are some
            writing = tuple(each for each in writing if each.open_to_me)
            written = tuple(each for each in written if each.open_to_me)
        mine = [each.head.own for each in writing] + [each.head.frozen_by == self._actor.person.id for each in written]
        taken = {"person": any(mine), FREE: bool(writing)}.get(link.form.instances, bool(mine))
        relation = Relation(self._project.organisation_id, self._project.role, link.form.access)
        may = used and not taken and not link.blocked and allowed(self._actor, Action.CREATE_DRAFT, relation)
        return ChainForm(link, writing, written, may)

    def _draft(self, head: DraftHead) -> ChainDraft:
        author = self._members.get(head.draft.author_id)
        return ChainDraft(head, author, drafts.may_read(self._desk, self._actor, head))

    def _document(self, head: SubmissionHead, steps: tuple[Step, ...]) -> ChainDocument:
        waits = tuple((step, tuple(self._who(step))) for step in steps)
        may = documents.may_read(self._desk, self._actor, head)
        return ChainDocument(head, self._members.get(head.frozen_by), waits, may)

    def _who(self, step: Step) -> Iterable[Member]:
        for member in self._members.values():
            if step.person_id == member.person_id or (step.person_id is None and step.role == member.role):
                yield member


def _is_open(head: DraftHead, form: Form) -> bool:
    return head.draft.form.form == form.name and head.draft.finalised_at is None
