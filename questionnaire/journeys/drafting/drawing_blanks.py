"""What the runner does of the blank copies that were asked for: one at a time, the bytes kept before the fact."""

import json
from zoneinfo import ZoneInfo

from questionnaire.content import Issue
from questionnaire.journeys.drafting.asking_blank import LOOK, owner_of
from questionnaire.journeys.drafting.blank import draw_blank
from questionnaire.journeys.papers.emblems import emblem_of, read_look
from questionnaire.journeys.papers.producing import Workshop
from questionnaire.storage import blanks, people
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing


def blank_once(workshop: Workshop) -> bool:
    """Draw the copy that has waited longest; whether there was any."""
    desk = workshop.desk
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        copy = blanks.waiting(session, perimeter)
        if copy is None:
            return False
        form = desk.shelf.version(session, copy.digest)
        organisation = people.get_organisation(session, perimeter, copy.organisation_id)
    now, zone = desk.clock(), ZoneInfo(organisation.timezone)
    settings = json.loads(copy.settings)
    look = read_look(settings.pop(LOOK, None))
    issue = Issue(organisation.house.name, now, accent=look.accent, emblem=emblem_of(look, workshop.blobs))
    pdf = draw_blank(form, issue, settings, zone)
    sha256 = workshop.blobs.put(owner_of(copy.organisation_id), pdf)
    with writing(desk.session) as session:
        blanks.made(session, perimeter, copy, sha256)
    return True
