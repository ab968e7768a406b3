"""The page of one section: its questions, its place among the parts, what is saved and what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any

from questionnaire.content import footer
from questionnaire.filling import UNFINISHED, FilledForm, Problem, hinders, section_problems
from questionnaire.filling.pages import pages
from questionnaire.filling.paths import stands_in
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.spec.model import Section
from questionnaire.web.presenting.blocks import blocks_of
from questionnaire.web.presenting.deciding import because
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.manner import PLAIN, Manner, heading, heading_terms, note_of, offers_easy
from questionnaire.web.presenting.questions import Block, SectionPresenter, dom_id
from questionnaire.web.presenting.results import charts_of
from questionnaire.web.presenting.review import summary_text
from questionnaire.web.presenting.tasks import counted, task_rows
from questionnaire.web.screens import (
    ErrorSummary,
    Link,
    Notice,
    QuestionView,
    RepeatView,
    SaveStatus,
    SectionView,
)

EASY_ON, EASY_OFF = Link("Version facile", "facile:oui"), Link("Version officielle", "facile:non")
"""What the button says, and what it asks of the page."""


RETURN = "Revenir à la vérification"
"""What the button says on a page opened to change one answer."""


def mistakes_of(filled: FilledForm, section: Section) -> dict[str, Problem]:
    """The mistakes of a section by path; answers still to come are not scolded about."""
    return {problem.path: problem for problem in section_problems(filled, section) if hinders(problem)}


def reproaches(filled: FilledForm, section: Section) -> dict[str, Problem]:
    """The mistakes to point out while the page is being filled: not what somebody may be about to complete."""
    return {path: each for path, each in mistakes_of(filled, section).items() if each.code not in UNFINISHED}


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows beside the answers: ``problems`` by path, the ``item`` laid open, what was just said.

    ``sought`` are paths of long lists, each with the words searched for.
    """

    problems: Mapping[str, Problem]
    item: str | None = None
    summary: ErrorSummary | None = None
    notice: Notice | None = None
    author: str = ""
    manner: Manner = PLAIN
    sought: tuple[tuple[str, str], ...] = ()
    back: str = ""


def section_view(
    opened: OpenDraft,
    filled: FilledForm,
    section: Section,
    revision: str,
    look: Look,
) -> SectionView:
    """The whole page."""
    draft_id = opened.draft.id
    names = [page.name for page in pages(filled)]
    number = names.index(section.name) + 1
    return SectionView(
        name=section.name,
        url=address("sections.section", draft_id=draft_id, name=section.name),
        number=number,
        total=len(names),
        blocks=blocks_of(filled, section, look.problems, look.item, look.manner, look.sought),
        **_headed(filled, section, look.manner),
        revision=revision,
        progress=f"Partie {number} sur {len(names)}",
        summary=look.summary,
        saved=saved_at(_last_save(opened, section), opened.context.tz),
        parts=task_rows(filled, draft_id, section.name),
        notice=look.notice,
        borrowed=_borrowed(filled, section),
        next_label=RETURN if look.back else "Continuer" if number < len(names) else "Vérifier mes réponses",
        back=look.back,
        form_title=filled.wording.say(filled.form.title),
        form_url=address("drafts.tasks", draft_id=draft_id),
        author=look.author,
        charts=charts_of(filled, section),
        because=because(filled, section.name),
        ranks=any(each.kind.name == "rank" for question in section.questions for each in question.whole()),
        multipart=any(each.files for question in section.questions for each in question.whole()),
        presence_url=address("sections.presence", draft_id=draft_id, name=section.base),
    )


def found_view(filled: FilledForm, section: Section, path: str, words: str) -> QuestionView | None:
    """A question with a long list in which somebody searches; None where there is no such list."""
    place = next((each for each in filled.places(section) if each.path == path), None)
    if place is None or filled.veil.hides(path):
        return None
    view = SectionPresenter(filled, mistakes_of(filled, section), sought={path: words}).question(place)
    return view if view.seek else None


def _headed(filled: FilledForm, section: Section, manner: Manner) -> dict[str, Any]:
    """The words above the questions, and the button that has them and the questions said in the other manner."""
    title, lead = heading(filled, section, manner)
    said = {"title": title, "lead": lead, "terms": heading_terms(filled, section, manner)}
    other = EASY_ON if not manner.easy else EASY_OFF
    toggle = {"other_manner": other} if offers_easy(section) else {}
    if section.easy is None or not manner.easy:
        return {**said, **toggle}
    own_title, own_lead = heading(filled, section, PLAIN)
    official = f"{note_of(section.easy)}. Texte officiel\u00a0: {own_title}. {own_lead}".strip()
    return {**said, "official": official, **toggle}


