"""Telling somebody that the address or the mobile to which their codes go was changed by somebody else."""

from questionnaire.access import Actor, Perimeter
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, moment_in, post
from questionnaire.storage import organisations
from questionnaire.storage.ids import new_id
from questionnaire.storage.persons import PersonRecord
from questionnaire.storage.recipients import Recipient

ADDRESS = ("l’adresse électronique de votre compte", "L’adresse de votre compte a été changée")
MOBILE = ("le numéro de mobile de votre compte", "Le mobile de votre compte a été changé")


def tell_way_in_changed(
    desk: Desk, actor: Actor | None, perimeter: Perimeter, record: PersonRecord, what: tuple[str, str], new: str = ""
) -> None:
    """Write to the address that the account had, and to the ``new`` one where there is. Within the writing in course.

    ``record`` is the person as they were before the change; ``what`` says it in the letter, and as its subject.
    """
    place = organisations.record(desk.session, perimeter, record.organisation_id).organisation
    by = f"{actor.person.name}, qui administre les comptes," if actor else "L’équipe technique"
    facts = {"by": by, "when": moment_in(desk, place), "what": what[0], "title": what[1]}
    key = f"way_in_changed/{new_id()}"
    for rank, address in enumerate({record.email.lower(): record.email, new.lower(): new}.values()):
        if address:
            to = Recipient(address, record.person.name, record.person.id)
            post(desk, perimeter, place, to, News("way_in_changed", f"{key}/{rank}", facts))
