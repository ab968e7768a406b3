"""Paths of an XLSForm, which walk its groups too, as our language says them: a question by its name."""

from questionnaire.expressions.axes import Axis
from questionnaire.expressions.tree import Call, Parent, Path, Root, Self, Step, Tree
from questionnaire.interchange.xlsform.structure import Node


def target(tree: Tree, origin: Node, *, inside: bool) -> Node | None:
    """The node to which a plain path leads from ``origin``; None for any other tree, or a path that leads nowhere.

    A plain path begins at ``/``, ``.``, ``..`` or ``current()`` and has steps to the parent and to children only.
    ``inside`` brackets, ``.`` and ``..`` are those of what is judged there, which is not known here.
    """
    match tree:
        case Path(Root(), (Step(Axis.CHILD, _, ()), *steps)):
            return _walk(_top(origin), tuple(steps))
        case Path(Call("current", ()), (Step(Axis.PARENT), *_) as steps):
            return _walk(origin, tuple(steps))
        case Path(Parent(), steps) if not inside:
            return _walk(origin.parent, steps)
        case Path(Self(), (Step(Axis.PARENT), *_) as steps) if not inside:
            return _walk(origin, tuple(steps))
        case Parent() if not inside:
            return origin.parent
        case _:
            return None


def _top(node: Node) -> Node:
    while node.parent is not None:
        node = node.parent
    return node


def _walk(node: Node | None, steps: tuple[Step, ...]) -> Node | None:
    for step in steps:
        if node is None or step.conditions:
            return None
        match step:
            case Step(Axis.PARENT):
                node = node.parent
            case Step(Axis.SELF):
                pass
            case Step(Axis.CHILD, name):
                node = next((child for child in node.children if child.name == name), None)
            case _:
                return None
    return node
