"""The document of a form being tried: asked for from the desk, drawn by the runner, forgotten the next day."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from questionnaire.access import Actor
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.authoring.trying import Stored, Trial
from questionnaire.journeys.authoring.writing import load, required
from questionnaire.journeys.desk import Desk
from questionnaire.storage import trial_copies
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing
from questionnaire.storage.trial_copies import TrialCopy

KEPT = timedelta(days=1)
_MOMENT = "%Y%m%d%H%M%S%f"


class NotDrawn(QuestionnaireError):
    """The document cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of it: the PDF, or None while it is waited for."""

    pdf: bytes | None


def ask(desk: Desk, actor: Actor, trial: Trial, stored: Stored) -> str:
    """Ask for the document of these answers; gives the number under which it is read."""
    copy = TrialCopy(trial.manuscript_id, trial.organisation.id, trial.source, json.dumps(stored), desk.clock())
    with writing(desk.session) as session:
        load(desk, actor, trial.manuscript_id)
        trial_copies.ask(session, required(actor), copy)
    return copy.asked_at.astimezone(UTC).strftime(_MOMENT)


def read(desk: Desk, actor: Actor, manuscript_id: str, number: str) -> Drawn:
    """The document of that number; raises NotFound, Forbidden, and NotDrawn where it will not come."""
    moment = _moment(number)
    with reading(desk.session) as session:
        load(desk, actor, manuscript_id)
        perimeter = required(actor)
        if not trial_copies.is_asked(session, perimeter, manuscript_id, moment):
            raise NotDrawn("Ce document d’essai n’est plus là\u00a0: un autre a été demandé, ou il a été effacé.")
        pdf = trial_copies.drawn(session, perimeter, manuscript_id, moment)
    if pdf == b"":
        raise NotDrawn("Ce document ne peut pas être dessiné\u00a0: un calcul du formulaire échoue avec ces réponses.")
    return Drawn(pdf)


def forget_trials(desk: Desk) -> bool:
    """Delete those that are over; whether there were any."""
    with writing(desk.session) as session:
        return trial_copies.forget(session, whole_perimeter(session), desk.clock() - KEPT)


def _moment(number: str) -> datetime:
    try:
        return datetime.strptime(number, _MOMENT).replace(tzinfo=UTC)
    except ValueError as error:
        raise NotDrawn("Ce document d’essai n’existe pas.") from error
