"""The top of the first page: what kind of document, its title, and the mentions that nobody may miss."""

from questionnaire.content.blocks import Content
from questionnaire.documents.lines import Span, wrap
from questionnaire.documents.looks import Look
from questionnaire.documents.palette import ATTENTION, KICKER, MENTION
from questionnaire.documents.parts.cards import frame
from questionnaire.documents.parts.ornament import ornament
from questionnaire.documents.strips import Column, Strip, kept, space, text_strips
from questionnaire.documents.tagging import Node

_PADDING = 14.0


def opening(root: Node, content: Content, look: Look, column: Column) -> list[Strip]:
    """Kind of document, title, framed mentions."""
    narrow = Column(column.left, column.width - look.title_room)
    strips = [ornament()] if look.ornament else []
    if content.form_title != content.title:
        strips.extend(kept(text_strips(root.add("P"), content.form_title, KICKER, narrow), with_next=True))
        strips.append(Strip(2, keep=True))
    strips.extend(kept(text_strips(root.add("H1"), content.title, look.title, narrow), with_next=True))
    strips.append(space(6))
    if content.mentions:
        strips.extend((space(4), *_mentions(root, content.mentions, column), space(6)))
    return strips


def _mentions(root: Node, mentions: tuple[str, ...], column: Column) -> list[Strip]:
    """In a frame no wider than its longest line."""
    inner = column.inset(_PADDING)
    lines = [line for mention in mentions for line in wrap([Span(mention, MENTION.weight)], MENTION.size, inner.width)]
    fitted = Column(column.left, max(line.width for line in lines) + 2 * _PADDING)
    strips = [strip for mention in mentions for strip in text_strips(root.add("P"), mention, MENTION, inner)]
    return frame(strips, fitted, colour=ATTENTION, weight=1.25, padding=6)
