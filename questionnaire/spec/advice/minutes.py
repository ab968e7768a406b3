"""How long a form takes to fill: an estimate, from the words to read and the answers to give.

Reading: 180 words a minute, as somebody who reads to answer. Answering: the seconds of ``SECONDS`` for each kind. The
shortest time counts the questions that are always asked, the longest every question, each repeat with one item. These
figures are conventions of this product, to be corrected by trying the form with people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from questionnaire.spec.advice.counting import words
from questionnaire.spec.advice.details import MINUTES_MISSING, MINUTES_OFF, TIME_TO_FILL
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.codebook import said
from questionnaire.spec.model import Form, Question, Section
from questionnaire.spec.nodes import Place
from questionnaire.spec.texts import Text

WORDS_A_MINUTE = 180
SECONDS = {
    "acknowledge": 3, "yes_no": 3, "select_one": 4, "rating": 5, "consent": 10, "select_multiple": 8, "range": 6,
    "rank": 25, "integer": 8, "decimal": 8, "time": 8, "date": 10, "datetime": 15,
    "month": 8, "year": 6, "duration": 10, "date_range": 18, "tel": 12, "identifier": 20,
    "email": 15, "text": 15, "file": 60,
}  # fmt: skip
"""To decide and answer once the words are read; a text of several lines takes ``WRITING``."""

WRITING = 60
LOOKED_AT = 10
"""Choices of a list that are read, at most, before choosing: a longer list is searched."""

USUAL = 10
"""Of a kind that is not told above."""

MARGIN = 1.5
"""How far the announced minutes may stand from the estimate."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """``shortest`` and ``longest`` in whole minutes, at least one; what was counted for the longest."""

    shortest: int
    longest: int
    words: int
    answers: int
    open: int

    @property
    def span(self) -> str:
        """Both in words."""
        if self.longest > self.shortest:
            return f"{self.shortest} à {self.longest} minutes"
        return "1 minute" if self.longest == 1 else f"{self.longest} minutes"


def estimate(form: Form) -> Estimate:
    """How long the form takes."""
    always = [question for section in form.sections if section.relevant is None for question in _asked(section)]
    every = [question for section in form.sections for question in _all(section.questions)]
    parts = (text for section in form.sections for text in (section.title, section.description))
    head = _words(form.title, form.description, *parts)
    read = head + _read(every)
    return Estimate(
        shortest=_minutes(head + _read(always), always),
        longest=_minutes(read, every),
        words=read,
        answers=sum(1 for question in every if question.kind.answered),
        open=sum(1 for question in every if _is_open(question)),
    )


def look_at_minutes(form: Form, place: Place, gathering: Gathering) -> None:
    """Tell the estimate, and advise where the minutes that the form announces are far from it, or missing."""
    found = estimate(form)
    told = {"span": found.span, "longest": found.longest}
    gathering.add(TIME_TO_FILL, form.name, place, **told, words=found.words, answers=found.answers, open=found.open)
    if form.minutes is None:
        gathering.add(MINUTES_MISSING, form.name, place, **told)
    elif not found.shortest / MARGIN <= form.minutes <= found.longest * MARGIN:
        gathering.add(MINUTES_OFF, form.name, place, **told, minutes=form.minutes)


def _asked(section: Section) -> Iterable[Question]:
    """What is always asked there."""
    return _always(section.questions)


def _always(questions: tuple[Question, ...]) -> Iterable[Question]:
    for question in questions:
        if question.relevant is None:
            yield question
            yield from _always(question.questions)


def _all(questions: tuple[Question, ...]) -> Iterable[Question]:
    return (each for question in questions for each in question.whole())


def _read(questions: Iterable[Question]) -> int:
    """The words to read; those of a list once, however many questions share it, and of a long list its beginning."""
    shown = [each for each in questions if each.kind.name != "hidden" and each.appearance != "hidden"]
    lists = dict.fromkeys(each.choices[:LOOKED_AT] for each in shown)
    own = sum(_words(each.label, each.hint, each.tick) for each in shown)
    return own + sum(_words(choice.label) for choices in lists for choice in choices)


def _is_open(question: Question) -> bool:
    return question.kind.name == "text" and question.appearance == "multiline"


def _seconds(question: Question) -> int:
    if not question.kind.answered:
        return 0
    return WRITING if _is_open(question) else SECONDS.get(question.kind.name, USUAL)


def _minutes(read: int, questions: Iterable[Question]) -> int:
    return max(1, ceil((read * 60 / WORDS_A_MINUTE + sum(map(_seconds, questions))) / 60))


def _words(*texts: Text | None) -> int:
    return sum(len(words(said(text))) for text in texts if text is not None)
