"""Conditions told to people: « Si vous avez répondu « Oui » à … » where the rule is that simple."""

from collections.abc import Callable
from dataclasses import dataclass

from questionnaire.expressions.expression import Expression
from questionnaire.expressions.tree import Call, Operation, Reference, Text, Tree
from questionnaire.spec import texts
from questionnaire.spec.kinds.ticks import TICKED
from questionnaire.spec.model import Choice, Form, Question

ANY = "Si cela vous concerne"
Say = Callable[[texts.Text | None], str]


@dataclass(frozen=True, slots=True)
class _Answered:
    """That the question ``name`` has one of these answers, or (``other``) another one than these."""

    name: str
    answers: tuple[str, ...]
    other: bool = False


def said_condition(rule: Expression, form: Form, say: Say) -> str:
    """A sentence without its full stop, « Si cela vous concerne » where the rule cannot be told simply."""
    found = _read(rule.tree)
    question = form.questions.get(found.name) if found else None
    if found is None or question is None or not question.kind.answered or question.appearance == "hidden":
        return ANY
    return _sentence(found, question, say) or ANY


def _sentence(found: _Answered, question: Question, say: Say) -> str:
    label = f"«\u00a0{say(question.label)}\u00a0»"
    if found.other and found.answers == ("",):
        return f"Si vous avez répondu à {label}"
    if question.kind.name == "acknowledge":
        return f"Si vous avez coché {label}" if found.answers == (TICKED,) and not found.other else ""
    options = [_option(question, name) for name in found.answers]
    called = [f"«\u00a0{say(option.label)}\u00a0»" for option in options if option is not None]
    if not called or len(called) < len(options):
        return ""
    listed = " ou ".join(filter(None, [", ".join(called[:-1]), called[-1]]))
    return f"Si vous avez répondu {'autre chose que ' if found.other else ''}{listed} à {label}"


def _option(question: Question, name: str) -> Choice | None:
    decline = question.may_decline
    return decline if decline is not None and decline.name == name else question.choice(name)


def _read(tree: Tree) -> _Answered | None:
    match tree:
        case Operation("=", (Reference(name), Text(value))) | Operation("=", (Text(value), Reference(name))):
            return _Answered(name, (value,))
        case Operation("!=", (Reference(name), Text(value))):
            return _Answered(name, (value,), other=True)
        case Call("selected", (Reference(name), Text(value))):
            return _Answered(name, (value,))
        case Call("selected", (Text(value), Reference(name))):
            return _Answered(name, tuple(value.split()))
        case Operation("or", operands):
            return _merged([_read(operand) for operand in operands], other=False)
        case Operation("and", operands):
            return _merged([_read(operand) for operand in operands], other=True)
        case _:
            return None


def _merged(parts: list[_Answered | None], *, other: bool) -> _Answered | None:
    """Several answers of one question: one of these, or none of these and not blank."""
    known = [part for part in parts if part is not None and part.other == other]
    if len(known) < len(parts) or len({part.name for part in known}) > 1:
        return None
    answers = tuple(answer for part in known for answer in part.answers)
    if other:
        answers = tuple(answer for answer in answers if answer) or ("",)
    return _Answered(known[0].name, answers, other)
