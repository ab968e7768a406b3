"""« Rempli avec l'aide de » : somebody helped to fill the document, and it says so."""

from contextlib import suppress

from questionnaire.access import Action, Actor, Forbidden
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.saving import load_to_fill
from questionnaire.journeys.teamwork.sharing import takes_part
from questionnaire.storage import assistance, drafts
from questionnaire.storage.errors import NotFound
from questionnaire.storage.transaction import writing

MEANS = {"lecture": "lecture", "saisie": "saisie", "reformulation": "reformulation"}
"""How somebody may help, and what it is called on the paper."""

LONGEST_NAME = 120
MOST = 20


class CannotRecordHelp(QuestionnaireError):
    """Who helped, or how, was not said."""


def tell(desk: Desk, actor: Actor, draft_id: str, name: str, means: tuple[str, ...]) -> None:
    """Record who helped (a name, or a role) and how. Raises NotFound, Forbidden, DraftClosed, CannotRecordHelp."""
    who = " ".join(name.split())
    how = tuple(word for word in MEANS if word in means)
    with writing(desk.session) as session:
        opened = _load(desk, actor, draft_id)
        _check(who, how)
        if assistance.count(session, actor.perimeter, draft_id) >= MOST:
            raise CannotRecordHelp(f"{MOST} personnes sont déjà nommées.")
        now = opened.context.now
        assistance.add(session, actor.perimeter, draft_id, who, how, person_id=actor.person.id, at=now)
        drafts.touch(session, actor.perimeter, draft_id, now)


def untell(desk: Desk, actor: Actor, draft_id: str, assistance_id: str) -> None:
    """Take back what was told. Raises NotFound, Forbidden, DraftClosed."""
    with writing(desk.session) as session:
        _load(desk, actor, draft_id)
        with suppress(NotFound):  # taken back already, by somebody else or by a second click
            assistance.remove(session, actor.perimeter, draft_id, assistance_id)


def is_offered(opened: OpenDraft) -> bool:
    """Whether the form says who filled it."""
    return opened.form.privacy == "named"


def _load(desk: Desk, actor: Actor, draft_id: str) -> OpenDraft:
    opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
    if not takes_part(actor, opened) or not is_offered(opened):
        raise Forbidden("Seules les personnes qui remplissent ce document disent qui les a aidées.")
    return opened


def _check(who: str, how: tuple[str, ...]) -> None:
    if not who:
        raise CannotRecordHelp("Écrivez le nom ou la fonction de la personne qui a aidé.")
    if len(who) > LONGEST_NAME:
        raise CannotRecordHelp(f"Ce nom est trop long\u00a0: {LONGEST_NAME} caractères au plus.")
    if not how:
        raise CannotRecordHelp("Cochez au moins une façon d’aider.")
