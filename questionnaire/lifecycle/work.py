"""What remains to be done for a document, told from stored facts alone, so that a crash changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from questionnaire.lifecycle.circuit import Act, Step, is_complete
from questionnaire.lifecycle.revision import Revision, RevisionKind


@dataclass(frozen=True, slots=True)
class Progress:
    """The facts: acts in the order received, revisions in the order made.

    A ``personal`` file is only drawn; what is not ``filed`` has none.
    """

    steps: tuple[Step, ...]
    acts: tuple[Act, ...]
    revisions: tuple[Revision, ...]
    archived: bool
    personal: bool = False
    filed: bool = True


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw the PDF, once."""


@dataclass(frozen=True, slots=True)
class MakeRevision:
    """Show an act in the file."""

    act: Act


@dataclass(frozen=True, slots=True)
class Seal:
    """Close the file with the establishment's seal."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Enter the sealed file in the register."""


Work = Draw | MakeRevision | Seal | Archive


def next_work(progress: Progress) -> Work | None:
    """The one thing to do now; None while signatures are awaited, and when all is done."""
    kinds = {revision.kind for revision in progress.revisions}
    if progress.archived or not progress.filed:
        return None
    if RevisionKind.DRAWN not in kinds:
        return Draw()
    if progress.personal:
        return None
    if RevisionKind.SEAL in kinds:
        return Archive()
    shown = {revision.act_id for revision in progress.revisions}
    for act in progress.acts:
        if act.id not in shown:
            return MakeRevision(act)
    return Seal() if is_complete(progress.steps, progress.acts) else None


def waits_since(work: Work, frozen_at: datetime, revisions: Sequence[Revision]) -> datetime:
    """Since when a work waits: what it draws, shows or closes was there then."""
    match work:
        case Draw():
            return frozen_at
        case MakeRevision(act):
            return act.at
        case _:
            return revisions[-1].at
