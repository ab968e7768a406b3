"""Writing a form: begun from a small one or from a text that there is, kept at each saving, sound or not."""

import re
from dataclasses import dataclass

from questionnaire.access import Action, Actor, Forbidden, Perimeter, Relation, reach, require
from questionnaire.access.deeds import DeedKind
from questionnaire.access.managing import ORGANISATION
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.spec import Fault, Form, SpecError, load_text
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import check_name
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.starter import starter
from questionnaire.storage import manuscripts, trial_copies
from questionnaire.storage.ids import new_id
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.storage.transaction import reading, writing

LARGEST = 200_000
"""Characters of a form."""

DRAFT = "brouillon"
"""What stands for the version of a form that is being written."""

NOT_YOURS = "L’atelier des formulaires est réservé aux auteurs de formulaires."

_SAID = re.compile(r"^(form|title)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


class CannotWrite(QuestionnaireError):
    """What was typed or brought cannot be kept as a form being written."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A text with what is wrong in it; ``form`` is None where anything is."""

    source: str
    form: Form | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A form being written: its name and title as the text says them, sound or not."""

    manuscript: Manuscript
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The text was kept."""

    manuscript: Manuscript


@dataclass(frozen=True, slots=True)
class Moved:
    """Nothing was kept: somebody else had saved meanwhile; ``manuscript`` is as it is now."""

    manuscript: Manuscript


def may_write(actor: Actor) -> bool:
    """Whether the actor writes forms somewhere."""
    return bool(perimeter_of(actor).organisations)


def perimeter_of(actor: Actor) -> Perimeter:
    """Where the actor writes forms; nowhere for most people."""
    return reach(actor, Action.WRITE_FORMS, ORGANISATION)


def required(actor: Actor) -> Perimeter:
    """Where the actor writes forms; raises Forbidden where that is nowhere."""
    perimeter = perimeter_of(actor)
    if not perimeter.organisations:
        raise Forbidden(NOT_YOURS)
    return perimeter


def check(source: str) -> Checked:
    """Read a text as a form."""
    try:
        return Checked(source, load_text(source, DRAFT), ())
    except SpecError as error:
        return Checked(source, None, error.faults)


def listing(desk: Desk, actor: Actor) -> tuple[Listed, ...]:
    """The forms that are being written where the actor is an author, the last touched first; raises Forbidden."""
    perimeter = required(actor)
    with reading(desk.session) as session:
        return tuple(_listed(each) for each in manuscripts.listing(session, perimeter))


def open_one(desk: Desk, actor: Actor, manuscript_id: str) -> Manuscript:
    """One of them; raises NotFound or Forbidden."""
    with reading(desk.session):
        return load(desk, actor, manuscript_id)


def load(desk: Desk, actor: Actor, manuscript_id: str) -> Manuscript:
    """The same within the transaction in course."""
    return manuscripts.get(desk.session, required(actor), manuscript_id)


def begin(desk: Desk, actor: Actor, name: str) -> str:
    """Begin from a small form called ``name``; gives the id. Raises CannotWrite and Forbidden."""
    faults = Faults(DRAFT)
    if not check_name(Scalar(name, START), faults):
        raise CannotWrite(" ".join(f"{each.message} {each.remedy}" for each in faults.found) or "Donnez un nom.")
    return keep(desk, actor, starter(name))


def keep(desk: Desk, actor: Actor, source: str) -> str:
    """Begin from a text, sound or not, in the actor's own organisation; gives the id."""
    place = actor.organisation.id
    require(actor, Action.WRITE_FORMS, Relation(place, None, ORGANISATION))
    now = desk.clock()
    new = Manuscript(new_id(), place, sound(source), 1, now, now)
    with writing(desk.session) as session:
        manuscripts.add(session, required(actor), new)
        note(desk, actor, DeedKind.FORM_WRITTEN, subject_of(new))
    return new.id


def save(desk: Desk, actor: Actor, manuscript_id: str, revision: int, source: str) -> Saved | Moved:
    """Keep the text that was typed over ``revision``. Raises CannotWrite, NotFound, Forbidden."""
    text = sound(source)
    with writing(desk.session) as session:
        known = load(desk, actor, manuscript_id)
        if known.source == text:
            return Saved(known)
        if not manuscripts.change(session, required(actor), manuscript_id, revision, text, desk.clock()):
            return Moved(known)
        kept = load(desk, actor, manuscript_id)
        note(desk, actor, DeedKind.FORM_WRITTEN, subject_of(kept))
    return Saved(kept)


def discard(desk: Desk, actor: Actor, manuscript_id: str) -> None:
    """Forget a form that is being written; what was published of it stays. Raises NotFound, Forbidden."""
    with writing(desk.session) as session:
        known = load(desk, actor, manuscript_id)
        manuscripts.delete(session, required(actor), manuscript_id)
        trial_copies.forget_one(session, required(actor), manuscript_id)
        note(desk, actor, DeedKind.FORM_DISCARDED, subject_of(known))


def sound(source: str) -> str:
    """A text as it is kept: lines ended as everywhere. Raises CannotWrite when it is too long or holds no text."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST:
        raise CannotWrite(f"Ce texte est trop long\u00a0: {LARGEST // 1000}\u00a0000 caractères au plus.")
    if "\0" in text:
        raise CannotWrite("Ce fichier n’est pas un texte.")
    return text if text.endswith("\n") or not text else f"{text}\n"


def subject_of(manuscript: Manuscript) -> Subject:
    """A form being written as the audit log names it."""
    told = _listed(manuscript)
    return Subject(manuscript.organisation_id, manuscript.id, told.name or told.title)


def _listed(manuscript: Manuscript) -> Listed:
    said = {key: value.strip("\"'") for key, value in reversed(_SAID.findall(manuscript.source))}
    name = said.get("form", "")
    return Listed(manuscript, name, said.get("title", name) or "Sans titre")
