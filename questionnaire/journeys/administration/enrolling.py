"""Bringing a list of people in: the plan is shown first, then carried out as it was shown, whole or not at all."""

from questionnaire.access import ROLE_LABELS, Actor, Perimeter, Person
from questionnaire.access.roster import RosterLine, read_roster
from questionnaire.journeys.administration.enrolment_plan import EnrolmentPlan, Outcome, PlannedLine, Planner
from questionnaire.journeys.administration.people import Identity, insert, managed_by, noted
from questionnaire.journeys.administration.people_accounts import open_for
from questionnaire.journeys.auditing import Subject
from questionnaire.journeys.desk import Desk
from questionnaire.storage import organisations, people, persons
from questionnaire.storage.persons import SoughtPeople
from questionnaire.storage.transaction import Session, reading, writing


def plan(desk: Desk, actor: Actor | None, content: bytes, organisation_id: str) -> EnrolmentPlan:
    """What a file would do; nothing is written. Raises UnreadableRoster, Forbidden, NotFound.

    Lines without organisation are of ``organisation_id``.
    """
    lines = read_roster(content)
    with reading(desk.session) as session:
        return _planned(desk, session, actor, lines, organisation_id)


def enrol(desk: Desk, actor: Actor | None, content: bytes, organisation_id: str, digest: str) -> EnrolmentPlan | None:
    """Carry out the plan of this digest; None, and nothing written, where it would do something else by now."""
    lines = read_roster(content)
    with writing(desk.session) as session:
        found = _planned(desk, session, actor, lines, organisation_id)
        if found.digest != digest:
            return None
        perimeter = managed_by(session, actor)
        made: dict[str, str] = {}
        for line in found.lines:
            if line.outcome in {Outcome.ADDED, Outcome.CHANGED}:
                _carry_out(desk, actor, perimeter, line, made)
    return found


def _planned(
    desk: Desk, session: Session, actor: Actor | None, lines: tuple[RosterLine, ...], organisation_id: str
) -> EnrolmentPlan:
    perimeter = managed_by(session, actor)
    planner = Planner(
        actor,
        [place for place in organisations.within(session, perimeter) if not place.archived],
        organisations.record(session, perimeter, organisation_id).organisation,
        persons.listing(session, perimeter, SoughtPeople()),
        persons.holders_of_emails(session, (line.email for line in lines)),
        desk.clock().date(),
    )
    return EnrolmentPlan(tuple(planner.planned(line) for line in lines))


def _carry_out(
    desk: Desk, actor: Actor | None, perimeter: Perimeter, planned: PlannedLine, made: dict[str, str]
) -> None:
    """Write what a line does; ``made`` keeps the ids of those whom the list adds."""
    line, place = planned.line, planned.place
    if place is None:
        return
    if planned.outcome is Outcome.ADDED:
        asked = Identity.of(line.first_name, line.last_name, line.email)
        made[planned.key] = insert(desk, actor, perimeter, place.id, asked)
    person_id = made.get(planned.key, planned.key)
    record = persons.get(desk.session, perimeter, person_id)
    subject = Subject(place.id, person_id, line.name)
    if planned.names or planned.email:
        persons.rename(desk.session, perimeter, Person(person_id, line.first_name, line.last_name))
        persons.set_email(desk.session, perimeter, person_id, record.email or line.email)
        noted(desk, actor, perimeter, subject, "identité modifiée")
    if planned.role and line.role:
        people.grant(desk.session, perimeter, person_id, place.id, line.role, line.until)
        noted(desk, actor, perimeter, subject, "rôle donné", role=ROLE_LABELS[line.role])
    if planned.account:
        open_for(desk, actor, perimeter, persons.get(desk.session, perimeter, person_id))
