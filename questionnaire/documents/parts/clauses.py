"""What a person confirmed: the whole text, then the box that was ticked."""

from questionnaire.content.blocks import Clause
from questionnaire.documents.looks import Look
from questionnaire.documents.palette import TICK
from questionnaire.documents.parts.boxes import box_strips
from questionnaire.documents.strips import Column, Strip, held, kept, space, text_strips
from questionnaire.documents.tagging import Node
from questionnaire.documents.words import Words


def clause_strips(parent: Node, clause: Clause, words: Words, look: Look, column: Column) -> list[Strip]:
    """On one page as far as it can hold them; a box alone where it says all."""
    whole = parent.add("Div")
    text: list[Strip] = []
    if clause.text:
        text = [*kept(text_strips(whole.add("P"), clause.text, look.body, column), with_next=True), Strip(3, keep=True)]
    item = whole.add("L", attributes={"O": "/List", "ListNumbering": "/None"}).add("LI")
    box = box_strips(item, clause.tick, TICK, words, column, ticked=clause.ticked)
    return [space(look.air, keep=True), *held([*text, *box]), space(look.air + 4)]
