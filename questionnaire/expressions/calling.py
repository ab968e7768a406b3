"""Bind a call of the library to its arguments, converting each to the declared type."""

from collections.abc import Callable

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions import LIBRARY, Function, Type
from questionnaire.expressions.scope import Evaluate, NodeSet, Scope, Value
from questionnaire.expressions.values import boolean_of, number_of, text_of


def call(name: str, arguments: tuple[Evaluate, ...]) -> Evaluate:
    """Return the closure of a call; an unknown function or a wrong count fails only when it is reached."""
    function = LIBRARY.get(name)
    if function is None:
        return _failure(f"La fonction {name}() n’est pas disponible.")
    if not function.accepts(len(arguments)):
        return _failure(f"La fonction {name}() a reçu {len(arguments)} valeur(s).")
    if function.of_self and not arguments:
        arguments = (context,)
    if function.lazy:
        return _lazy(function, arguments)
    converted = tuple(_converted(function, index, argument) for index, argument in enumerate(arguments))
    return _eager(function, converted)


def context(scope: Scope) -> NodeSet:
    """`.`: the node where the expression stands."""
    return (scope.node,)


def as_number(argument: Evaluate) -> Callable[[Scope], float]:
    """The same as a number; the zone is asked only where there is something to read."""

    def evaluate(scope: Scope) -> float:
        value = argument(scope)
        return value if isinstance(value, float) else number_of(value, scope.zone)

    return evaluate


def _failure(message: str) -> Evaluate:
    def evaluate(_: Scope) -> Value:
        raise EvaluationError(message)

    return evaluate


def _lazy(function: Function, arguments: tuple[Evaluate, ...]) -> Evaluate:
    body = function.body
    return lambda scope: body(scope, *arguments)


def _eager(function: Function, arguments: tuple[Evaluate, ...]) -> Evaluate:
    """Spell out the usual counts: a call with one or two arguments then builds no list."""
    body = function.body
    match arguments:
        case ():
            return body
        case (only,):
            return lambda scope: body(scope, only(scope))
        case (first, second):
            return lambda scope: body(scope, first(scope), second(scope))
        case _:
            return lambda scope: body(scope, *[argument(scope) for argument in arguments])


def _converted(function: Function, index: int, argument: Evaluate) -> Evaluate:
    match function.parameter(index).type:
        case Type.TEXT:
            return lambda scope: text_of(argument(scope))
        case Type.NUMBER:
            return as_number(argument)
        case Type.TRUTH:
            return lambda scope: boolean_of(argument(scope))
        case Type.NODES:
            return _nodes(function.name, argument)
        case _:
            return argument


def _nodes(name: str, argument: Evaluate) -> Evaluate:
    def evaluate(scope: Scope) -> Value:
        value = argument(scope)
        if not isinstance(value, tuple):
            raise EvaluationError(f"La fonction {name}() attend des réponses (${{nom}}), pas un nombre ou un texte.")
        return value

    return evaluate
