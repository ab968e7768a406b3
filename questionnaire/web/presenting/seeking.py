"""Long lists on a page: which of their options stand there, by the words that somebody searched for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from questionnaire.access.roster import folded
from questionnaire.filling import FilledForm, Place
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.others import OTHER
from questionnaire.spec.texts import Text
from questionnaire.web.screens import SeekView

SHOWN = 50
"""Options found that one list shows; a longer list has a field to search in."""

WHOLE = 200
"""Options that a page still holds all together; of a longer list it has only those searched for."""

_KINDS = frozenset({"select_one", "select_multiple"})


@dataclass(frozen=True, slots=True)
class Sought:
    """The options of a question that stand on its page, and what is said of the search; None where there is none."""

    choices: tuple[Choice, ...]
    view: SeekView | None = None


def standing(filled: FilledForm, place: Place, kept: frozenset[str], sought: Mapping[str, str] | None) -> Sought:
    """What stands on the page of a place; ``sought`` are words by path, None where the page cannot search.

    The cells of a table have no room to search in: their lists stay whole.
    """
    question = place.question
    if not question.choices and question.source is None:
        return Sought(())
    choices = filled.choices(place)
    group = filled.form.questions.get(question.group or "")
    if sought is None or place.path in filled.read_only or (group is not None and group.is_table):
        return Sought(choices)
    return seek(question, choices, kept, sought.get(place.path), filled.wording.say)


def seek(
    question: Question, choices: tuple[Choice, ...], kept: frozenset[str], words: str | None, say: Callable[[Text], str]
) -> Sought:
    """What stands on the page of all the options of a question.

    ``kept`` are the names answered, which always stay; ``words`` what was searched for, None before any search.
    """
    if question.kind.name not in _KINDS or len(choices) <= SHOWN:
        return Sought(choices)
    large = len(choices) > WHOLE
    words = " ".join((words or "").split())
    if not words:
        first = tuple(choice for choice in choices if _stays(question, choice, kept))
        said = f"{len(choices)} réponses possibles\u00a0: cherchez la vôtre." if large else ""
        return Sought(first if large else choices, SeekView("", said, large))
    found = _found(choices, words, say)
    names = kept | {choice.name for choice in found[:SHOWN]}
    left = [choice for choice in choices if choice.name not in names and _stays(question, choice, kept)]
    # What was found comes first, the nearest at the top; what is answered already or is always offered follows.
    also = [choice for choice in choices if choice.name in kept and choice not in found[:SHOWN]]
    return Sought((*found[:SHOWN], *also, *left), SeekView(words, _said(len(found)), large))


def _stays(question: Question, choice: Choice, kept: frozenset[str]) -> bool:
    return choice.name in kept or choice.exclusive or (question.other and choice.name == OTHER)


def _found(choices: tuple[Choice, ...], words: str, say: Callable[[Text], str]) -> tuple[Choice, ...]:
    """The options with all the words, those that begin with them first; accents and capitals do not count."""
    typed = folded(words)
    labels = [(folded(say(choice.label)), choice) for choice in choices]
    matching = [(label, choice) for label, choice in labels if all(word in label for word in typed.split())]
    return tuple(choice for _, choice in sorted(matching, key=lambda each: not each[0].startswith(typed)))


def _said(count: int) -> str:
    if count > SHOWN:
        return f"Plus de {SHOWN} réponses possibles\u00a0: précisez."
    if count > 1:
        return f"{count} réponses possibles"
    return "1 réponse possible" if count else "Aucune réponse possible\u00a0: essayez un autre mot."
