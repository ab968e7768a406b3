"""How one reader has the questions of a page said: in easier words, with the words of the lexicon explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from questionnaire.filling import FilledForm, parse_path
from questionnaire.spec import Lexicon
from questionnaire.spec.lexicon import Term
from questionnaire.spec.model import Easy, Section
from questionnaire.web.presenting.questions import Block
from questionnaire.web.screens import ItemView, QuestionView, RepeatView, TermView

View = TypeVar("View", QuestionView, RepeatView)

TO_VALIDATE = "Version facile, à faire valider"


@dataclass(frozen=True, slots=True)
class Manner:
    """``easy`` where the reader asked for it; ``lexicon`` where the form explains its words."""

    easy: bool = False
    lexicon: Lexicon | None = None


PLAIN = Manner()


def said(filled: FilledForm, section: Section, blocks: tuple[Block, ...], manner: Manner) -> tuple[Block, ...]:
    """The blocks of a section's page in that manner."""
    if manner.easy:
        blocks = tuple(_eased(filled, block) for block in blocks)
    if manner.lexicon is None:
        return blocks
    known = {term.id for term in _heading_terms(filled, section, manner, manner.lexicon)}
    return _explained(blocks, manner.lexicon, known)


def heading(filled: FilledForm, section: Section, manner: Manner) -> tuple[str, str]:
    """The title of a section's page and what stands under it, in that manner; the second may be empty."""
    say, easy = filled.wording.say, section.easy
    if easy is not None and manner.easy:
        return say(easy.label), say(easy.hint)
    return say(section.title), say(section.description)


def heading_terms(filled: FilledForm, section: Section, manner: Manner) -> tuple[TermView, ...]:
    """The terms that the title of a page, or what stands under it, uses."""
    if manner.lexicon is None:
        return ()
    return tuple(map(_shown, _heading_terms(filled, section, manner, manner.lexicon)))


def _heading_terms(filled: FilledForm, section: Section, manner: Manner, lexicon: Lexicon) -> Iterable[Term]:
    return dict.fromkeys(term for text in heading(filled, section, manner) if text for term in lexicon.find(text))


def offers_easy(section: Section) -> bool:
    """Whether easier words were written for something on a page."""
    inside = (child for question in section.questions for child in question.whole())
    return section.easy is not None or any(question.easy for question in inside)


def note_of(easy: Easy) -> str:
    """Who has approved the easier words, or that somebody has to."""
    return f"Version facile, validée par\u00a0: {easy.validated_by}" if easy.validated_by else TO_VALIDATE


def _eased(filled: FilledForm, block: Block) -> Block:
    if isinstance(block, QuestionView):
        return _question(filled, block)
    items = (replace(item, questions=tuple(_eased(filled, each) for each in item.questions)) for item in block.items)
    return _with_easy(filled, replace(block, items=tuple(items)))


def _with_easy(filled: FilledForm, view: View) -> View:
    """The easier words in front, the official ones beside; a text without easier words stays as it is."""
    place = parse_path(view.path)
    easy = filled.form.questions[place.question].easy
    if easy is None or not view.shown:
        return view
    say, group, key = filled.wording.say, place.group, place.key
    example = say(easy.example, group, key)
    hint = " ".join(filter(None, (say(easy.hint, group, key), example and f"Par exemple\u00a0: {example}")))
    return replace(
        view,
        label=say(easy.label, group, key),
        hint=hint,
        official=tuple(filter(None, (view.label, view.hint))),
        easy_note=note_of(easy),
    )


def _question(filled: FilledForm, view: QuestionView) -> QuestionView:
    """The same of a question, whose control is described by its hint as long as there is one."""
    eased = _with_easy(filled, view)
    hint = f"{view.id}-hint"
    ids = [each for each in view.described_by.split() if each != hint]
    return replace(eased, described_by=" ".join([hint] * bool(eased.hint) + ids))


def _explained(blocks: Sequence[Block], lexicon: Lexicon, known: set[str]) -> tuple[Block, ...]:
    """The first question of the page that uses a term explains it, unless it is ``known`` by its id."""
    explained: list[Block] = []
    for block in blocks:
        if isinstance(block, RepeatView):
            repeat = _with_terms(block, lexicon, known)
            items = tuple(_item_explained(item, lexicon, known) for item in repeat.items)
            explained.append(repeat if items == repeat.items else replace(repeat, items=items))
        else:
            explained.append(_with_terms(block, lexicon, known))
    return tuple(explained)


def _item_explained(item: ItemView, lexicon: Lexicon, known: set[str]) -> ItemView:
    questions = _explained(item.questions, lexicon, known)
    return item if questions == item.questions else replace(item, questions=questions)


def _with_terms(view: View, lexicon: Lexicon, known: set[str]) -> View:
    """The view with the terms that it is the first to use; most views use none, and stay as they are."""
    terms = _new(view, lexicon, known)
    return replace(view, terms=terms) if terms else view


def _new(view: QuestionView | RepeatView, lexicon: Lexicon, known: set[str]) -> tuple[TermView, ...]:
    """The terms that a question is the first to use."""
    if not view.shown:
        return ()
    found = dict.fromkeys(term for text in _texts(view) for term in lexicon.find(text) if term.id not in known)
    known.update(term.id for term in found)
    return tuple(map(_shown, found))


def _shown(term: Term) -> TermView:
    return TermView(term.term, term.definition)


def _texts(view: QuestionView | RepeatView) -> Iterable[str]:
    return filter(None, (view.label, view.hint, *view.official))
