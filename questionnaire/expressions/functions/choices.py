"""Functions on the answer to a question with several choices: a text of names parted by white space."""

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Scope


def is_selected(_: Scope, answer: str, name: str) -> bool:
    """Tell whether `name`, trimmed, is one of the names; the empty name is in the empty answer only."""
    name = name.strip()
    chosen = answer.split()
    return name in chosen if name else not chosen


def have_common(_: Scope, answer: str, other: str) -> bool:
    """Tell whether two answers have a choice in common."""
    return not set(answer.split()).isdisjoint(other.split())


def chosen_at(_: Scope, answer: str, rank: float) -> str:
    """Return the name at a rank counted from 0; blank where there is none."""
    chosen = answer.split()
    return chosen[int(rank)] if 0 <= rank < len(chosen) else ""


_ANSWER = Parameter("réponse", Type.TEXT)

CHOICES = (
    Function(
        "selected",
        "Vrai si le choix donné fait partie de la réponse.",
        (_ANSWER, Parameter("choix", Type.TEXT)),
        Type.TRUTH,
        is_selected,
    ),
    Function(
        "count-selected",
        "Le nombre de choix de la réponse.",
        (_ANSWER,),
        Type.NUMBER,
        lambda _, answer: float(len(answer.split())),
    ),
    Function(
        "selected-at",
        "Le choix de tel rang dans la réponse, compté à partir de 0\u00a0; vide s’il n’y en a pas.",
        (_ANSWER, Parameter("rang", Type.NUMBER)),
        Type.TEXT,
        chosen_at,
    ),
    Function(
        "intersects",
        "Vrai si les deux réponses ont un choix en commun.",
        (_ANSWER, Parameter("autre réponse", Type.TEXT)),
        Type.TRUTH,
        have_common,
    ),
)
