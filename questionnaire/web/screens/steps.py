"""A step on the way into one's account: one question, one button."""

from dataclasses import dataclass

from questionnaire.web.screens.plain import PlainField
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class StepView:
    """What is asked, and where to go otherwise; posted to its own address."""

    title: str
    lead: str
    field: PlainField
    button: str
    hints: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
