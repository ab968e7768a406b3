"""From items to pages: a group is a page, a large one is several, loose questions make their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from questionnaire.interchange.fhir.asking import Asker, outside
from questionnaire.interchange.fhir.conditions import joined
from questionnaire.interchange.fhir.desk import Desk
from questionnaire.interchange.fhir.items import Item
from questionnaire.interchange.fhir.texts import hint_of, label_of
from questionnaire.interchange.fhir.urls import KIND
from questionnaire.interchange.names import sound_name
from questionnaire.interchange.sharing import MOST_QUESTIONS, shares
from questionnaire.spec.declared import QuestionSpec, SectionSpec
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.outline import astray

_FIRST, _NEXT = "Pour commencer", "Suite"
SECTION = "section"
"""What a group written by us says of itself, where it is a page."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Items of one page, the group that they make, and the conditions around."""

    items: tuple[Item, ...]
    group: Item | None
    around: tuple[Scalar, ...]


def pages(desk: Desk) -> tuple[SectionSpec, ...]:
    """The sections of a form, in the order of its items."""
    items, asker = desk.questionnaire.items, Asker(desk)
    made: list[SectionSpec] = []
    for part in _parts(items, (), asker, desk):
        questions = tuple(asker.questions(part.items))
        if questions:
            made.extend(_sections(part, questions, asker, desk, first=not made))
    return tuple(made)


def _parts(items: Sequence[Item], around: tuple[Scalar, ...], asker: Asker, desk: Desk) -> Iterator[_Part]:
    for is_page, found in groupby(items, key=lambda item: _is_page(item, asker)):
        if not is_page:
            yield _Part(tuple(found), None, around)
            continue
        for group in found:
            asker.name_the_rest(group)
            own = asker.condition(group)
            inner = (*around, own) if own is not None else around
            if _is_large(group):
                message = "un groupe trop long pour une page : ses groupes sont des pages, il n’est plus le leur."
                desk.remarks.warn_at(group.place("type"), message)
                yield from _parts(group.items, inner, asker, desk)
            else:
                yield _Part(group.items, group, inner)


def _is_page(item: Item, asker: Asker) -> bool:
    if is_section(item):
        return True
    return item.type == "group" and not item.repeats and not asker.is_grid(item)


def is_section(item: Item) -> bool:
    """Whether an item is a page that we wrote."""
    said = item.value(KIND)
    return said is not None and said.raw == SECTION


def _is_large(group: Item) -> bool:
    if is_section(group):
        return False
    asked = sum(item.type not in {"group", "display"} for item in group.walk())
    return asked > MOST_QUESTIONS and any(item.type == "group" and not item.repeats for item in group.items)


def _sections(
    part: _Part, questions: tuple[QuestionSpec, ...], asker: Asker, desk: Desk, *, first: bool
) -> Iterator[SectionSpec]:
    """One page, or as many as a long row of questions needs."""
    group, head = part.group, part.group or part.items[0]
    title = label_of(group, desk) if group else head.scalar(_FIRST if first else _NEXT, "title")
    name = desk.names.of(group) if group else desk.names.fresh(sound_name(title.text.lower(), "partie"))
    own: dict[str, Any] = asker.more(group, SECTION) if group else {}
    found = [questions] if group is not None and is_section(group) else list(shares(questions))
    if len(found) > 1:
        message = f"{len(questions)} questions à la suite : elles sont mises sur {len(found)} pages."
        desk.remarks.warn_at(head.place("title"), message)
    for number, share in enumerate(found, start=1):
        values: dict[str, Any] = {
            "description": hint_of(group, desk) if group and number == 1 else None,
            "relevant": joined(list(part.around)),
        }
        if group and number == 1:
            values |= outside(group, name, desk)
        yield SectionSpec(
            place=head.place("title"),
            name=head.scalar(name if number == 1 else desk.names.fresh(name), "name"),
            title=title if len(found) == 1 else Scalar(f"{title.text} ({number}/{len(found)})", title.place),
            questions=_headed(tuple(share)),
            **(values | own),
        )


def _headed(questions: tuple[QuestionSpec, ...]) -> tuple[QuestionSpec, ...]:
    """The questions of one page: their heading may stand on the page before."""
    alone = {question.name.text for question in astray(questions)}
    return tuple(replace(each, under=None) if each.name.text in alone else each for each in questions)
