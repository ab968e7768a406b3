"""Draft: what is being written."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.lifecycle.forms import FormRef


@dataclass(frozen=True, slots=True)
class Draft:
    """Something being written in a project, answers apart. ``revision`` is 0 before the first save.

    ``finalised_at`` is set when a Submission was made of it: nothing can be saved any more. ``active_at`` is the last
    sign of life other than an answer: a comment, a part given out, its keeping prolonged.
    """

    id: str
    organisation_id: str
    project_id: str
    form: FormRef
    author_id: str
    revision: int
    created_at: datetime
    updated_at: datetime
    finalised_at: datetime | None = None
    active_at: datetime | None = None

    @property
    def last_activity(self) -> datetime:
        """When somebody last cared for it."""
        return max(self.updated_at, self.active_at or self.updated_at)
