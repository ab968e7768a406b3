"""The answers of a file, before they are saved."""

from dataclasses import dataclass

from questionnaire.web.screens.shell import Link


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """One answer: as it is in the draft, as it is in the file, and why it is not taken, if so."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class BroughtView:
    """All that a file would change; without ``url`` there is nothing to save."""

    title: str
    lead: str
    same: str
    rows: tuple[BroughtRow, ...]
    refused: tuple[str, ...]
    hidden: tuple[tuple[str, str], ...]
    url: str
    label: str
    back: Link
