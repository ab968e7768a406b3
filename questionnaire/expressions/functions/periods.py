"""Functions on the answer to a question for a period: a text of two days parted by a slash."""

from datetime import date

from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Scope
from questionnaire.expressions.values import NAN

_DAYS = 2


def days_of(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of ``2026-03-01/2026-04-12``; None for any other text."""
    parts = text.split("/")
    if len(parts) != _DAYS:
        return None
    try:
        return date.fromisoformat(parts[0]), date.fromisoformat(parts[1])
    except ValueError:
        return None


def first_day(_: Scope, text: str) -> date | str:
    """Return the first day; blank when there is no period."""
    found = days_of(text)
    return found[0] if found else ""


def last_day(_: Scope, text: str) -> date | str:
    """Return the last day; blank when there is no period."""
    found = days_of(text)
    return found[1] if found else ""


def length(_: Scope, text: str) -> float:
    """Return how many days there are, both ends counted; NaN when there is no period."""
    found = days_of(text)
    return float((found[1] - found[0]).days + 1) if found else NAN


_PERIOD = Parameter("période", Type.TEXT)

PERIODS = (
    Function(
        "period-start", "Le premier jour de la période\u00a0; vide sans réponse.", (_PERIOD,), Type.DATE, first_day
    ),
    Function("period-end", "Le dernier jour de la période\u00a0; vide sans réponse.", (_PERIOD,), Type.DATE, last_day),
    Function(
        "period-days",
        "Le nombre de jours de la période, le premier et le dernier compris.",
        (_PERIOD,),
        Type.NUMBER,
        length,
    ),
)
