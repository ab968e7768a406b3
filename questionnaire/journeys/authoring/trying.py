"""Trying a form that is being written, as those who answer it will: nothing is kept but in the page itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from questionnaire.access import Actor, Organisation
from questionnaire.filling import FilledForm, Problem, item_path, new_key, parse_path, section_problems
from questionnaire.filling.answers import to_stored
from questionnaire.filling.paths import items_around, question_name
from questionnaire.filling.samples import one_sample
from questionnaire.journeys.authoring.writing import CannotWrite, check, load
from questionnaire.journeys.desk import Desk
from questionnaire.spec.model import Form, Section
from questionnaire.spec.values import Json
from questionnaire.storage.transaction import reading

APART = "Les fichiers ne s’essaient pas ici\u00a0: ils sont laissés de côté."

Stored = dict[str, Json]
"""What was answered so far, as drafts keep it: answers by path, items with their rank, or null once removed."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A form tried, in the author's own organisation; ``apart`` tells that some of it cannot be tried so."""

    manuscript_id: str
    source: str
    form: Form
    organisation: Organisation
    apart: bool


@dataclass(frozen=True, slots=True)
class Arranged:
    """The answers after an item came, went or moved; ``item`` is the one laid open."""

    stored: Stored
    item: str | None


def open_trial(desk: Desk, actor: Actor, manuscript_id: str) -> Trial:
    """The text as it is kept; raises CannotWrite while it has faults, NotFound, Forbidden."""
    with reading(desk.session):
        source = load(desk, actor, manuscript_id).source
    form = check(source).form
    if form is None:
        raise CannotWrite("Ce texte a des fautes\u00a0: corrigez-les et enregistrez, puis essayez-le.")
    apart = any(question.files for question in form.questions.values())
    return Trial(manuscript_id, source, form, actor.organisation, apart)


def mistakes(filled: FilledForm, section: Section) -> dict[str, Problem]:
    """The problems of one page, those of files left out."""
    found = section_problems(filled, section)
    return {each.path: each for each in found if not filled.form.questions[question_name(each.path)].files}


def made_up(desk: Desk, trial: Trial, seed: int) -> Stored:
    """Answers that fill the whole form, others for another ``seed``; none where no such answers are found."""
    context = desk.context(trial.organisation, trial.form)
    found = one_sample(trial.form, context, seed)
    return {} if found is None else to_stored(trial.form, found.answers)


def arrange(filled: FilledForm, stored: Stored, verb: str, path: str) -> Arranged:
    """Do what a button of a list asks; what makes no sense changes nothing."""
    return VERBS[verb](filled, stored, path) if _is_sound(filled, verb, path) else Arranged(stored, None)


def _is_sound(filled: FilledForm, verb: str, path: str) -> bool:
    place = parse_path(path)
    group = path if verb == "add" else place.group or ""
    question = filled.form.questions.get(question_name(group)) if group else None
    if question is None or not question.is_repeat or question.each or group in filled.read_only:
        return False
    if verb == "add":
        return filled.is_relevant(group) and filled.can_add(group)
    return place.name is None and place.key in filled.keys(group)


def _add(filled: FilledForm, stored: Stored, group: str) -> Arranged:
    path = item_path(group, new_key())
    return Arranged(stored | {path: len(filled.keys(group)) + 1}, path)


def _open(_filled: FilledForm, stored: Stored, path: str) -> Arranged:
    return Arranged(stored, path)


def _close(_filled: FilledForm, stored: Stored, path: str) -> Arranged:
    return Arranged(stored, next(reversed(items_around(path)), None))


def _remove(_filled: FilledForm, stored: Stored, path: str) -> Arranged:
    return Arranged(stored | {path: None}, next(reversed(items_around(path)), None))


def _moved(filled: FilledForm, stored: Stored, path: str, steps: int) -> Arranged:
    place = parse_path(path)
    group = place.group or ""
    keys = list(filled.keys(group))
    here = keys.index(place.key or "")
    keys.insert(max(0, here + steps), keys.pop(here))
    ranks: Mapping[str, Json] = {item_path(group, key): rank for rank, key in enumerate(keys, start=1)}
    return Arranged({**stored, **ranks}, path)


Verb = Callable[[FilledForm, Stored, str], Arranged]
VERBS: Mapping[str, Verb] = {
    "add": _add,
    "open": _open,
    "close": _close,
    "remove": _remove,
    "up": lambda filled, stored, path: _moved(filled, stored, path, -1),
    "down": lambda filled, stored, path: _moved(filled, stored, path, 1),
}
"""What the buttons of a list ask for, by the word that stands before the place."""
