"""What anyone who holds a document may ask about it: reference and control code together, never one alone."""

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from zoneinfo import ZoneInfo

from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.documents import read_context
from questionnaire.lifecycle import Act, BadControlCode, State, parse_control_code
from questionnaire.storage import people, submissions
from questionnaire.storage.transaction import reading


@dataclass(frozen=True, slots=True)
class Found:
    """What is kept of a document. ``sha256`` and ``archived_at`` are None until it is archived."""

    reference: str
    organisation: str
    state: State
    acts: tuple[Act, ...]
    zone: ZoneInfo
    sha256: str | None
    archived_at: datetime | None


def find(desk: Desk, reference: str, code: str) -> Found | None:
    """The document of this reference whose control code is this one; a mistyped code finds nothing.

    The holder of the paper is the actor here: reference and code are what they show.
    """
    try:
        asked = parse_control_code(code)
    except BadControlCode:
        return None
    with reading(desk.session) as session:
        perimeter = people.whole_perimeter(session)
        for submission_id in submissions.called(session, perimeter, reference.strip().upper()):
            submission, progress = submissions.load(session, perimeter, submission_id)
            # A personal copy is nobody else's business, and does not even show its code.
            if not submission.personal and compare_digest(submission.control_code, asked):
                frozen = read_context(submission.context)
                last = progress.revisions[-1] if progress.archived else None
                return Found(
                    reference=submission.reference,
                    organisation=frozen.organisation,
                    state=State.SIGNE if progress.archived else submission.state,
                    acts=submission.acts,
                    zone=ZoneInfo(str(frozen.context.tz)),
                    sha256=last.sha256 if last else None,
                    archived_at=last.at if last else None,
                )
    return None
