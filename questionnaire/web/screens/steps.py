"""The steps on the way into one's account: few questions, one button."""

from dataclasses import dataclass

from questionnaire.web.screens.drafts import ErrorSummary
from questionnaire.web.screens.plain import PlainField, summary_of
from questionnaire.web.screens.shell import Link, Post


@dataclass(frozen=True, slots=True)
class StepView:
    """What is asked, and where to go otherwise; posted to its own address. ``other`` sends it another way."""

    title: str
    lead: str
    field: PlainField
    button: str
    hints: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    other: Post | None = None


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """An invitation as somebody without account sees it: the form of a first visit, and the way for the others."""

    title: str
    text: str
    role: str
    fields: tuple[PlainField, ...]
    use: str
    sign_in: Link

    @property
    def summary(self) -> ErrorSummary | None:
        """All the faults at once; None without any."""
        return summary_of(self.fields)
