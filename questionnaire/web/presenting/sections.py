"""The page of one section: its questions, its place among the parts, what is saved and what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from flask import url_for

from questionnaire.content import footer
from questionnaire.filling import FilledForm, Problem, hinders, section_problems
from questionnaire.journeys.drafts import OpenDraft
from questionnaire.spec.model import Section
from questionnaire.web.presenting.questions import Block, SectionPresenter, dom_id
from questionnaire.web.presenting.review import summary_text
from questionnaire.web.presenting.tasks import counted, task_rows
from questionnaire.web.screens import (
    ErrorSummary,
    Notice,
    QuestionView,
    RepeatView,
    SaveStatus,
    SectionView,
)


def mistakes_of(filled: FilledForm, section: Section) -> dict[str, Problem]:
    """The mistakes of a section by path; answers still to come are not scolded about."""
    return {problem.path: problem for problem in section_problems(filled, section) if hinders(problem)}


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows beside the answers: ``problems`` by path, the ``item`` laid open, what was just said."""

    problems: Mapping[str, Problem]
    item: str | None = None
    summary: ErrorSummary | None = None
    notice: Notice | None = None
    author: str = ""


def section_view(
    opened: OpenDraft,
    filled: FilledForm,
    section: Section,
    revision: str,
    look: Look,
) -> SectionView:
    """The whole page."""
    draft_id = opened.draft.id
    sections = list(filled.sections())
    number = sections.index(section) + 1
    return SectionView(
        title=filled.wording.say(section.title),
        name=section.name,
        url=url_for("sections.section", draft_id=draft_id, name=section.name),
        number=number,
        total=len(sections),
        blocks=SectionPresenter(filled, look.problems, look.item).blocks(section),
        revision=revision,
        progress=f"Partie {number} sur {len(sections)}",
        lead=filled.wording.say(section.description),
        summary=look.summary,
        saved=saved_at(_last_save(opened, section), opened.context.tz),
        parts=task_rows(filled, draft_id, section.name),
        notice=look.notice,
        next_label="Continuer" if number < len(sections) else "Vérifier mes réponses",
        form_title=filled.wording.say(filled.form.title),
        form_url=url_for("drafts.tasks", draft_id=draft_id),
        author=look.author,
        presence_url=url_for("sections.presence", draft_id=draft_id, name=section.name),
    )


def next_url(filled: FilledForm, section: Section, draft_id: str) -> str:
    """Where « Continuer » leads: the next part on the path, or the review."""
    sections = list(filled.sections())
    following = sections[sections.index(section) + 1 :] if section in sections else sections
    if following:
        return url_for("sections.section", draft_id=draft_id, name=following[0].name)
    return url_for("drafts.review", draft_id=draft_id)


def mistake_summary(filled: FilledForm, problems: Mapping[str, Problem]) -> ErrorSummary | None:
    """The list of mistakes of one page, each linked to its field."""
    if not problems:
        return None
    return ErrorSummary(
        title=counted(len(problems), "réponse est à revoir", "réponses sont à revoir"),
        saved_text="Vos réponses sont enregistrées.",
        links=tuple((f"#{dom_id(path)}", summary_text(filled, problem)) for path, problem in problems.items()),
    )


def saved_at(moment: datetime | None, zone: tzinfo) -> SaveStatus:
    """« Enregistré à 14:32 », in the establishment's time."""
    if moment is None:
        return SaveStatus("idle", "")
    local = moment.astimezone(zone)
    return SaveStatus("saved", f"Enregistré à {local:%H:%M}")


def source_lines(filled: FilledForm) -> tuple[str, ...]:
    """Source, rights and standing of the text, for the foot of the page (the footnote stands there already)."""
    return footer(filled)[1:] if filled.form.lexicon else footer(filled)


def _last_save(opened: OpenDraft, section: Section) -> datetime | None:
    names = {question.name for question in section.questions}
    moments = [row.at for path, row in opened.stored.items() if path.partition("[")[0] in names]
    return max(moments, default=None)


def changed_blocks(before: tuple[Block, ...], after: tuple[Block, ...], posted: frozenset[str]) -> Iterator[Block]:
    """What an autosave must redraw: what differs, except the fields posted, which the person may be in."""
    old = {view.path: view for view in _flat(before)}
    for view in _flat(after):
        if view.path not in posted and old.get(view.path) != view:
            yield view


def _flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, RepeatView) and block.shown:
            for item in block.items:
                yield from item.questions
        else:
            yield block


def posted_views(blocks: tuple[Block, ...], posted: frozenset[str]) -> tuple[QuestionView, ...]:
    """The questions posted, to refresh what stands around their controls."""
    return tuple(view for view in _flat(blocks) if isinstance(view, QuestionView) and view.path in posted)
