"""What is wrong with an order: answers left without a rank, or too many that have one."""

from decimal import Decimal

from questionnaire.filling.problems import Problem
from questionnaire.spec.values import Value

UNRANKED = "unranked"
"""Code of an order of which a part is still to come."""


def ranks(offered: int, most: object) -> int:
    """How many answers are to be ranked: all that are offered, or as many as a rule says."""
    return max(0, min(offered, int(most))) if isinstance(most, Decimal) else offered


def ranking_problem(path: str, value: Value, wanted: int) -> Problem | None:
    """Why an order does not hold as many answers as it should; None for what is no order."""
    if not isinstance(value, tuple) or len(value) == wanted:
        return None
    if len(value) > wanted:
        return Problem(path, "too_many_ranked", f"Classez {_answers(wanted)} au plus.")
    return Problem(path, UNRANKED, f"Classez encore {_answers(wanted - len(value))}.")


def _answers(count: int) -> str:
    return "une réponse" if count == 1 else f"{count} réponses"
