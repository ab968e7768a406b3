"""A document laid out: title, sections of questions and answers, last page of signatures and identity."""

from questionnaire.content.blocks import Content
from questionnaire.documents.looks import look_of
from questionnaire.documents.pages import Page, paginate
from questionnaire.documents.palette import MARGIN, PAGE_WIDTH
from questionnaire.documents.parts.body import Body
from questionnaire.documents.parts.identity import identity
from questionnaire.documents.parts.margins import Margins, margins_of
from questionnaire.documents.parts.opening import opening
from questionnaire.documents.parts.signatures import signature_page
from questionnaire.documents.parts.trail import trail
from questionnaire.documents.parts.verification import verification
from questionnaire.documents.strips import Column, Strip, held
from questionnaire.documents.tagging import Node, Pen
from questionnaire.documents.words import Words, words_for

_COLUMN = Column(MARGIN, PAGE_WIDTH - 2 * MARGIN)


def lay_out(content: Content, pen: Pen) -> Node:
    """Draw every page with ``pen``; gives the structure, whose root is the element Document."""
    root = Node("Document")
    head = root.add("Div")
    margins = margins_of(content, words_for(content.language))
    pages = paginate(_strips(root, content), margins.body_height(1), margins.body_height(2))
    foot = root.add("Div")
    for number, page in enumerate(pages):
        margins.draw_head(pen, "Header" if number else head, first=number == 0)
        _draw_body(pen, page, margins)
        margins.draw_foot(pen, "Footer" if number else foot, number + 1, len(pages))
        pen.end_page()
    return root


def _strips(root: Node, content: Content) -> list[Strip]:
    words = words_for(content.language)
    look = look_of(content.layout)
    strips = [*opening(root, content, look, _COLUMN), *Body(root, words, look).strips(content.blocks, _COLUMN)]
    strips += trail(root, content, words, _COLUMN)
    return strips + held(_proof(root, content, words))


def _proof(root: Node, content: Content, words: Words) -> list[Strip]:
    """Who signs, what the document is, how to verify it: together at the end, on a page of their own if need be."""
    strips: list[Strip] = []
    if content.signatures:
        strips += signature_page(root, content.signature_level, content.signatures, words, _COLUMN)
    strips += identity(root, content, words, _COLUMN, 3 if content.signatures else 2)
    if content.verify_url:
        strips += verification(root, content.verify_url, content, words, _COLUMN)
    return strips


def _draw_body(pen: Pen, page: Page, margins: Margins) -> None:
    for strip, offset in page.placed:
        for mark in strip.marks:
            with pen.on(mark.target):
                mark.paint(pen, margins.body_top - offset)
