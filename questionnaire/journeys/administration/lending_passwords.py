"""A password for somebody who cannot come in otherwise: it works for a while, and they first choose their own."""

from datetime import datetime
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import load_to_touch, noted
from questionnaire.journeys.auditing import Subject
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, post
from questionnaire.storage import accounts, identities, organisations, sessions
from questionnaire.storage.ids import new_id
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import writing

NO_ACCOUNT = "Cette personne n’a pas de compte ouvert."
OWN = "Changez votre propre mot de passe dans «\u00a0Mon compte\u00a0»."
BY_PROVIDER = "Cette personne entre par la connexion de son établissement\u00a0: elle n’a pas de mot de passe ici."


def lend(desk: Desk, actor: Actor | None, person_id: str, password_hash: str, until: datetime) -> None:
    """Let a password that the person has not chosen open their account until then, in place of their own.

    Their sessions end, and they are told by mail, without the password. Raises NotAccepted, NotFound, Forbidden.
    """
    if actor is not None and actor.person.id == person_id:
        raise NotAccepted({"account": OWN})
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        account_id = accounts.id_of_person(session, perimeter, person_id)
        if account_id is None or not record.active:
            raise NotAccepted({"account": NO_ACCOUNT})
        opened = any(identity.opened for identity in identities.of_account(session, account_id))
        if opened and not accounts.has_password(session, account_id):
            raise NotAccepted({"account": BY_PROVIDER})
        accounts.lend_password(session, account_id, password_hash, until)
        sessions.close_all(session, account_id)
        place = organisations.record(session, perimeter, record.organisation_id).organisation
        by = f"{actor.person.name}, qui administre les comptes," if actor else "L’équipe technique"
        facts = {"by": by, "until": f"{until.astimezone(ZoneInfo(place.timezone)):%d/%m/%Y à %H:%M}"}
        news = News("password_lent", f"password_lent/{new_id()}", facts)
        post(desk, perimeter, place, Recipient(record.email, record.person.name, person_id), news)
        noted(desk, actor, perimeter, Subject(place.id, person_id, record.person.name), "mot de passe provisoire donné")
