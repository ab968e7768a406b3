"""Who was told that they were entered, when and by whom; those to tell otherwise, and what people asked."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.access.deeds import DeedKind
from questionnaire.content.notice import REQUESTS
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import managed_by
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.personal.informing import Told, told_of
from questionnaire.storage import notices, organisations, persons
from questionnaire.storage.errors import NotFound
from questionnaire.storage.notices import Entered
from questionnaire.storage.transaction import reading, writing

NO_DAY = "Choisissez le jour où la personne a été informée."


@dataclass(frozen=True, slots=True)
class Informed:
    """Those entered by others: who asked something, who is to be told otherwise, who will be by mail, who was told."""

    asking: tuple[Entered, ...]
    otherwise: tuple[Entered, ...]
    waiting: tuple[Entered, ...]
    told: tuple[Entered, ...]


def listing(desk: Desk, actor: Actor) -> Informed:
    """Those of the places that the actor administers; raises Forbidden."""
    with reading(desk.session) as session:
        everybody = notices.listing(session, managed_by(session, actor))
    untold = [each for each in everybody if each.informed_at is None]
    apart = [each for each in untold if each.undelivered or not each.email]
    return Informed(
        asking=tuple(each for each in everybody if each.request),
        otherwise=tuple(apart),
        waiting=tuple(each for each in untold if each not in apart),
        told=tuple(each for each in everybody if each.informed_at),
    )


def printed(desk: Desk, actor: Actor, person_id: str) -> Told:
    """The notice of one of them, to be printed; raises NotFound, Forbidden."""
    with reading(desk.session) as session:
        perimeter = managed_by(session, actor)
        found = notices.find(session, perimeter, person_id)
        if found is None:
            raise NotFound("Cette personne est venue d’elle-même\u00a0: elle n’a pas à être informée.")
        return told_of(desk, perimeter, found)


def note_told(desk: Desk, actor: Actor, person_id: str, day: str) -> None:
    """Note that somebody was told otherwise on a day, ``2027-12-31``; raises NotAccepted, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = managed_by(session, actor)
        record = persons.get(session, perimeter, person_id)
        place = organisations.record(session, perimeter, record.organisation_id).organisation
        zone = ZoneInfo(place.timezone)
        told_on = _day(day)
        if told_on > desk.clock().astimezone(zone).date():
            raise NotAccepted({"jour": "Ce jour n’est pas encore venu."})
        noon = datetime.combine(told_on, time(12), zone)
        notices.told(session, perimeter, person_id, noon, actor.person.id)
        subject = Subject(record.organisation_id, person_id, record.person.name)
        note(desk, actor, DeedKind.INFORMED, subject, moyen="autrement", jour=f"{told_on:%d/%m/%Y}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotAccepted({"jour": NO_DAY}) from None


def settle(desk: Desk, actor: Actor, person_id: str) -> None:
    """Note that what somebody asked was answered; raises NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter = managed_by(session, actor)
        record = persons.get(session, perimeter, person_id)
        found = notices.find(session, perimeter, person_id)
        asked = REQUESTS.get(found.request, "") if found else ""
        notices.answered(session, perimeter, person_id)
        subject = Subject(record.organisation_id, person_id, record.person.name)
        note(desk, actor, DeedKind.DATA_REQUEST_ANSWERED, subject, demande=asked)
