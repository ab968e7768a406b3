"""Functions on text."""

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.patterns import matches
from questionnaire.expressions.scope import Scope, Value
from questionnaire.expressions.values import atoms_of, text_of


def concatenated(_: Scope, *values: Value) -> str:
    """Put texts end to end."""
    return "".join(map(text_of, atoms_of(values)))


def joined(_: Scope, separator: str, *values: Value) -> str:
    """Put texts end to end with a separator between them."""
    return separator.join(map(text_of, atoms_of(values)))


_TEXT = Parameter("texte", Type.TEXT)

TEXTS = (
    Function("string", "La valeur en texte.", (_TEXT,), Type.TEXT, lambda _, text: text, of_self=True),
    Function("concat", "Les textes mis bout à bout.", (Parameter("textes"),), Type.TEXT, concatenated, repeats=True),
    Function(
        "join",
        "Les textes mis bout à bout, avec un séparateur entre eux.",
        (Parameter("séparateur", Type.TEXT), Parameter("textes")),
        Type.TEXT,
        joined,
        repeats=True,
    ),
    Function(
        "contains",
        "Vrai si le premier texte contient le second.",
        (_TEXT, Parameter("partie", Type.TEXT)),
        Type.TRUTH,
        lambda _, text, part: part in text,
    ),
    Function(
        "starts-with",
        "Vrai si le premier texte commence par le second.",
        (_TEXT, Parameter("début", Type.TEXT)),
        Type.TRUTH,
        lambda _, text, start: text.startswith(start),
    ),
    Function(
        "regex",
        "Vrai si le texte entier suit le motif (expression régulière).",
        (_TEXT, Parameter("motif", Type.TEXT)),
        Type.TRUTH,
        lambda _, text, pattern: matches(pattern, text),
    ),
)
