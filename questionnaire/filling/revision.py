"""Which revision of the draft a page shows: the base that its answers are compared with when they come back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from questionnaire.errors import QuestionnaireError

_WRITTEN = re.compile(r"[0-9]{1,12}(;[^;=]{1,255}=[0-9]{1,12})*")
"""No path is longer than 255 characters: specs whose names would make one are refused."""


class BadRevision(QuestionnaireError):
    """A page carries a revision that no page was ever given."""


@dataclass(frozen=True, slots=True)
class PageRevision:
    """``number`` is the draft's revision when the page was drawn.

    ``since`` holds the answers that this very page stored later, with the revision of each: they are the page's own,
    while what others stored meanwhile is still unseen by it.
    """

    number: int
    since: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        return ";".join([str(self.number), *(f"{path}={number}" for path, number in sorted(self.since.items()))])

    def at(self, path: str) -> int:
        """The revision at which the page last knew the answer at ``path``."""
        return self.since.get(path, self.number)

    def after(self, paths: Iterable[str], revision: int, *, alone: bool) -> "PageRevision":
        """What the page carries once it stored ``paths`` at ``revision``; ``alone``: nobody else wrote meanwhile."""
        if alone:
            return PageRevision(revision)
        return PageRevision(self.number, {**self.since, **dict.fromkeys(paths, revision)})


def parse_revision(text: str) -> PageRevision:
    """Read what a page carried; raises BadRevision with a sentence for the person."""
    if _WRITTEN.fullmatch(text) is None:
        raise BadRevision("Cette page est incomplète. Rechargez-la avant de continuer.")
    number, *pairs = text.split(";")
    since = (pair.split("=") for pair in pairs)
    return PageRevision(int(number), {path: int(revision) for path, revision in since})
