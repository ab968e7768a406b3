"""What repositories give, beside the types of ``access`` and ``lifecycle``: records, never table rows."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.access import Role
from questionnaire.filling import Origin
from questionnaire.lifecycle import Draft, State, Work
from questionnaire.spec.values import Json


@dataclass(frozen=True, slots=True)
class Project:
    """A project; ``role`` is the one that the person asking has in it, None if they are not in the team."""

    id: str
    organisation_id: str
    title: str
    created_at: datetime
    created_by: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a project's team: the role in which they act there, and the others that they have."""

    person_id: str
    first_name: str
    last_name: str
    role: Role
    also: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftHead:
    """A draft without its answers, its project's title, and the asking person's role in that project.

    ``own`` tells that this person began it.
    """

    draft: Draft
    project_title: str
    role: Role | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The present answer at a path (None when emptied), who left it, when, at which revision.

    ``origin`` tells where it came from as long as nobody changed it.
    """

    path: str
    value: Json
    revision: int
    person_id: str
    at: datetime
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One line of an answer's history."""

    path: str
    before: Json
    after: Json
    revision: int
    person_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FormVersion:
    """The text of a form version in use."""

    form: str
    version: str
    digest: str
    source: str
    first_used_at: datetime


@dataclass(frozen=True, slots=True)
class SubmissionHead:
    """A finalised document in a list. ``archived_id`` is its id in the archive, None until it is there."""

    id: str
    organisation_id: str
    project_id: str
    draft_id: str
    form: str
    title: str
    reference: str
    state: State
    frozen_at: datetime
    archived_id: str | None
    role: Role | None
    frozen_by: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class WaitingWork:
    """What the runner has to do next for a finalised document, and since when that waits."""

    submission_id: str
    work: Work
    since: datetime


@dataclass(frozen=True, slots=True)
class ActTrace:
    """From where a person acted, for the quality department's proof only."""

    ip: str | None
    user_agent: str | None


@dataclass(frozen=True, slots=True)
class RegisterFault:
    """What is wrong with the archive at an entry; ``kind`` is chain, missing or altered."""

    organisation_id: str
    sequence: int
    document_id: str | None
    kind: str
    message: str
