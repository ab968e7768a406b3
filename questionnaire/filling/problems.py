"""Why an answer is not acceptable, in the words of the person who typed it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """``path`` is the place, ``code`` is stable, ``message`` is the French sentence shown beside the field."""

    path: str
    code: str
    message: str


REQUIRED = "required"
"""Code of an answer that is only missing: it is asked for when finalising, never while filling."""


UNCONFIRMED = "unconfirmed"
"""Code of an answer that is to be confirmed, as it is now: asked for at once, beside it."""


WARNING = "warning"
"""Code of what is odd in an acceptable answer: it prevents nothing, and is kept with a reason when finalising."""


UNFINISHED = frozenset({"missing_start", "missing_end", "unranked"})
"""Codes of a question of several fields that is half answered: no reproach to somebody on their way to the next one."""


def hinders(problem: Problem) -> bool:
    """Whether the problem is a mistake to point out at once, rather than an answer still to come."""
    return problem.code not in {REQUIRED, "too_few_items"}
