"""Functions of chance: an order, a number, an identifier drawn; what is drawn comes from the world around."""

import math
from uuid import UUID

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Evaluate, Node, NodeSet, Scope, Value

MODULUS, MULTIPLIER = 2**31 - 1, 16807
"""The generator of Park and Miller, « minimal standard » (Communications of the ACM 31, 1988)."""

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST_ID = 1000

KEEPS = "once"
"""The function that keeps the answer which stands."""

_DRAWN, _MANTISSA = 128, 53
"""Bits of a draw, and those that a double holds."""

_LETTERS_A_DRAW = 16
"""So few that each letter is as likely as any other, to a billionth."""


def shuffled(scope: Scope, nodes: NodeSet, seed: float | None = None) -> NodeSet:
    """Return the nodes in an order that the seed decides, always the same for it; drawn where none is given.

    Fisher and Yates's shuffle, from the last place to the second.
    """
    if seed is None:
        seed = float(scope.world.draw(scope.current) % MODULUS)
    if not math.isfinite(seed):
        raise EvaluationError("randomize() attend un nombre pour tirer l’ordre.")
    state = int(math.fmod(int(seed), MODULUS))
    state = state + MODULUS - 1 if state <= 0 else state
    order: list[Node] = list(nodes)
    for place in range(len(order) - 1, 0, -1):
        state = state * MULTIPLIER % MODULUS
        other = math.floor((state - 1) / (MODULUS - 1) * (place + 1))
        order[place], order[other] = order[other], order[place]
    return tuple(order)


def number(scope: Scope) -> float:
    """Return a number from 0 to 1, 1 left out."""
    return float((scope.world.draw(scope.current) >> (_DRAWN - _MANTISSA)) / 2**_MANTISSA)


def identifier(scope: Scope, length: float | None = None) -> str:
    """Return an identifier of so many letters and digits, or a UUID of version 4 where no length is given."""
    if length is None:
        return str(UUID(int=scope.world.draw(scope.current), version=4))
    if not 0 <= length <= LONGEST_ID:
        raise EvaluationError(f"uuid() attend une longueur de 0 à {LONGEST_ID}.")
    drawn = ""
    while len(drawn) < length:
        bits = scope.world.draw(scope.current)
        for _ in range(_LETTERS_A_DRAW):
            bits, letter = divmod(bits, len(LETTERS))
            drawn += LETTERS[letter]
    return drawn[: int(length)]


def once(scope: Scope, value: Evaluate) -> Value:
    """Return the answer that stands, and a value where there is none yet."""
    return value(scope) if scope.node.value == "" else scope.node.value


CHANCE = (
    Function(
        "randomize",
        "Les mêmes réponses, dans un ordre tiré au sort\u00a0: le même tant que le nombre est le même.",
        (Parameter("réponses", Type.NODES), Parameter("nombre", Type.NUMBER)),
        Type.NODES,
        shuffled,
        optional=1,
        chance=True,
    ),
    Function(
        "random",
        "Un nombre tiré au sort, de 0 à 1 exclu.",
        (),
        Type.NUMBER,
        number,
        chance=True,
    ),
    Function(
        "uuid",
        "Un identifiant tiré au sort, de la longueur voulue, ou un UUID.",
        (Parameter("longueur", Type.NUMBER),),
        Type.TEXT,
        identifier,
        optional=1,
        chance=True,
    ),
    Function(
        KEEPS,
        "La valeur, calculée une fois et gardée\u00a0: once(today()) reste le jour du premier calcul.",
        (Parameter("valeur"),),
        Type.ANY,
        once,
        lazy=True,
        chance=True,
    ),
)
