"""The page that shows a lent password, this once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.storage.persons import PersonRecord
from questionnaire.web import desk
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import Link
from questionnaire.web.screens.people import LentPasswordView


def lent_view(record: PersonRecord, password: str, until: datetime) -> LentPasswordView:
    """The password, for whom, until when, and how to hand it over."""
    zone = ZoneInfo(desk.actor().organisation.timezone)
    name = record.person.name
    return LentPasswordView(
        title="Mot de passe provisoire",
        lead=f"Pour {name}, à l’adresse {record.email}. Il n’est montré que cette fois.",
        password=password,
        advice=(
            "Dites-le de vive voix ou remettez-le en main propre, sans l’adresse\u00a0; ne l’envoyez pas par courriel.",
            f"Il est valable jusqu’au {until.astimezone(zone):%d/%m/%Y à %H:%M}, puis il n’ouvre plus rien.",
            "À la connexion, il faudra d’abord en choisir un autre.",
            "L’ancien mot de passe ne sert plus, et les sessions ouvertes sont fermées.",
            "Un courriel l’annonce, sans le mot de passe.",
        ),
        back=Link(f"Revenir à {name}", address("people.person", person_id=record.person.id)),
    )
