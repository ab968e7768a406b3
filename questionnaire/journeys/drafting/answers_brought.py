"""Answers brought in a file to a draft: looked at, one by one, before they are saved as if somebody had typed them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.access import Action, Actor
from questionnaire.filling import FilledForm, parse_revision
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting import saving
from questionnaire.journeys.drafting.answers_read import read_file
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.refilling import fill_draft
from questionnaire.spec.values import Unreadable
from questionnaire.storage.transaction import reading

Typed = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """An answer of the file: what stands in the draft, what would, or why it is not taken."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change; ``typed`` is what to save, ``same`` how many answers are those of the draft already."""

    opened: OpenDraft
    lines: tuple[BroughtLine, ...]
    refused: tuple[str, ...]
    same: int
    typed: Typed


@dataclass(frozen=True, slots=True)
class Kept:
    """How many answers were saved, and how many were not: changed meanwhile, or no more this person's to give."""

    saved: int
    left: int


def preview(desk: Desk, actor: Actor, draft_id: str, name: str, content: bytes) -> Preview:
    """Read a file for a draft; nothing is kept. Raises UnreadableFile, DraftClosed, NotFound, Forbidden."""
    with reading(desk.session):
        opened = saving.load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
    before = opened.fill()
    brought = read_file(opened.form, name, content)
    seen = {name: typed for name, typed in brought.typed.items() if not before.veil.hides(name)}
    questions = opened.form.questions
    answers = {name: questions[name].kind.read(typed, questions[name]) for name, typed in seen.items()}
    rows = {path: row.value for path, row in opened.stored.items()}
    rows |= {name: questions[name].kind.to_json(answer) for name, answer in answers.items()}
    after = fill_draft(opened.form, rows, opened.context, opened.draft.id, opened.draft.revision)
    changed = {name: typed for name, typed in seen.items() if answers[name] != before.answers.values.get(name)}
    lines = tuple(_line(before, after, name) for name in changed)
    taken = {name: changed[name] for name, line in zip(changed, lines, strict=True) if not line.refusal}
    return Preview(opened, lines, tuple(brought.refused), len(seen) - len(changed), taken)


def keep(desk: Desk, actor: Actor, draft_id: str, revision: str, typed: Typed) -> Kept:
    """Save what was looked at, page by page; another person's newer answer stays."""
    with reading(desk.session):
        opened = saving.load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
    page, saved = parse_revision(revision), 0
    for section, fields in _by_section(opened, typed):
        outcome = saving.save(desk, actor, draft_id, section, page, fields)
        saved += len(outcome.changes)
        page = outcome.page
    return Kept(saved, len(typed) - saved)


def _by_section(opened: OpenDraft, typed: Typed) -> Iterator[tuple[str, dict[str, list[str]]]]:
    for section in opened.form.sections:
        names = {question.name for question in section.questions}
        fields = {name: list(texts) for name, texts in typed.items() if name in names}
        if fields and not section.each:
            yield section.name, fields


def _line(before: FilledForm, after: FilledForm, name: str) -> BroughtLine:
    question = after.form.questions[name]
    answer = after.answers.values.get(name)
    label = after.wording.say(question.label)
    shown = before.wording.shown(name)
    if isinstance(answer, Unreadable):
        return BroughtLine(label, shown, (answer.text,), answer.message)
    said = question.kind.show(answer, question, after.wording)
    if name in before.read_only:
        return BroughtLine(label, shown, said, "Cette réponse ne se change pas ici.")
    return BroughtLine(label, shown, said)
