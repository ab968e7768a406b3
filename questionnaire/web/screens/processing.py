"""The page of the register of processing."""

from dataclasses import dataclass

from questionnaire.web.screens.documents import Fact
from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class ListedWords:
    """Several words under one title."""

    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProcessingChapter:
    """What is said of one form: facts of a line, then what is listed."""

    title: str
    facts: tuple[Fact, ...]
    lists: tuple[ListedWords, ...]


@dataclass(frozen=True, slots=True)
class ProcessingView:
    """The whole page; ``facts`` and ``periods`` hold for every form, ``file`` is the same as tables."""

    title: str
    lead: str
    facts: tuple[Fact, ...]
    file: Link
    chapters: tuple[ProcessingChapter, ...]
    periods: tuple[Fact, ...]
