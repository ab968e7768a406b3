"""Sections as one person of the team sees them: with the way to their comments, or to read only when others fill."""

from collections.abc import Callable
from dataclasses import replace

from questionnaire.filling import FilledForm
from questionnaire.journeys.teamwork.commenting import is_open_to_comments
from questionnaire.journeys.teamwork.overview import Shared
from questionnaire.spec.model import Section
from questionnaire.web.presenting.review import Links, section_of
from questionnaire.web.presenting.sections import next_url
from questionnaire.web.presenting.stages import waiting
from questionnaire.web.presenting.talk import begin_talk, may_be_discussed, talk_link, talk_links
from questionnaire.web.screens import Notice, ReviewCard, ReviewLine, ReviewSection, SectionView

OVER = "Ce document est finalisé\u00a0: ses réponses ne peuvent plus être changées."
MEANWHILE = "Vous pouvez déjà la lire et la préparer\u00a0: ce que vous écrivez est enregistré."
OTHERS = "Cette partie est remplie par d’autres personnes de l’équipe. Vous pouvez la lire."


def shared_section(shared: Shared, filled: FilledForm, section: Section, view: SectionView) -> SectionView:
    """The page of a section with what the team adds to it."""
    early = waiting(filled, section)
    if shared.fills(section.base):
        links = talk_links(shared, filled, view.blocks)
        notice = view.notice or (Notice(f"{early} {MEANWHILE}") if early else None)
        return replace(view, talks=links, talk_url=begin_talk(shared, section.base), notice=notice)
    return replace(
        view,
        blocks=(),
        reading=(_to_read(shared, filled, section),),
        next_url=next_url(filled, section, shared.opened.draft.id),
        notice=Notice(_why(shared, section.base, early)),
        saved=replace(view.saved, state="idle", text=""),
    )


def _to_read(shared: Shared, filled: FilledForm, section: Section) -> ReviewSection:
    """Every question of a section with its answer, nothing to change, everything to talk about."""
    read = section_of(filled, section, Links(filled, shared.opened.draft.id), {})
    untitled = replace(read, title="")  # the page has it already
    return _each_line(untitled, lambda line: _talked(shared, filled, replace(line, change_url="")))


def reviewed_talk(shared: Shared, filled: FilledForm, sections: tuple[ReviewSection, ...]) -> tuple[ReviewSection, ...]:
    """Sections read back, with the way to the comments of the answers that have some."""
    threads = shared.marks.threads
    return tuple(
        _each_line(section, lambda line: _talked(shared, filled, line) if line.path in threads else line)
        for section in sections
    )


def _each_line(section: ReviewSection, change: Callable[[ReviewLine], ReviewLine]) -> ReviewSection:
    cards = (ReviewCard(card.title, tuple(map(change, card.lines))) for card in section.cards)
    return replace(section, cards=tuple(cards))


def _talked(shared: Shared, filled: FilledForm, line: ReviewLine) -> ReviewLine:
    if not is_open_to_comments(shared.opened) or not may_be_discussed(filled, line.path):
        return line
    return replace(line, talk=talk_link(filled, shared.opened.draft.id, line.path, shared.marks.threads))


def _why(shared: Shared, section: str, early: str) -> str:
    if shared.opened.draft.finalised_at is not None:
        return OVER
    holder = shared.marks.given.get(section)
    who = shared.fillers(section) or (holder.name if holder else "")
    told = f"Cette partie est remplie par\u00a0: {who}. Vous pouvez la lire." if who else OTHERS
    return f"{told} {early}".strip()
