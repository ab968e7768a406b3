"""Keeping an answer in spite of what is odd in it, with a reason that counts for that answer alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from questionnaire.access import Action, Actor, allowed
from questionnaire.filling import FilledForm, Problem, Reason
from questionnaire.filling.paths import question_name
from questionnaire.filling.reasons import answer_digest
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.saving import load_to_fill
from questionnaire.journeys.teamwork.sharing import require_fill
from questionnaire.spec.kinds.strings import cleaned, on_one_line
from questionnaire.storage import upheld
from questionnaire.storage.transaction import reading, writing
from questionnaire.storage.upheld import Upheld

LONGEST = 500
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of the odd answers of a draft, by path.

    ``upheld`` are the reasons that count; ``errors`` say what is wrong with reasons that were ``typed`` and not kept.
    """

    upheld: Mapping[str, Upheld]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def standing(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm) -> Standing:
    """The reasons that count for the odd answers of a form; asks the database only where there are some."""
    if not filled.warnings:
        return Standing({})
    with reading(desk.session) as session:
        return Standing(_counting(filled, upheld.of_draft(session, actor.perimeter, opened.draft.id)))


def _counting(filled: FilledForm, given: Mapping[str, Upheld]) -> dict[str, Upheld]:
    odd = (warning.path for warning in filled.warnings if warning.path in given)
    return {path: given[path] for path in odd if given[path].answer == answer_digest(filled, path)}


def missing(filled: FilledForm, known: Standing) -> tuple[Problem, ...]:
    """The odd answers that nobody has kept yet."""
    return tuple(warning for warning in filled.warnings if warning.path not in known.upheld)


def with_reasons(filled: FilledForm, known: Standing, now: datetime) -> FilledForm:
    """The form at the moment of its freeze, with the reasons for which its odd answers were kept."""
    reasons = {path: Reason(given.reason, given.by) for path, given in known.upheld.items()}
    return replace(filled, context=replace(filled.context, now=now, reasons=reasons))


def refused_standing(
    filled: FilledForm, known: Standing, typed: Mapping[str, str], errors: Mapping[str, str]
) -> Standing:
    """What is said when finalising was asked for and some reasons are missing."""
    blank = {warning.path: BLANK for warning in missing(filled, known)}
    return Standing(known.upheld, typed, {**blank, **errors})


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft after reasons were given, and what is said of its odd answers from now on."""

    draft: OpenDraft
    filled: FilledForm
    standing: Standing


def uphold(desk: Desk, actor: Actor, draft_id: str, path: str, typed: Mapping[str, str]) -> Kept:
    """Store the reasons typed; the one at ``path`` was asked for. Raises DraftClosed, Forbidden, NotFound."""
    with writing(desk.session):
        opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
        filled = opened.fill()
        errors = keep(desk, actor, opened, filled, typed)
        known = standing(desk, actor, opened, filled)
        asked = {warning.path: BLANK for warning in missing(filled, known) if warning.path == path}
        return Kept(opened, filled, Standing(known.upheld, typed, {**asked, **errors}))


BLANK = "Écrivez pourquoi vous maintenez cette réponse."


def keep(desk: Desk, actor: Actor, opened: OpenDraft, filled: FilledForm, typed: Mapping[str, str]) -> dict[str, str]:
    """Store reasons within the transaction in course; what is wrong with the others, by path. Blank ones are none."""
    wanted = {warning.path: on_one_line(cleaned(typed.get(warning.path, ""))) for warning in filled.warnings}
    given = {path: text for path, text in wanted.items() if text}
    if not given:
        return {}
    for path in given:
        _require(desk, actor, opened, path)
    good = {path: (answer_digest(filled, path), text) for path, text in given.items() if len(text) <= LONGEST}
    now, person = opened.context.now, actor.person.id
    hidden = opened.form.is_sensitive
    upheld.keep(desk.session, actor.perimeter, opened.draft.id, good, person_id=person, at=now, sensitive=hidden)
    return {path: _too_long(text) for path, text in given.items() if path not in good}


def _too_long(text: str) -> str:
    return f"Ce motif a {len(text)} caractères\u00a0: {LONGEST} au plus sont gardés."


def _require(desk: Desk, actor: Actor, opened: OpenDraft, path: str) -> None:
    """Whoever may finalise the document, or fill that part of it, may keep an odd answer."""
    if not allowed(actor, Action.FINALISE, opened.relation()):
        require_fill(desk, actor, opened, opened.form.questions[question_name(path)].section)
