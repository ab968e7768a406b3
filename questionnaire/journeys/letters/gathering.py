"""Digests by the clock: what waited for a person leaves as one letter, by project, on a working morning.

Taking what waited and posting the digest is one transaction: nothing is lost or told twice if the runner dies between.
"""

from itertools import groupby
from zoneinfo import ZoneInfo

from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post
from questionnaire.lifecycle.gathering import Pace, due_until
from questionnaire.lifecycle.reminding import is_working_hour
from questionnaire.messages.letters import Group, Item
from questionnaire.storage import gathering, organisations, persons
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import reading, writing

PERIODS = {Pace.DAILY: "du jour", Pace.WEEKLY: "de la semaine"}


def send_digests(desk: Desk) -> None:
    """Write to each person for whom news wait what is due to them, where it is a working hour."""
    with reading(desk.session) as session:
        waiting = gathering.people(session, whole_perimeter(session))
    for person_id in waiting:
        with writing(desk.session):
            _send(desk, person_id)


def _send(desk: Desk, person_id: str) -> None:
    session, perimeter = desk.session, whole_perimeter(desk.session)
    record = persons.get(session, perimeter, person_id)
    place = organisations.record(session, perimeter, record.organisation_id).organisation
    zone, pace = ZoneInfo(place.timezone), gathering.pace_of(session, person_id)
    if not record.active:
        gathering.release(session, person_id, LetterState.HERE, desk.clock())
        return
    local = desk.clock().astimezone(zone)
    if not (is_working_hour(local) and pace.is_gathered):
        return
    # What they have read on their page since is no news any more.
    news = [each for each in gathering.take(session, perimeter, person_id, due_until(pace, local)) if not each.read_at]
    if news:
        facts = {"period": PERIODS[pace], "number": f"{len(news)} nouvelle{'s' if len(news) > 1 else ''}"}
        to = Recipient(record.email, record.person.name, person_id)
        # Each letter is told by one digest only: the first names it.
        told = News("digest", f"digest/{person_id}/{news[0].id}", facts, groups=_groups(news, zone))
        post(desk, perimeter, place, to, told)


def _groups(news: list[OutboxLetter], zone: ZoneInfo) -> tuple[Group, ...]:
    """By project, by title; in each the oldest first."""
    by_title = sorted(news, key=lambda each: each.about.casefold())
    return tuple(
        Group(title, tuple(_item(each, zone) for each in found))
        for title, found in groupby(by_title, key=lambda each: each.about)
    )


def _item(told: OutboxLetter, zone: ZoneInfo) -> Item:
    return Item(f"le {told.created_at.astimezone(zone):%d/%m/%Y à %H:%M}", told.line or told.subject, told.url)
