"""From a filled form to blocks: what the document says of each answer, in page order."""

from collections.abc import Iterator

from questionnaire.content.blocks import Block, Card, Heading, Paragraph, Reply
from questionnaire.filling import FilledForm, Place, leaf_path
from questionnaire.spec.model import Question

_LONG = 70
"""Characters beyond which an answer stands under its question rather than beside it."""


def describe(filled: FilledForm) -> tuple[Block, ...]:
    """Every section on the path, with the questions answered; unanswered optional questions are left out."""
    blocks: list[Block] = []
    for section in filled.sections():
        body = tuple(_section_body(filled, section.questions))
        if body:
            blocks.append(Heading(2, filled.wording.say(section.title)))
            blocks.extend(body)
    return tuple(blocks)


def _section_body(filled: FilledForm, questions: tuple[Question, ...]) -> Iterator[Block]:
    for question in questions:
        if question.name not in filled.relevant:
            continue
        if question.is_repeat:
            yield from _cards(filled, question)
        else:
            yield from _reply(filled, Place(question, question.name))


def _cards(filled: FilledForm, repeat: Question) -> Iterator[Block]:
    keys = filled.keys(repeat.name)
    if not keys:
        return
    yield Heading(3, filled.wording.say(repeat.label))
    for rank, key in enumerate(keys, start=1):
        places = (Place(child, leaf_path(repeat.name, key, child.name), key) for child in repeat.questions)
        replies = (block for place in places if place.path in filled.relevant for block in _reply(filled, place))
        yield Card(filled.wording.item_title(repeat, key, rank), tuple(replies))


def _reply(filled: FilledForm, place: Place) -> Iterator[Block]:
    question = place.question
    label = filled.wording.say(question.label, question.group, place.key)
    if question.kind.name == "note":
        yield Paragraph(label, "note")
        return
    if question.appearance == "hidden":
        return
    lines = filled.wording.shown(place.path)
    if lines:
        yield Reply(label, lines, "below" if _is_long(lines) else "beside")


def _is_long(lines: tuple[str, ...]) -> bool:
    return any(len(line) > _LONG for line in lines)
