"""How long a draft that nobody touches is kept, and from when on its people are told."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime

from questionnaire.lifecycle.draft import Draft

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Keeping:
    """Months without activity after which people are told (``notice``), and after which a draft goes (``life``)."""

    notice: int
    life: int

    def ends(self, draft: Draft) -> datetime:
        """When a draft goes if nobody touches it."""
        return months_after(draft.last_activity, self.life)

    def is_told(self, draft: Draft, now: datetime) -> bool:
        """Whether the people of a draft must be told now that it will go."""
        return draft.finalised_at is None and draft.last_activity <= self.noticed(now)

    def noticed(self, now: datetime) -> datetime:
        """Drafts whose last activity is not after this moment are announced."""
        return months_after(now, -self.notice)

    def limit(self, now: datetime) -> datetime:
        """Drafts whose last activity is not after this moment are due; never before the moment announced."""
        return months_after(now, -self.life)


def months_after(moment: datetime, months: int) -> datetime:
    """The same day some months later, or earlier when negative; the last of the month where there is no such day."""
    years, month = divmod(moment.month - 1 + months, MONTHS_IN_YEAR)
    year, month = moment.year + years, month + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
