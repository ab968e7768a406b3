"""Where an expression may draw by chance: only in a value that is kept once drawn, so that everybody sees the same."""

from collections.abc import Iterator

from questionnaire.expressions import faults
from questionnaire.expressions.faults import Fault
from questionnaire.expressions.functions import LIBRARY
from questionnaire.expressions.functions.chance import KEEPS
from questionnaire.expressions.tree import Call, Tree, walk


def is_kept(tree: Tree) -> bool:
    """Whether the value of an expression is kept from the first time: it draws, or calls ``once()``."""
    return any(_draws(each) or each.function == KEEPS for each in _calls(tree))


def draws_by_chance(tree: Tree) -> bool:
    """Whether an expression calls any function of chance, wherever."""
    return any(map(_is_of_chance, _calls(tree)))


def misplaced(tree: Tree, *, kept: bool, reads: bool) -> Iterator[Fault]:
    """The draws of an expression that would give another result each time.

    ``kept`` tells whether what stands here may be kept at all, ``reads`` whether the expression reads answers: it is
    computed again when they change, and only ``once()`` says that the first value stands.
    """
    for call in _calls(tree):
        if not _is_of_chance(call):
            continue
        if not kept:
            yield faults.drawn_in_rule(call.function, call.position)
        elif call.function == KEEPS and call is not tree:
            yield faults.once_inside(call.position)
        elif _draws(call) and reads and not _is_once(tree):
            yield faults.drawn_again(call.function, call.position)


def _calls(tree: Tree) -> Iterator[Call]:
    return (each for each, _ in walk(tree) if isinstance(each, Call))


def _is_of_chance(call: Call) -> bool:
    return call.function in LIBRARY and LIBRARY[call.function].chance


def _draws(call: Call) -> bool:
    """Whether the call draws by itself: neither ``once()``, nor an order whose number is given."""
    ordered = call.function == "randomize" and len(call.arguments) > 1
    return _is_of_chance(call) and call.function != KEEPS and not ordered


def _is_once(tree: Tree) -> bool:
    return isinstance(tree, Call) and tree.function == KEEPS
