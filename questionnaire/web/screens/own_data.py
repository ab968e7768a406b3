"""One's own data: what is kept, in words, and the ways to take it away."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import HelpView, Link, Notice, Post


@dataclass(frozen=True, slots=True)
class KeptView:
    """A subject: why, how long and for whose eyes it is kept, and how many rows of each part there are."""

    title: str
    facts: tuple[Fact, ...]
    parts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class OwnDataView:
    """The page « Mes données »; ``contact`` answers for them."""

    title: str
    lead: str
    file: Link
    file_text: str
    paper_text: str
    paper: Link | None
    ask: Post
    subjects: tuple[KeptView, ...]
    notice: Notice | None = None
    contact: HelpView | None = None
