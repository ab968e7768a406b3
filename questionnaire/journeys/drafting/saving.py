"""Saving what a page posts: read, merged with what others stored, kept even when it is not acceptable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from questionnaire.access import Action, Actor, require
from questionnaire.content import subject
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import (
    Change,
    Conflict,
    FilledForm,
    PageRevision,
    Problem,
    merge,
    read_post,
)
from questionnaire.filling.pages import page_of
from questionnaire.filling.paths import is_key, stands_in
from questionnaire.filling.reading import Posted
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.consenting import agreed, settle
from questionnaire.journeys.drafting.drafts import OpenDraft, load
from questionnaire.journeys.drafting.drawing_lots import newly_drawn
from questionnaire.journeys.teamwork.sharing import require_fill
from questionnaire.spec.model import Section
from questionnaire.spec.values import Json
from questionnaire.storage import answers, projects
from questionnaire.storage.records import StoredAnswer
from questionnaire.storage.transaction import writing

LONGEST_TITLE = 255
NO_SUCH_PART = "Cette partie n’existe pas dans ce formulaire."


class DraftClosed(QuestionnaireError):
    """The document was finalised: nothing can be changed any more."""


class NoSuchPart(QuestionnaireError):
    """The form has no such part, or it is not on the path of these answers."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a post.

    ``before`` and ``filled`` are the form before and after; ``page`` what the page carries from now on; ``conflicts``
    were not stored and wait for a choice; ``strangers`` are fields that the page cannot have; ``unasked`` are answers
    kept in the draft although their question is no longer asked; ``refused`` tells of files that were not taken.
    """

    draft: OpenDraft
    section: Section
    before: FilledForm
    filled: FilledForm
    page: PageRevision
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    strangers: tuple[Problem, ...]
    unasked: tuple[Problem, ...]
    refused: tuple[Problem, ...] = ()


def save(desk: Desk, actor: Actor, draft_id: str, section_name: str, page: PageRevision, posted: Posted) -> Saved:
    """Store what a page posts. Raises DraftClosed, NoSuchPart, Forbidden, NotFound."""
    with writing(desk.session):
        opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
        section = find_section(opened, section_name)
        require_fill(desk, actor, opened, section.base)
        before = opened.fill()
        reading = read_post(before, section, posted)
        mine = {path: _question_json(opened, path, answer) for path, answer in reading.answers.items()}
        merged = merge(_base(desk, actor, opened, before, page, mine), _shown(opened, before, mine), mine)
        after = store(desk, actor, opened, merged.changes)
        filled = after.fill() if merged.changes else before
        after = retitle(desk, actor, after, filled)
    alone = opened.draft.revision == page.number or not page_touched(opened, section, page)
    paths = [change.path for change in merged.changes]
    return Saved(
        draft=after,
        section=section,
        before=before,
        filled=filled,
        page=page.after(paths, after.draft.revision, alone=alone) if not merged.conflicts else page,
        changes=merged.changes,
        conflicts=merged.conflicts,
        strangers=reading.strangers,
        unasked=tuple(_unasked(filled, paths)),
    )


def retitle(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm) -> OpenDraft:
    """A project is called as the document that founded it: the title follows the answer."""
    if opened.form.instances != "project" or opened.form.after:
        return opened
    title = subject(filled)[:LONGEST_TITLE]
    if title == opened.head.project_title:
        return opened
    projects.rename(desk.session, actor.perimeter, opened.draft.project_id, title)
    return replace(opened, head=replace(opened.head, project_title=title))


def load_open(desk: Desk, actor: Actor, draft_id: str) -> OpenDraft:
    """A draft that may still be changed by this actor, within the transaction in course."""
    return load_to_fill(desk, actor, draft_id, Action.EDIT_DRAFT)


def load_part(desk: Desk, actor: Actor, draft_id: str, path: str) -> OpenDraft:
    """A draft in which the actor may still change what stands at a path, within the transaction in course."""
    opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
    question = opened.form.questions.get(path.partition("[")[0])
    if question is None:
        require(actor, Action.EDIT_DRAFT, opened.relation())
    else:
        require_fill(desk, actor, opened, question.section)
    return opened


def load_to_fill(desk: Desk, actor: Actor, draft_id: str, action: Action) -> OpenDraft:
    """A draft not finalised yet, for an actor who may do ``action`` with it."""
    opened = load(desk, actor, draft_id, action)
    if opened.draft.finalised_at is not None:
        raise DraftClosed("Ce document est finalisé\u00a0: ses réponses ne peuvent plus être changées.")
    return opened


def find_section(opened: OpenDraft, name: str) -> Section:
    """A section by its name, or the page of one item of a section; raises NoSuchPart."""
    base, _, key = name.removesuffix("]").partition("[")
    section = declared_section(opened, base)
    if not section.each and not key:
        return section
    if not section.each or (key and not is_key(key)):
        raise NoSuchPart(NO_SUCH_PART)
    filled = opened.fill()
    keys = (key,) if key else filled.keys(base)[:1]
    if not keys:
        raise NoSuchPart("Cette partie n’est pas demandée, d’après vos réponses.")
    return page_of(filled, section, keys[0])


def declared_section(opened: OpenDraft, name: str) -> Section:
    """A section as the form has it; raises NoSuchPart."""
    section = opened.form.section(name)
    if section is None:
        raise NoSuchPart(NO_SUCH_PART)
    return section


def store(desk: Desk, actor: Actor, opened: OpenDraft, changes: tuple[Change, ...]) -> OpenDraft:
    """Store changes, but what nobody has consented to; the draft as it stands afterwards."""
    now = opened.context.now
    person = actor.person.id
    seen = opened.draft.revision
    agreement = agreed(opened, changes) if opened.form.consents else None
    changes = changes if agreement is None else agreement.changes
    told = [replace(change, sensitive=opened.form.is_sensitive(change.path)) for change in changes]
    revision = answers.save(desk.session, actor.perimeter, opened.draft.id, seen, told, person_id=person, at=now)
    rows = {change.path: StoredAnswer(change.path, change.after, revision, person, now) for change in changes}
    rows |= _draw(desk, actor, opened, changes)
    gone = frozenset[str]() if agreement is None else settle(desk, actor, opened, agreement)
    draft = replace(opened.draft, revision=revision, updated_at=now)
    return _with_rows(replace(opened, head=replace(opened.head, draft=draft)), rows, gone)


def _draw(desk: Desk, actor: Actor, opened: OpenDraft, changes: tuple[Change, ...]) -> dict[str, StoredAnswer]:
    """Keep what chance gives for the first time because of changes just stored."""
    before = {path: row.value for path, row in {**opened.stored, **opened.reserved}.items()}
    values = {**before, **{change.path: change.after for change in changes}}
    drawn = newly_drawn(opened.form, values, opened.context) if changes else []
    person, now = actor.person.id, opened.context.now
    if drawn:
        answers.give(desk.session, actor.perimeter, opened.draft.id, drawn, person_id=person, at=now)
    return {change.path: StoredAnswer(change.path, change.after, 0, person, now) for change, _ in drawn}


def _with_rows(opened: OpenDraft, rows: Mapping[str, StoredAnswer], gone: frozenset[str]) -> OpenDraft:
    """The draft with rows just stored, without those that are gone; the reader sees only what is theirs to see."""
    hides = opened.veil.hides
    seen = {path: row for path, row in rows.items() if not hides(path)}
    hidden = {path: row for path, row in rows.items() if hides(path)}
    stored = {path: row for path, row in {**opened.stored, **seen}.items() if path not in gone}
    return replace(opened, stored=stored, reserved={**opened.reserved, **hidden})


def page_touched(opened: OpenDraft, section: Section, page: PageRevision) -> bool:
    """Whether answers of the section were stored by somebody since the page last knew them."""
    names = {question.name for question in section.questions}
    return any(
        row.revision > page.at(path)
        for path, row in opened.stored.items()
        if stands_in(path, names) and not _holds_files(opened, path)  # no page posts what names files
    )


def _holds_files(opened: OpenDraft, path: str) -> bool:
    question = opened.form.questions.get(path.rpartition(".")[2])
    return question is not None and question.files is not None


def _question_json(opened: OpenDraft, path: str, answer: object) -> Json:
    name = path.rpartition(".")[2]
    return opened.form.questions[name].kind.to_json(answer)  # type: ignore[arg-type]  # read by that very kind


def _shown(opened: OpenDraft, filled: FilledForm, paths: Iterable[str]) -> dict[str, Json]:
    """What is stored at these paths now; where nothing ever was, the default that the page shows."""
    shown: dict[str, Json] = {}
    for path in paths:
        row = opened.stored.get(path)
        shown[path] = row.value if row else _question_json(opened, path, filled.values.get(path))
    return shown


def _base(
    desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm, page: PageRevision, mine: Mapping[str, Json]
) -> dict[str, Json]:
    """What stood at these paths when the page was drawn."""
    base = _shown(opened, filled, mine)
    moved: dict[int, list[str]] = {}
    for path in mine:
        row = opened.stored.get(path)
        if row is not None and row.revision > page.at(path):
            moved.setdefault(page.at(path), []).append(path)
    for revision, paths in moved.items():
        base.update(answers.values_at(desk.session, actor.perimeter, opened.draft.id, revision, paths))
    return base


def _unasked(filled: FilledForm, paths: Iterable[str]) -> Iterable[Problem]:
    for path in paths:
        if not filled.is_relevant(path) and not filled.form.consent_of(path):
            message = "Cette question n’est plus posée. Votre réponse est gardée dans le brouillon."
            yield Problem(path, "not_asked", message)
