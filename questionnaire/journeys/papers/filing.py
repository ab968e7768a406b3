"""Making the lines of the register: from what is stored of a document, whenever that changed and once a day."""

from dataclasses import replace
from datetime import date

from questionnaire.access import Perimeter
from questionnaire.content.filing import cells, due, raised, words
from questionnaire.filling import FilledForm, fill, public
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.documents import refill
from questionnaire.lifecycle import Submission
from questionnaire.spec import Form
from questionnaire.storage import archive, people, projects, register_lines, submissions
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.register_lines import Line, Made
from questionnaire.storage.transaction import reading, writing

NOBODY = ""
"""Who asks for what is the same whoever asks."""


def file_once(desk: Desk) -> bool:
    """Make one line that is to be made; whether there was any."""
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        submission_id = register_lines.to_make(session, perimeter, desk.clock().date())
    if submission_id is None:
        return False
    with writing(desk.session):
        file_document(desk, perimeter, submission_id)
    return True


def recast_once(desk: Desk) -> bool:
    """Have the lines of one form made anew whose columns another version now gives; whether there was any."""
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        desk.shelf.refresh(session)
        found = [
            (place, name, current.digest)
            for place, name, digest in register_lines.moulds(session, perimeter)
            if (current := desk.shelf.find(name, place)) is not None and current.digest != digest
        ]
    if not found:
        return False
    with writing(desk.session) as session:
        register_lines.recast(session, perimeter, *found[0])
    return True


def file_document(desk: Desk, perimeter: Perimeter, submission_id: str) -> None:
    """Make the line of one document, within the transaction in course."""
    session, today = desk.session, desk.clock().date()
    submission = submissions.get(session, perimeter, submission_id)
    form = desk.shelf.version(session, submission.form.digest)
    current = desk.shelf.find(form.name, submission.organisation_id) or form
    filled = refill(form, submission)
    alerts = None
    if current.register.alerts:
        found = raised(_today(desk, form, filled), current.register)
        alerts = {alert.name: filled.wording.say(alert.label) for alert in found}
    line = _line(desk, perimeter, submission, filled, form)
    place = people.get_organisation(session, perimeter, submission.organisation_id).full_name
    found_by = words(filled, line.reference, line.title, line.project, line.people, place)
    made = Made(line, found_by, cells(filled, current.register), alerts)
    register_lines.write(session, perimeter, made, today)
    register_lines.keep_mould(session, line.organisation_id, line.form, current.digest)


def _today(desk: Desk, form: Form, filled: FilledForm) -> FilledForm:
    """The same answers as the rules see them today."""
    return public(fill(form, filled.answers, replace(filled.context, now=desk.clock())))


def _line(desk: Desk, perimeter: Perimeter, submission: Submission, filled: FilledForm, form: Form) -> Line:
    head = submissions.head(desk.session, perimeter, submission.id, NOBODY)
    archived = archive.get(desk.session, perimeter, head.archived_id) if head.archived_id else None
    frozen_on: date = submission.frozen_at.astimezone(filled.context.tz).date()
    kept = due(form.retention, filled, frozen_on, None)
    return Line(
        submission_id=submission.id,
        organisation_id=submission.organisation_id,
        project_id=submission.project_id,
        document_id=head.archived_id,
        form=submission.form.form,
        version=submission.form.version,
        access=form.access,
        reference=submission.reference,
        title=submission.title,
        project=projects.get(desk.session, perimeter, submission.project_id, NOBODY).title,
        people=", ".join(dict.fromkeys(act.name for act in submission.acts)),
        state=head.state,
        at=archived.archived_at if archived else submission.frozen_at,
        active_until=kept.active_until,
        keep_until=kept.keep_until,
    )
