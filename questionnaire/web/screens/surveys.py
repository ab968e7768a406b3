"""A survey: its first page, its questions, the answers to check, the thanks."""

from dataclasses import dataclass

from questionnaire.web.screens.drafts import ErrorSummary
from questionnaire.web.screens.questions import QuestionView, RepeatView
from questionnaire.web.screens.shell import Notice


@dataclass(frozen=True, slots=True)
class SurveyAnswerRow:
    """One answer to check; ``section`` is where it is changed."""

    label: str
    lines: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A page of a survey. ``state`` is the seal of what was answered, ``place`` the section that is asked.

    ``item`` is what is open in that section. ``action`` and ``label`` are of the button that goes on, none at the end;
    ``back`` is there after the first page.
    """

    title: str
    heading: str
    progress: str = ""
    texts: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    state: str = ""
    place: str = ""
    item: str = ""
    blocks: tuple[QuestionView | RepeatView, ...] = ()
    answers: tuple[SurveyAnswerRow, ...] = ()
    action: str = ""
    label: str = ""
    others: tuple[tuple[str, str], ...] = ()
    """Other buttons: what each sends, and says."""

    back: bool = False
    summary: ErrorSummary | None = None
    notice: Notice | None = None
