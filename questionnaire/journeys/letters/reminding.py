"""Letters by the clock: who must sign is reminded, the référent told in the end; drafts that will go are announced.

All is derived from what is stored: a look that is missed, or done twice, writes nothing twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from questionnaire.access import Organisation, Perimeter, Role
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post, post_to_people
from questionnaire.journeys.letters.telling import PILOTS, facts_of, may_sign
from questionnaire.lifecycle import Draft, Keeping, Step, Submission, awaited
from questionnaire.lifecycle.reminding import awaited_since, day_reached, is_working_hour
from questionnaire.storage import expiring, organisations, projects, submissions
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.recipients import holders
from questionnaire.storage.records import Member
from questionnaire.storage.transaction import reading, writing


@dataclass(frozen=True, slots=True)
class Late:
    """A step that waits since some days: those who may sign, and which of the days of reminder has come."""

    submission: Submission
    step: Step
    signers: tuple[Member, ...]
    reminder: int | None
    escalation: int | None


def remind(desk: Desk) -> None:
    """Write what is due about signatures, where it is a working hour."""
    for place, perimeter in awake(desk):
        with reading(desk.session):
            late = tuple(_late(desk, place, perimeter))
        for each in late:
            with writing(desk.session):
                _remind(desk, place, perimeter, each)


def announce(desk: Desk, default: Keeping) -> None:
    """Write to the people of drafts that will be deleted, from the day when they are told; once for each draft."""
    now = desk.clock()
    for place, perimeter in awake(desk):
        keeping = place.profile.settings.keeping(default)
        with reading(desk.session) as session:
            told = expiring.untouched(session, perimeter, keeping.noticed(now))
        for draft in told:
            with writing(desk.session):
                _announce(desk, place, perimeter, draft, keeping)


def awake(desk: Desk) -> Iterator[tuple[Organisation, Perimeter]]:
    """The organisations where letters may arrive now."""
    with reading(desk.session) as session:
        places = organisations.within(session, whole_perimeter(session))
    for place in places:
        if not place.archived and is_working_hour(desk.clock().astimezone(ZoneInfo(place.timezone))):
            yield place, Perimeter(frozenset({place.id}))


def _late(desk: Desk, place: Organisation, perimeter: Perimeter) -> Iterator[Late]:
    session, now, own = desk.session, desk.clock(), place.profile.settings
    for id_ in submissions.awaiting(session, perimeter):
        submission = submissions.get(session, perimeter, id_)
        team = projects.team(session, perimeter, submission.project_id)
        for step in awaited(submission.steps, submission.acts):
            since = awaited_since(step, submission.steps, submission.acts, submission.frozen_at)
            reminder, escalation = day_reached(since, now, own.reminders), day_reached(since, now, (own.escalation,))
            if reminder is not None or escalation is not None:
                signers = tuple(member for member in team if may_sign(member, step))
                yield Late(submission, step, signers, reminder, escalation)


def _remind(desk: Desk, place: Organisation, perimeter: Perimeter, late: Late) -> None:
    key = f"{late.submission.id}/{late.step.name}"
    facts = facts_of(desk, perimeter, late.submission)
    if late.reminder is not None:
        news = News("sign_reminder", f"sign_reminder/{key}/{late.reminder}", facts)
        post_to_people(desk, perimeter, place, [member.person_id for member in late.signers], news)
    if late.escalation is not None:
        names = ", ".join(f"{member.first_name} {member.last_name}" for member in late.signers)
        told = {**facts, "days": str(late.escalation), "signers": names or "personne de l’équipe"}
        for referent in holders(desk.session, _above(place), Role.REFERENT_PARTENARIAT):
            letter = f"sign_late/{key}/{late.escalation}/{referent.person_id}"
            post(desk, perimeter, place, referent, News("sign_late", letter, told))


def _above(place: Organisation) -> list[str]:
    """The organisation and those above, the nearest first."""
    return [id_ for id_ in dict.fromkeys((place.id, place.house.id, place.house.parent_id)) if id_]


def _announce(desk: Desk, place: Organisation, perimeter: Perimeter, draft: Draft, keeping: Keeping) -> None:
    session = desk.session
    form = desk.shelf.version(session, draft.form.digest)
    project = projects.get(session, perimeter, draft.project_id, draft.author_id)
    pilots: set[str] = set()
    if form.instances == "project":  # what is written for oneself alone is told to nobody else
        team = projects.team(session, perimeter, draft.project_id)
        pilots = {member.person_id for member in team if member.role in PILOTS}
    day = keeping.ends(draft).astimezone(ZoneInfo(place.timezone))
    facts = {
        "document": form.title.render(str, str),
        "project": project.title,
        "day": f"{day:%d/%m/%Y}",
        "draft": draft.id,
    }
    news = News("draft_expiring", f"draft_expiring/{draft.id}/{day:%Y%m%d}", facts)
    post_to_people(desk, perimeter, place, {draft.author_id, *pilots}, news)
