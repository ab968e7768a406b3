"""What is drawn by chance while a form is filled: always the same for the same document and the same question."""

from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256

from questionnaire.expressions import Node
from questionnaire.filling.tree import AnswerNode
from questionnaire.spec.model import Choice
from questionnaire.spec.others import OTHER

_BYTES = 16


def drawing(seed: str) -> Callable[[Node], int]:
    """What draws for one computation: 128 bits for a place of the tree, others at its next call."""
    calls: Counter[str] = Counter()

    def draw(node: Node) -> int:
        path = node.path if isinstance(node, AnswerNode) else node.name
        calls[path] += 1
        return int.from_bytes(_drawn(seed, path, str(calls[path])))

    return draw


def mixed(choices: Iterable[Choice], seed: str, name: str) -> tuple[Choice, ...]:
    """Options in the order drawn for a question; what excludes the others, and « Autre », stay last.

    Two options stand in the same order whatever stands beside them. Without seed (a blank paper), as they were.
    """
    if not seed:
        return tuple(choices)

    def place(choice: Choice) -> tuple[bool, bool, bytes]:
        return choice.exclusive, choice.name == OTHER, _drawn(seed, name, choice.name)

    return tuple(sorted(choices, key=place))


def _drawn(*words: str) -> bytes:
    return sha256("\n".join(words).encode()).digest()[:_BYTES]
