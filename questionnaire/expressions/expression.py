"""An expression read once and evaluated often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from questionnaire.expressions.compiling import compiled
from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions import LIBRARY, Function
from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.printing import unparse
from questionnaire.expressions.scope import Atom, Evaluate, Scope, Value
from questionnaire.expressions.tree import Call, Parent, Reference, Self, Tree, walk
from questionnaire.expressions.values import atom_of, boolean_of, number_of, text_of


@dataclass(frozen=True, slots=True)
class Expression:
    """A text of the language, its tree, and what it reads. Equal when the trees are.

    Every evaluation raises EvaluationError, and nothing else, when the answers do not allow a result.
    """

    source: str = field(compare=False)
    tree: Tree
    references: frozenset[str]
    """The answers that it reads: those that `${name}` names and, once checked in a form, those that its paths reach."""

    uses_self: bool
    """Whether it reads `.` or `..`."""

    uses_form: bool
    """Whether it calls a function that reads the whole form."""

    uses_clock: bool
    """Whether its result tells when it was evaluated."""

    _run: Evaluate = field(repr=False, compare=False)

    def __str__(self) -> str:
        """Return the canonical text."""
        return unparse(self.tree)

    def evaluate(self, scope: Scope) -> Value:
        """Return the result as it is: an atom, or the nodes of a reference."""
        try:
            return self._run(scope)
        except (ArithmeticError, RecursionError, ValueError) as error:
            raise EvaluationError(f"L’expression n’a pas pu être calculée : {error}.") from error

    def atom(self, scope: Scope) -> Atom:
        """Return one typed value: of nodes, the value of the first, blank when there is none."""
        return atom_of(self.evaluate(scope))

    def boolean(self, scope: Scope) -> bool:
        """Return the result as a truth."""
        return boolean_of(self.evaluate(scope))

    def number(self, scope: Scope) -> float:
        """Return the result as a number, NaN when it is none."""
        return number_of(self.evaluate(scope), scope.zone)

    def text(self, scope: Scope) -> str:
        """Return the result as text."""
        return text_of(self.evaluate(scope))


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read an expression; raise ParseError for what is wrong.

    Names and functions are not looked up here: see `check`.
    """
    tree = read_tree(text)
    nodes = [node for node, _ in walk(tree)]
    references = frozenset(node.name for node in nodes if isinstance(node, Reference))
    return Expression(
        text,
        tree,
        references,
        any(map(_reads_self, nodes)),
        any(_calls(node, lambda function: function.of_form) for node in nodes),
        any(_calls(node, lambda function: function.of_clock) for node in nodes),
        compiled(tree),
    )


def _reads_self(tree: Tree) -> bool:
    if isinstance(tree, Call) and not tree.arguments:
        return tree.function in LIBRARY and LIBRARY[tree.function].of_self
    return isinstance(tree, Self | Parent)


def _calls(tree: Tree, of: Callable[[Function], bool]) -> bool:
    return isinstance(tree, Call) and tree.function in LIBRARY and of(LIBRARY[tree.function])
