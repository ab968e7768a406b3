"""The states of a document after its draft, one type each: Submission, SignedDocument, ArchivedDocument."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from questionnaire.lifecycle.circuit import Act, Step
from questionnaire.lifecycle.forms import FormRef
from questionnaire.lifecycle.revision import Revision

SEALED = "sealed"
"""What ``archive`` says of a document that is sealed and entered in the register."""

UNFILED = "unfiled"
"""What it says of one that has no file at all, which would be in clear: answers given blind."""


class State(StrEnum):
    """How a state is stored; what a person reads is in ``label``."""

    A_SIGNER = "a_signer"
    FINALISE = "finalise"
    SIGNE = "signe"

    @property
    def label(self) -> str:
        """The word on screens."""
        return {"a_signer": "À signer", "finalise": "Finalisé", "signe": "Signé"}[self.value]


@dataclass(frozen=True, slots=True)
class Freeze:
    """What finalising adds to a draft. ``answers`` and ``context`` are JSON; ``by`` is a person's id."""

    id: str
    title: str
    reference: str
    control_code: str
    answers: str
    context: str
    at: datetime
    by: str
    archive: str = SEALED


@dataclass(frozen=True, slots=True)
class Submission:
    """A finalised document whose contents never change, with the acts received so far."""

    id: str
    organisation_id: str
    project_id: str
    draft_id: str
    form: FormRef
    title: str
    reference: str
    control_code: str
    answers: str = field(repr=False)
    context: str = field(repr=False)
    frozen_at: datetime
    frozen_by: str
    steps: tuple[Step, ...]
    acts: tuple[Act, ...] = ()
    archive: str = SEALED

    @property
    def personal(self) -> bool:
        """Whether its file is a copy for its author alone: neither sealed, nor verified, nor in the register."""
        return self.archive != SEALED

    @property
    def filed(self) -> bool:
        """Whether it has a file."""
        return self.archive != UNFILED

    @property
    def state(self) -> State:
        """Awaiting signatures, or finished without any."""
        return State.A_SIGNER if self.steps else State.FINALISE


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """A document that has every act it awaited and its seal: ``sealed`` is the last revision of its file."""

    submission: Submission
    sealed: Revision


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """A document kept for good; ``projection`` is the JSON text of its columns in the register."""

    id: str
    organisation_id: str
    submission_id: str
    sha256: str
    size: int
    form: str
    title: str
    reference: str
    archived_at: datetime
    projection: str
