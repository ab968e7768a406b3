"""Draft: what is being written."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.lifecycle.forms import FormRef


@dataclass(frozen=True, slots=True)
class Draft:
    """Something being written in a project, answers apart. ``revision`` is 0 before the first save.

    ``finalised_at`` is set when a Submission was made of it: nothing can be saved any more.
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
