"""Labels that are too long to be read at once, and texts that are too hard."""

from questionnaire.spec.advice.counting import words
from questionnaire.spec.advice.details import HARD_TEXT, LONG_LABEL
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.passages import Passage
from questionnaire.spec.advice.readability import ease

MOST_WORDS = 20
"""In a label; those of a note, of a box to tick and of a consent are texts, not labels."""

ENOUGH_WORDS = 40
"""Below, the formula of reading ease says little of one text."""

HARD = 30
"""Below, Flesch's scale says « very hard »."""

_TEXTS = frozenset({"note", "acknowledge", "consent"})


def look_at_length(passage: Passage, gathering: Gathering) -> None:
    """Advise against a label of more than 20 words."""
    count = len(words(passage.read))
    if passage.key == "label" and passage.kind not in _TEXTS and count > MOST_WORDS:
        gathering.add(LONG_LABEL, passage.of, passage.scalar.place, count=count, most=MOST_WORDS)


def look_at_ease(passage: Passage, gathering: Gathering) -> None:
    """Advise against a text of 40 words or more that is very hard to read."""
    found = ease([passage.read])
    if found.words >= ENOUGH_WORDS and found.score < HARD:
        gathering.add(HARD_TEXT, passage.of, passage.scalar.place, score=found.score, count=found.words)
