"""Expressions of an XLSForm in our language: names that changed, paths through groups, choices renamed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

from questionnaire.expressions import ParseError
from questionnaire.expressions.axes import ANY_NODE, Axis
from questionnaire.expressions.parser import read_tree
from questionnaire.expressions.tree import Call, Column, Operation, Parent, Reference, Step, Text, Tree, along
from questionnaire.interchange.trees import both, with_parts, written
from questionnaire.interchange.xlsform.cells import cell_at
from questionnaire.interchange.xlsform.naming import Names
from questionnaire.interchange.xlsform.pathing import target
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.structure import Node
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import OTHER

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
_MARK = re.compile(r"\$\{\s*(?P<name>[^{}\s]+)\s*\}")
_OTHER = "other"
"""What ODK calls the choice that ``or_other`` adds."""

_UNSEEN = "n’a pas de réponse ici"


class Unreadable(Exception):
    """An expression that cannot be kept: ``message`` and ``remedy`` tell why."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


read_once = lru_cache(maxsize=4096)(read_tree)
"""Forms say the same condition of many questions."""


@dataclass(frozen=True, slots=True)
class ListWords:
    """How a list is spoken of in a filter: its ``columns`` as renamed; those ``joined`` hold several values."""

    columns: Mapping[str, str] = field(default_factory=dict)
    joined: frozenset[str] = frozenset()


@dataclass(slots=True)
class Rewriter:
    """Rewrites what rules and texts say of questions; ``choices`` are the names of choices that changed."""

    names: Names
    remarks: Remarks
    choices: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)

    def rule(self, cell: Scalar, origin: Node, done: str, words: ListWords | None = None) -> Scalar | None:
        """The rule of a cell; None where it cannot be kept, which is said with what was ``done`` instead."""
        tree = self.tree(cell, origin, done, words)
        return None if tree is None else Scalar(written(tree), cell.place)

    def tree(self, cell: Scalar, origin: Node, done: str, words: ListWords | None = None) -> Tree | None:
        """The same as a tree."""
        source = cell.text.translate(_QUOTES)
        if "last-saved#" in source:
            message = "la réponse du formulaire rempli avant (last-saved) n’est pas connue ici."
            self.remarks.warn(cell_at(cell.place), f"{message} {done}")
            return None
        try:
            return self._changed(read_once(source), _Around(origin, words, inside=words is not None))
        except ParseError as error:
            message = f"{error.message.rstrip('.')} (caractère {error.position + 1}). {done}"
            self.remarks.warn(cell_at(cell.place), message, error.remedy)
        except Unreadable as error:
            self.remarks.warn(cell_at(cell.place), f"{error.message} {done}", error.remedy)
        return None

    def all_of(self, rules: list[Scalar]) -> Scalar | None:
        """One rule out of several, already rewritten, that must all hold; it stands where the last of them does."""
        if len(rules) < 2:  # noqa: PLR2004  # one, or none
            return rules[0] if rules else None
        texts = dict.fromkeys(rule.text for rule in rules)
        return Scalar(written(both(*map(read_once, texts))), rules[-1].place)

    def text(self, cell: Scalar, origin: Node | None) -> Scalar:
        """A text people read, its ``${name}`` renamed; one that has no answer becomes « … »."""

        def piped(mark: re.Match[str]) -> str:
            try:
                return f"${{{self._name(mark['name'], origin)}}}"
            except Unreadable as error:
                self.remarks.warn(cell_at(cell.place), f"{error.message} « … » en tient lieu.", error.remedy)
                return "…"

        return Scalar(_MARK.sub(piped, cell.text), cell.place)

    def _changed(self, tree: Tree, around: "_Around") -> Tree:
        """The tree with plain paths said by name, the outermost first, then all that was renamed."""
        node = target(tree, around.origin, inside=around.inside)
        if node is not None:
            return self._at(node, tree, around)
        changed = with_parts(
            tree,
            lambda part: self._changed(part, around),
            lambda part: self._changed(part, replace(around, inside=True)),
        )
        return self._own(changed, around)

    def _at(self, node: Node, tree: Tree, around: "_Around") -> Tree:
        """What a plain path leads to."""
        repeats = [block for block in around.origin.around() if block.is_repeat]
        if node in repeats:
            return _upwards(repeats.index(node), inside=around.inside)
        if not node.is_block or node.is_repeat:
            return Reference(self._named(node))
        if node.parent is None:
            return tree
        raise Unreadable(f"la règle lit le groupe « {node.name} », qui {_UNSEEN}.")

    def _own(self, tree: Tree, around: "_Around") -> Tree:
        words = around.words
        match tree:
            case Reference(name):
                return Reference(self._name(name, around.origin))
            case Text(value, position):
                return Text(self._literal(value, around.origin), position)
            case Column(name, position) if words is not None:
                return Column(words.columns.get(name, name), position)
            case Call("selected", (Reference(name) as of, Text(value))) if self._is_other(name, value):
                return Call("selected", (of, Text(OTHER)))
            case Operation(operator, (Reference(name) as of, Text(value))) if self._is_other(name, value):
                return Operation(operator, (of, Text(OTHER)))
            case Operation("=", (left, right)) if words is not None and words.joined:
                return _among(left, right, words.joined) or tree
            case Call("instance" | "pulldata" as function, (Text(name), *rest), position) if name in self.lists:
                return Call(function, (Text(self.lists[name]), *rest), position)
            case _:
                return tree

    def _is_other(self, name: str, value: str) -> bool:
        """Whether ``value`` is what ODK calls « autre », in a question that adds that choice."""
        return value == _OTHER and name in self.names.others

    def _name(self, word: str, origin: Node | None) -> str:
        node = self.names.meant(word, origin)
        if node is None:
            companion = self.names.companion(word)
            if companion is not None:
                return f"{self.names.of(companion)}_{OTHER}"
            near = get_close_matches(word, self.names.words(), n=1)
            remedy = f"Vouliez-vous dire ${{{near[0]}}} ?" if near else "Corrigez le nom entre accolades."
            raise Unreadable(f"aucune question ne s’appelle « {word} ».", remedy)
        return self._named(node)

    def _named(self, node: Node) -> str:
        if node.is_block and "for_each:" in node.row.text("yaml"):
            return node.name  # a page of our own, asked once for each item, which rules may count
        if node.type.name == "note" or (node.is_block and not node.is_repeat):
            raise Unreadable(f"« {node.name} » est un texte ou un groupe, qui {_UNSEEN}.")
        return self.names.of(node)

    def _literal(self, value: str, origin: Node) -> str:
        """A text between quotes: a choice that was renamed, or the name of a question for jr:choice-name()."""
        mark = _MARK.fullmatch(value)
        if mark:
            return f"${{{self._name(mark['name'], origin)}}}"
        return self.choices.get(value, value)


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a part of a rule is read: from which question, of which list; ``inside`` brackets, `.` is not its own."""

    origin: Node
    words: ListWords | None
    inside: bool


def _upwards(count: int, *, inside: bool) -> Tree:
    """The path from a question to the item that holds it, and past as many repeats: ``..``, ``../..``."""
    up = Step(Axis.PARENT, ANY_NODE)
    if inside:
        return along(Call("current", ()), (up,) * (count + 1))
    return along(Parent(), (up,) * count) if count else Parent()


def _among(left: Tree, right: Tree, joined: frozenset[str]) -> Tree | None:
    """``column = value`` where the column holds several values."""
    if isinstance(left, Column) and left.name in joined:
        return Call("selected", (left, right))
    if isinstance(right, Column) and right.name in joined:
        return Call("selected", (right, left))
    return None
