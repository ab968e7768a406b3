"""The top of the first page: what kind of document, its title, and the mentions that nobody may miss."""

from questionnaire.content.blocks import Content
from questionnaire.documents.palette import ANSWER, INK, KICKER, TITLE
from questionnaire.documents.parts.cards import frame
from questionnaire.documents.strips import Column, Strip, kept, space, text_strips
from questionnaire.documents.tagging import Node


def opening(root: Node, content: Content, column: Column) -> list[Strip]:
    """Kind of document, title, framed mentions."""
    strips: list[Strip] = []
    if content.form_title != content.title:
        strips.extend(kept(text_strips(root.add("P"), content.form_title, KICKER, column), with_next=True))
        strips.append(Strip(2, keep=True))
    strips.extend(kept(text_strips(root.add("H1"), content.title, TITLE, column), with_next=True))
    strips.append(space(6))
    if content.mentions:
        strips.extend((space(4), *_mentions(root, content.mentions, column), space(6)))
    return strips


def _mentions(root: Node, mentions: tuple[str, ...], column: Column) -> list[Strip]:
    inner = column.inset(14)
    lines = [strip for mention in mentions for strip in text_strips(root.add("P"), mention, ANSWER, inner)]
    return frame(lines, column, colour=INK, weight=1, padding=8)
