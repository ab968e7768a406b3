"""Functions of chance: an order drawn from a seed, always the same for it; and what changes at each call."""

import math
import secrets
import uuid

from questionnaire.expressions.errors import EvaluationError
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Evaluate, Node, NodeSet, Scope, Value

MODULUS, MULTIPLIER = 2**31 - 1, 16807
"""The generator of Park and Miller, « minimal standard » (Communications of the ACM 31, 1988)."""

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONGEST_ID = 1000


def shuffled(_: Scope, nodes: NodeSet, seed: float) -> NodeSet:
    """Return the nodes in an order that the seed decides, always the same for it.

    Fisher and Yates's shuffle, from the last place to the second.
    """
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


def new_id(_: Scope, length: float = math.nan) -> str:
    """Return a random identifier of so many letters and digits, or a UUID of version 4 where no length is given."""
    if not 0 <= length <= LONGEST_ID:
        raise EvaluationError(f"uuid() attend une longueur de 0 à {LONGEST_ID}.")
    return "".join(secrets.choice(LETTERS) for _ in range(int(length)))


def once(scope: Scope, value: Evaluate) -> Value:
    """Return the answer that stands, and a value where there is none yet."""
    return value(scope) if scope.node.value == "" else scope.node.value


CHANCE = (
    Function(
        "randomize",
        "Les mêmes réponses ou choix, dans un ordre tiré au sort\u00a0: le même tant que le nombre est le même.",
        (Parameter("choix", Type.NODES), Parameter("nombre", Type.NUMBER)),
        Type.NODES,
        shuffled,
        forms=False,
    ),
    Function(
        "random",
        "Un nombre tiré au sort, de 0 à 1 exclu.",
        (),
        Type.NUMBER,
        lambda _: secrets.randbelow(2**53) / 2**53,
        forms=False,
    ),
    Function(
        "uuid",
        "Un identifiant tiré au sort, de la longueur voulue.",
        (Parameter("longueur", Type.NUMBER),),
        Type.TEXT,
        lambda scope, *length: new_id(scope, *length) if length else str(uuid.uuid4()),
        optional=1,
        forms=False,
    ),
    Function(
        "once",
        "La réponse qui est déjà là\u00a0; la valeur donnée, s’il n’y en a pas.",
        (Parameter("valeur"),),
        Type.ANY,
        once,
        lazy=True,
        forms=False,
    ),
)
