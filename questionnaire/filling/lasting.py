"""What is wrong with a period: too few days, or too many."""

from questionnaire.filling.problems import Problem
from questionnaire.spec.model import Question
from questionnaire.spec.values import Period, Value


def lasting_problem(question: Question, path: str, value: Value) -> Problem | None:
    """Why a period lasts too little, or too long; None for what is no period."""
    span = question.span
    if span is None or not isinstance(value, Period):
        return None
    if span.min_days is not None and value.days < span.min_days:
        said = f"La période doit compter au moins {_days(span.min_days)}\u00a0: vous en indiquez {value.days}."
        return Problem(path, "too_short", said)
    if span.max_days is not None and value.days > span.max_days:
        said = f"La période doit compter au plus {_days(span.max_days)}\u00a0: vous en indiquez {value.days}."
        return Problem(path, "too_long", said)
    return None


def _days(count: int) -> str:
    return "1\u00a0jour" if count == 1 else f"{count}\u00a0jours"
