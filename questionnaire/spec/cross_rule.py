"""A rule on several answers together: a sum that must make a total, a date that comes before another."""

from dataclasses import dataclass

from questionnaire.expressions import Expression
from questionnaire.spec.texts import Text


@dataclass(frozen=True, slots=True)
class CrossRule:
    """``constraint`` must hold, else ``message`` is said beside the question ``at``.

    It is judged where every question that it reads is asked and answered, or where ``when`` holds.
    """

    name: str
    constraint: Expression
    message: Text
    at: str
    when: Expression | None = None
