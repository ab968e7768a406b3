"""The values about which the rules of a form turn: those that it compares with the answers of each question."""

from collections.abc import Iterator, Mapping

from questionnaire.expressions import Expression
from questionnaire.expressions.tree import Call, Kept, Number, Operation, Reference, Self, Text, Tree, parts, walk
from questionnaire.spec.model import Form, Question

COMPARED = frozenset({"=", "!=", "<", "<=", ">", ">="})
Literal = str | float


def literals_of(form: Form) -> Mapping[str, tuple[Literal, ...]]:
    """By question, the texts and numbers beside which any rule puts its answer, each once."""
    found: dict[str, dict[Literal, None]] = {}
    for question, rule in _rules(form):
        for name, value in _compared(rule.tree, question):
            found.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in found.items()}


def _rules(form: Form) -> Iterator[tuple[str, Expression]]:
    for section in form.sections:
        yield from ((section.name, rule) for rule in (section.relevant,) if rule is not None)
    for question in form.questions.values():
        yield from ((question.name, rule) for rule in _own(question))
    yield from ((step.name, step.relevant) for step in form.circuit if step.relevant is not None)


def _own(question: Question) -> Iterator[Expression]:
    rules = (
        question.relevant, question.required, question.constraint, question.warning, question.calculation,
        question.default, question.min, question.max, question.choice_filter,
    )  # fmt: skip
    return (rule for rule in rules if isinstance(rule, Expression))


def _compared(tree: Tree, own: str) -> Iterator[tuple[str, Literal]]:
    for node, _ in walk(tree):
        pair = _pair(node)
        if pair:
            names = [name for part in pair for name in _names(part, own)]
            values = [value for part in pair for value in _values(part)]
            yield from ((name, value) for name in names for value in values)


def _pair(node: Tree) -> tuple[Tree, ...]:
    """What stands side by side: in a comparison, or in a function that looks one up in the other."""
    if isinstance(node, Operation) and node.operator in COMPARED:
        return node.operands
    if isinstance(node, Call) and node.function in {"selected", "contains", "starts-with", "ends-with", "regex"}:
        return node.arguments
    return ()


def _names(tree: Tree, own: str) -> Iterator[str]:
    match tree:
        case Reference(name):
            yield name
        case Self():
            yield own
        case Operation() | Kept() | Call():
            for part in parts(tree):
                yield from _names(part, own)
        case _:
            return


def _values(tree: Tree) -> Iterator[Literal]:
    match tree:
        case Number(value) | Text(value):
            yield value
        case Call("date" | "number", (Text(value),)):
            yield value
        case _:
            return
