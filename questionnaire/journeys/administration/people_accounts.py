"""Accounts of people: opened at their address, closed, which ends their sessions, opened again."""

import secrets

from questionnaire.access import Actor, Perimeter
from questionnaire.journeys.administration.organisations import NotAccepted
from questionnaire.journeys.administration.people import load_to_touch, noted
from questionnaire.journeys.auditing import Subject
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import News, moment_in, post
from questionnaire.journeys.personal.informing import inform_one
from questionnaire.organisations.contacts import is_address
from questionnaire.storage import accounts, organisations, passkeys, persons, second_steps, sessions
from questionnaire.storage.accounts import NewAccount
from questionnaire.storage.ids import new_id
from questionnaire.storage.persons import PersonRecord
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import writing

NAME_BYTES = 16
NOTHING_TO_TAKE = "Le compte de cette personne n’a ni double vérification ni clé d’accès."
OWN_SECOND_STEP = "Arrêtez la double vérification de votre propre compte dans «\u00a0Mon compte\u00a0»."


def invite(desk: Desk, actor: Actor | None, person_id: str) -> None:
    """Open an account at the person's address, and write to them; raises NotAccepted, NotFound, Forbidden."""
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        open_for(desk, actor, perimeter, record)


def open_for(desk: Desk, actor: Actor | None, perimeter: Perimeter, record: PersonRecord) -> None:
    """The same for a person just read, in the writing in course. No password opens it: a code by mail does."""
    person = record.person
    if record.active is not None:
        raise NotAccepted({"email": "Cette personne a déjà un compte."})
    if not is_address(record.email):
        raise NotAccepted(
            {"email": "Écrivez d’abord son adresse électronique\u00a0: c’est par elle que le compte s’ouvre."}
        )
    unique = secrets.token_hex(NAME_BYTES)
    accounts.open_account(desk.session, perimeter, NewAccount(person.id, record.email, "", unique))
    place = organisations.record(desk.session, perimeter, record.organisation_id).organisation
    inform_one(desk, perimeter, person.id)  # whoever is written to for the first time is told by whom they were entered
    to = Recipient(record.email, person.name, person.id)
    opener = actor.person.name if actor else place.full_name
    news = News("account_opened", f"account/{unique}", {"opener": opener, "address": record.email})
    post(desk, perimeter, place, to, news)
    noted(desk, actor, perimeter, Subject(place.id, person.id, person.name), "compte ouvert")


def close(desk: Desk, actor: Actor | None, person_id: str) -> None:
    """Close an account: nobody signs in by it, and its sessions end. Raises NotAccepted, NotFound, Forbidden."""
    if actor is not None and actor.person.id == person_id:
        raise NotAccepted(
            {"account": "Vous ne pouvez pas fermer votre propre compte\u00a0: un autre administrateur le peut."}
        )
    _set_open(desk, actor, person_id, active=False)


def reopen(desk: Desk, actor: Actor | None, person_id: str) -> None:
    """Open a closed account again; raises NotFound, Forbidden."""
    _set_open(desk, actor, person_id, active=True)


def reset_second_step(desk: Desk, actor: Actor | None, person_id: str) -> None:
    """Take the second step and the passkeys of a person away, who has lost them.

    Their sessions end, and they are told by mail. Raises NotAccepted, NotFound, Forbidden.
    """
    if actor is not None and actor.person.id == person_id:
        raise NotAccepted({"account": OWN_SECOND_STEP})
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        account_id = accounts.id_of_person(session, perimeter, person_id)
        if account_id is None or not (
            second_steps.of_account(session, account_id) or passkeys.number(session, account_id)
        ):
            raise NotAccepted({"account": NOTHING_TO_TAKE})
        second_steps.remove(session, account_id)
        passkeys.remove_all(session, account_id)
        sessions.close_all(session, account_id)
        place = organisations.record(session, perimeter, record.organisation_id).organisation
        by = f"{actor.person.name}, qui administre les comptes," if actor else "L’équipe technique"
        facts = {"by": by, "when": moment_in(desk, place)}
        news = News("second_step_reset", f"second_step_reset/{new_id()}", facts)
        post(desk, perimeter, place, Recipient(record.email, record.person.name, person_id), news)
        noted(desk, actor, perimeter, Subject(place.id, person_id, record.person.name), "double vérification retirée")


def _set_open(desk: Desk, actor: Actor | None, person_id: str, *, active: bool) -> None:
    with writing(desk.session) as session:
        perimeter, record = load_to_touch(session, actor, person_id)
        if record.active is None:
            raise NotAccepted({"account": "Cette personne n’a pas de compte."})
        if record.active is active:
            return
        if active:
            persons.reopen(session, perimeter, person_id)
        else:
            persons.close(session, perimeter, person_id, secrets.token_hex(NAME_BYTES))
        subject = Subject(record.organisation_id, person_id, record.person.name)
        noted(desk, actor, perimeter, subject, "compte rouvert" if active else "compte fermé")
