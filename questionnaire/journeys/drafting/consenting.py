"""Explicit consent while a document is filled: nothing is stored without it, and what it allowed goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.access import Actor
from questionnaire.filling import Change, FilledForm, fill
from questionnaire.filling.answers import from_stored
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.spec.codebook import said
from questionnaire.spec.consenting import GIVEN
from questionnaire.spec.values import Json
from questionnaire.storage import consents
from questionnaire.storage.consents import Decision


@dataclass(frozen=True, slots=True)
class Agreed:
    """The consents that are given before some changes, and after them; ``changes`` are those that may be stored."""

    before: frozenset[str]
    after: frozenset[str]
    changes: tuple[Change, ...]


def agreed(opened: OpenDraft, changes: tuple[Change, ...]) -> Agreed:
    """What changes make of the consents of a draft: answers that ask for one that is not given are left out."""
    rows = {path: row.value for path, row in {**opened.stored, **opened.reserved}.items()}
    before = _given(opened, rows)
    after = _given(opened, {**rows, **{change.path: change.after for change in changes}})
    kept = tuple(change for change in changes if opened.form.consent_of(change.path) in {"", *after})
    return Agreed(before, after, kept)


def _given(opened: OpenDraft, rows: Mapping[str, Json]) -> frozenset[str]:
    filled: FilledForm = fill(opened.form, from_stored(opened.form, rows), opened.context)
    return frozenset(each.name for each in opened.form.consents if filled.values.get(each.name) == GIVEN)


def settle(desk: Desk, actor: Actor, opened: OpenDraft, found: Agreed) -> frozenset[str]:
    """Keep what was decided, erase what was answered under a consent now withdrawn; gives the paths erased.

    Within the writing in course.
    """
    now, form = opened.context.now, opened.form
    asked = {each.name: said(each.label) for each in form.consents}
    decisions = [
        Decision(each.path, actor.person.id, now, each.after == GIVEN, asked[each.path], form.digest)
        for each in found.changes
        if each.path in asked
    ]
    consents.note(desk.session, actor.perimeter, opened.draft.id, decisions)
    withdrawn = found.before - found.after
    if not withdrawn:
        return frozenset()
    return consents.erase(
        desk.session, actor.perimeter, opened.draft.id, lambda path: form.consent_of(path) in withdrawn
    )
