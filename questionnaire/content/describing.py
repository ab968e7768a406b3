"""From a filled form to blocks: what the document says of each answer, in page order."""

from collections.abc import Iterator, Sequence
from typing import Literal

from questionnaire.content.blocks import Block, Card, Clause, Heading, Paragraph, Reply
from questionnaire.content.tables import grid_table, repeat_table
from questionnaire.filling import FilledForm, Place, Reason
from questionnaire.filling.pages import pages
from questionnaire.filling.paths import stands_in
from questionnaire.spec.kinds.unanswered import SIGNPOST
from questionnaire.spec.model import Question, Section

CHARTER = "charter"
"""The layout of texts that people read whole: a note is a part of the text."""

LEVELS: tuple[Literal[2, 3, 4, 5, 6], ...] = (2, 2, 3, 4, 5, 6)
"""By depth from 1, that of the title of the document, the level of a title inside."""

_LONG = 70
"""Characters beyond which an answer stands under its question rather than beside it."""


def describe(filled: FilledForm) -> tuple[Block, ...]:
    """Every section on the path, with the questions answered; unanswered optional questions are left out."""
    blocks: list[Block] = []
    for section in pages(filled):
        blocks += headed(filled.wording.say(section.title), describe_section(filled, section))
    return tuple(blocks)


def describe_section(filled: FilledForm, section: Section) -> tuple[Block, ...]:
    """What one section says, its title left out."""
    body = tuple(_section_body(filled, section.questions))
    return (*body, *_origins(filled, section.questions)) if body else ()


def headed(title: str, body: Sequence[Block]) -> tuple[Block, ...]:
    """A body under its title; nothing where it says nothing."""
    return (Heading(2, title), *body) if body else ()


def _origins(filled: FilledForm, questions: tuple[Question, ...]) -> Iterator[Block]:
    """From which other documents answers of a section were taken, each once."""
    names = {question.name for question in questions}
    found = (
        origin.text
        for path, origin in filled.context.origins.items()
        if origin.document and stands_in(path, names) and path in filled.relevant
    )
    for text in sorted(set(found)):
        yield Paragraph(f"Repris de\u00a0: {text}.", "note")


def _section_body(filled: FilledForm, questions: tuple[Question, ...]) -> Iterator[Block]:
    return _body(filled, [Place(question, question.name) for question in questions])


def _body(filled: FilledForm, places: Sequence[Place], level: int = 3) -> Iterator[Block]:
    """What is said of these questions, without the notes that announce only questions left unanswered.

    Where nothing at all is answered, notes are all that there is to say: they stay. ``level`` is that of titles there.
    """
    rows = {name for place in places for name in place.question.rows}
    asked = (place for place in places if place.path in filled.relevant and place.path not in rows)
    said = [(place.question, tuple(_said(filled, place, level))) for place in asked]
    whole = filled.form.paper.layout == CHARTER or _all_unanswered(said)
    for rank, (question, blocks) in enumerate(said, start=1):
        if whole or question.kind.name != "note" or not _all_unanswered(said[rank:]):
            yield from blocks


def _asks(question: Question) -> bool:
    return question.kind.answered or question.is_repeat or question.is_grid


def _all_unanswered(following: Sequence[tuple[Question, tuple[Block, ...]]]) -> bool:
    asked = [blocks for question, blocks in following if _asks(question)]
    return bool(asked) and not any(asked)


def _said(filled: FilledForm, place: Place, level: int) -> Iterator[Block]:
    if place.question.is_grid:
        return _grid(filled, place.question)
    return _cards(filled, place, level) if place.question.is_repeat else _reply(filled, place)


def _grid(filled: FilledForm, grid: Question) -> Iterator[Block]:
    table = grid_table(filled, grid)
    if table:
        yield table
    for name in grid.rows:
        yield from _remarks(filled, name)


def _cards(filled: FilledForm, repeat: Place, level: int) -> Iterator[Block]:
    """The items of a repeat, each under its title, which is one deeper than that of the repeat."""
    keys = filled.keys(repeat.path)
    if not keys:
        return
    yield heading(level, filled.wording.say(repeat.question.label, repeat.group, repeat.key))
    yield from _remarks(filled, repeat.path)
    table = repeat_table(filled, repeat) if repeat.question.is_table else None
    if table:
        yield table
        for place in filled.item_places(repeat):
            yield from _remarks(filled, place.path)
        return
    for rank, key in enumerate(keys, start=1):
        title = filled.wording.item_title(repeat.path, key, rank)
        yield _card(title, tuple(_body(filled, tuple(repeat.inside(key)), level + 2)))


def heading(level: int, text: str) -> Heading:
    """A title inside the body, never deeper than there are levels."""
    return Heading(LEVELS[min(level, len(LEVELS)) - 1], text)


def _card(title: str, blocks: tuple[Block, ...]) -> Card:
    """An item under its title, without a first answer that only says the title again."""
    says_again = blocks and isinstance(blocks[0], Reply) and blocks[0].lines == (title,) and not blocks[0].remark
    return Card(title, blocks[1:] if says_again and len(blocks) > 1 else blocks)


def _reply(filled: FilledForm, place: Place) -> Iterator[Block]:
    question = place.question
    label = filled.wording.say(question.label, place.group, place.key)
    if question.kind.name == "note":
        if question.appearance == SIGNPOST:
            return
        yield Paragraph(label, "body" if filled.form.paper.layout == CHARTER else "note")
        return
    if question.appearance == "hidden":
        return
    lines = filled.wording.shown(place.path)
    if not lines:
        return
    if question.kind.name == "acknowledge":
        yield clause(label, filled.wording.say(question.tick, place.group, place.key), ticked=True)
        yield from _remarks(filled, place.path)
        return
    why = remark(filled, place.path)
    if _is_long(lines):
        yield Reply(label, lines, "below", entries=_are_entries(question, lines), remark=why)
    else:
        yield Reply(label, lines, entries=_are_entries(question, lines), remark=why)


def remark(filled: FilledForm, path: str) -> str:
    """Why the answer at a path was kept although it is odd; empty where nothing is said."""
    reason = filled.context.reasons.get(path)
    return kept_because(reason) if reason else ""


def kept_because(reason: Reason) -> str:
    """« Maintenu : trois services (Nadia Lemoine) »."""
    return f"Maintenu\u00a0: {reason.text} ({reason.by})"


def clause(label: str, tick: str, *, ticked: bool) -> Clause:
    """A box to tick: the label is the text, and what is confirmed stands beside the box; alone, it is both."""
    return Clause(label if tick else "", tick or label, ticked)


def _remarks(filled: FilledForm, path: str) -> Iterator[Block]:
    said = remark(filled, path)
    if said:
        yield Paragraph(said, "note")


def _are_entries(question: Question, lines: tuple[str, ...]) -> bool:
    return question.kind.name == "select_multiple" and len(lines) > 1


def _is_long(lines: tuple[str, ...]) -> bool:
    return any(len(line) > _LONG for line in lines)
