"""At what pace a person wants the news of their projects, and up to when what waited for them is due."""

from datetime import datetime, timedelta
from enum import StrEnum

from questionnaire.lifecycle.reminding import MORNING


class Pace(StrEnum):
    """How often somebody is written to about what asks nothing of them; ``NEVER``: they read it on their page."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"

    @property
    def is_gathered(self) -> bool:
        """Whether what happens waits for one letter that tells all of it."""
        return self in {Pace.DAILY, Pace.WEEKLY}

    @property
    def label(self) -> str:
        """What it is called on screens and on paper."""
        return _LABELS[self]


_LABELS = {
    Pace.AT_ONCE: "Tout de suite, un courriel pour chaque nouvelle",
    Pace.DAILY: "Un seul courriel par jour, le matin, du lundi au vendredi",
    Pace.WEEKLY: "Un seul courriel par semaine, le lundi matin",
    Pace.NEVER: "Jamais par courriel\u00a0: je les lis dans «\u00a0Vos messages\u00a0»",
}


def due_until(pace: Pace, local: datetime) -> datetime:
    """What happened before this is due at an hour of the person: this morning's opening, or that of Monday.

    It does not move within a day, so that one letter tells all that is due, whenever it leaves.
    """
    back = local.weekday() if pace is Pace.WEEKLY else 0
    return datetime.combine(local.date() - timedelta(days=back), MORNING, local.tzinfo)
