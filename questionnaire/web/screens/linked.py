"""The answers that a link proposes, before a document begins."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class LinkedRow:
    """One answer: what is asked, the answer, and why it will not be taken, if so."""

    label: str
    lines: tuple[str, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class LinkedView:
    """All that is proposed; ``hidden`` are the fields that carry it, ``unknown`` tells what the form does not take."""

    title: str
    lead: str
    rows: tuple[LinkedRow, ...]
    unknown: str
    hidden: tuple[tuple[str, str], ...]
    url: str
    label: str
    back: Link
