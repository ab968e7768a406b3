"""Acts: each person's signature or visa, stored before it is shown in the file, and its erasable trace."""

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.lifecycle import Act, AlreadySigned
from questionnaire.storage import register_lines
from questionnaire.storage.records import ActTrace
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.documents import act, act_trace, submission

_PLACE = select(submission.c.id).where(submission.c.id == bindparam("submission"), inside(submission))
_TRACE = (
    select(act_trace.c.ip, act_trace.c.user_agent)
    .join(act, act.c.id == act_trace.c.act_id)
    .join(submission, submission.c.id == act.c.submission_id)
    .where(act.c.id == bindparam("act"), inside(submission))
)


def add(session: Session, perimeter: Perimeter, submission_id: str, new: Act, trace: ActTrace) -> None:
    """Store an act that ``lifecycle.sign`` accepted; raises AlreadySigned when someone was faster."""
    one(session, _PLACE, bound(perimeter, submission=submission_id))
    values = {
        "id": new.id,
        "submission_id": submission_id,
        "step": new.step,
        "person_id": new.person_id,
        "name": new.name,
        "typed_name": new.typed_name,
        "role": new.role,
        "method": new.method,
        "consent": new.consent,
        "at": new.at,
    }
    try:
        with session.begin_nested():
            session.execute(act.insert(), values)
    except IntegrityError as error:
        raise AlreadySigned("Cette signature a déjà été donnée.") from error
    register_lines.touch(session, submission_id)
    session.execute(act_trace.insert(), {"act_id": new.id, "ip": trace.ip, "user_agent": trace.user_agent})


def trace_of(session: Session, perimeter: Perimeter, act_id: str) -> ActTrace:
    """From where a person acted; raises NotFound, also once it was erased."""
    row = one(session, _TRACE, bound(perimeter, act=act_id))
    return ActTrace(row.ip, row.user_agent)
