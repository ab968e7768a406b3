"""What changed among the options of a question."""

from collections.abc import Iterator, Sequence

from questionnaire.spec.differences.aspects import changes
from questionnaire.spec.differences.model import Change
from questionnaire.spec.differences.ordering import moved
from questionnaire.spec.differences.saying import words
from questionnaire.spec.model import Choice

OPTION, OPTION_ORDER = "choices", "choices_order"
"""Aspects of a list: an option as a whole, and its place among the others."""


def option_changes(before: Sequence[Choice], after: Sequence[Choice]) -> tuple[Change, ...]:
    """Options added, removed, said otherwise, moved; one is known by its name."""
    return tuple(_changes({each.name: each for each in before}, {each.name: each for each in after}))


def _changes(was: dict[str, Choice], now: dict[str, Choice]) -> Iterator[Change]:
    for name, choice in now.items():
        if name not in was:
            yield Change(OPTION, None, words(choice.label), name)
        else:
            for change in changes(was[name], choice):
                yield Change(change.aspect, change.before, change.after, name)
    for name, choice in was.items():
        if name not in now:
            yield Change(OPTION, words(choice.label), None, name)
    names = list(now)
    for name in moved(list(was), names):
        place = names.index(name)
        yield Change(OPTION_ORDER, None, words(now[names[place - 1]].label) if place else None, name)