def _borrowed(filled: FilledForm, section: Section) -> tuple[str, ...]:
    """From where the answers came that cannot be changed here; the others say it themselves."""
    names = {question.name for question in section.questions}
    texts = (
        origin.text
        for path, origin in filled.context.origins.items()
        if stands_in(path, names) and ("[" in path or path in filled.read_only)
    )
    return tuple(f"Repris de\u00a0: {text}." for text in dict.fromkeys(texts))


def next_url(filled: FilledForm, section: Section, draft_id: str) -> str:
    """Where « Continuer » leads: the next part on the path, or the review."""
    names = [page.name for page in pages(filled)]
    following = names[names.index(section.name) + 1 :] if section.name in names else names
    if following:
        return address("sections.section", draft_id=draft_id, name=following[0])
    return address("drafts.review", draft_id=draft_id)


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
    return footer(filled)[1:]


def _last_save(opened: OpenDraft, section: Section) -> datetime | None:
    names = {question.name for question in section.questions}
    # Revision 0 holds the answers with which the draft began: nobody has saved them.
    moments = [row.at for path, row in opened.stored.items() if row.revision and stands_in(path, names)]
    return max(moments, default=None)


def changed_blocks(before: tuple[Block, ...], after: tuple[Block, ...], posted: frozenset[str]) -> Iterator[Block]:
    """What an autosave must redraw: what differs, except the fields posted, which the person may be in."""
    old = {view.path: view for view in _every(before)}
    for view in _apart(after, old):
        if view.path not in posted and not _is_same(old.get(view.path), view):
            yield view


def _apart(blocks: Iterable[Block], old: Mapping[str, Block]) -> Iterator[Block]:
    """What is redrawn by itself: what holds others appears and goes as a whole; on the page, only what it holds."""
    for block in blocks:
        was = old.get(block.path)
        if was is None or not (was.shown and block.shown and _items(was) == _items(block)):
            yield block
        elif isinstance(block, RepeatView):
            yield from _apart((each for item in block.items for each in item.questions), old)
        else:
            yield from block.lines or (block,)


def explained_anew(before: tuple[Block, ...], after: tuple[Block, ...], changed: tuple[Block, ...]) -> Iterator[Block]:
    """What stays as it is on the page, and is asked for other reasons: somebody may be typing there."""
    old = {view.path: view for view in _every(before)}
    redrawn = {view.path for view in changed}
    for view in _every(after):
        known = old.get(view.path)
        told = known is not None and known.because and known.because != view.because
        if told and view.because and view.path not in redrawn:
            yield view


def _is_same(old: Block | None, new: Block) -> bool:
    """Whether two views differ at most by the reasons for which the question is asked."""
    if old is None or old.because == new.because:
        return old == new
    return replace(old, because=new.because) == new


def said_anew(before: tuple[Block, ...], after: tuple[Block, ...]) -> Iterator[RepeatView]:
    """The repeats of which, as a whole, something else is said."""
    repeats = (view for view in _every(before) if isinstance(view, RepeatView) and view.shown)
    old = {view.path: (view.errors, view.warnings) for view in repeats}
    for view in _every(after):
        if isinstance(view, RepeatView) and old.get(view.path, (view.errors, view.warnings)) != (
            view.errors,
            view.warnings,
        ):
            yield view


def _items(block: Block) -> tuple[str, ...]:
    """The items of a repeat that has those of another question: they come and go with its answers."""
    return tuple(item.path for item in block.items) if isinstance(block, RepeatView) and block.fixed else ()


def _every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each block, then all that it holds."""
    for block in blocks:
        yield block
        if isinstance(block, QuestionView):
            yield from block.lines
        for item in block.items if isinstance(block, RepeatView) and block.shown else ():
            yield from _every(item.questions)


def posted_views(blocks: tuple[Block, ...], posted: frozenset[str]) -> tuple[QuestionView, ...]:
    """The questions posted, to refresh what stands around their controls."""
    return tuple(view for view in _every(blocks) if isinstance(view, QuestionView) and view.path in posted)
