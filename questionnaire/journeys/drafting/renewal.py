"""What moving a draft to the newer version of its form would do: answers kept and lost, questions asked anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from questionnaire.access import Action, Actor, allowed
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import FilledForm, Place, Problem
from questionnaire.filling.moving import Passage, is_same_document, passages
from questionnaire.filling.paths import question_name
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.blinding import require_seal
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.reserving import veil_for
from questionnaire.journeys.drafting.saving import load_open
from questionnaire.lifecycle import FormRef
from questionnaire.spec import Form
from questionnaire.spec.model import Section
from questionnaire.spec.values import is_blank
from questionnaire.spec.versions import natural
from questionnaire.storage import marks
from questionnaire.storage.marks import Holder
from questionnaire.storage.transaction import reading


class NothingNewer(QuestionnaireError):
    """The draft is in the last version of its form already, or cannot leave its own."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A draft as it stands (``opened``) and as it would stand in the newer version (``after``), filled both times.

    ``passages`` are what becomes of its answers, those that the reader does not see included. ``released`` are the
    parts that somebody was given and that are no more.
    """

    opened: OpenDraft
    after: OpenDraft
    passages: tuple[Passage, ...]
    before_filled: FilledForm
    after_filled: FilledForm
    released: tuple[tuple[Section, Holder], ...]

    def lost(self) -> Iterator[Passage]:
        """The answers that the reader sees and that are lost, whole or in part; not those of items taken away.

        In the order of the pages.
        """
        gone = tuple(f"{path}." for path in self.before_filled.answers.removed)
        lost = {each.path: each for each in self._seen() if each.why and not each.path.startswith(gone)}
        return (lost[path] for path in _every_path(self.before_filled) if path in lost)

    def kept(self) -> int:
        """How many answers that the reader sees are taken up whole."""
        return sum(each.why is None for each in self._seen())

    def lost_unseen(self) -> int:
        """How many answers that the reader does not see are lost."""
        return sum(each.why is not None and self.opened.veil.hides(each.path) for each in self.passages)

    def _seen(self) -> Iterator[Passage]:
        """What becomes of people's answers, items of repeats and what chance drew left aside."""
        for each in self.passages:
            question = self.opened.form.questions[question_name(each.path)]
            if question.kind.answered and not self.opened.veil.hides(each.path):
                yield each

    def asked(self) -> Iterator[str]:
        """The paths of the questions that would wait for an answer, and do not now."""
        lost = {each.path for each in self.passages if each.why}
        for path in _every_path(self.after_filled):
            waits = self.after_filled.is_relevant(path) and is_blank(self.after_filled.values.get(path))
            is_new = path in lost or not self.before_filled.is_relevant(path)
            if waits and is_new and self.after.form.questions[path.rpartition(".")[2]].kind.answered:
                yield path

    def to_review(self) -> Iterator[Problem]:
        """What would be wrong with answers taken up, or missing, by rules that are new."""
        known = {(problem.path, problem.code) for problem in self.before_filled.problems}
        asked = set(self.asked())
        new = (each for each in self.after_filled.problems if (each.path, each.code) not in known)
        return (each for each in new if each.path not in asked)


def _every_path(filled: FilledForm) -> Iterator[str]:
    """The path of every question, asked or not, in page order."""
    for question in filled.form.top_level():
        yield from _paths_in(filled, Place(question, question.name))


def _paths_in(filled: FilledForm, place: Place) -> Iterator[str]:
    yield place.path
    for key in filled.keys(place.path) if place.question.is_repeat else ():
        for inside in place.inside(key):
            yield from _paths_in(filled, inside)


def newer(desk: Desk, actor: Actor, opened: OpenDraft) -> Form | None:
    """The newer version to which the actor may move a draft; None where there is none."""
    last = desk.shelf.find(opened.form.name, opened.draft.organisation_id)
    if last is None or natural(last.version) <= natural(opened.form.version) or opened.draft.finalised_at is not None:
        return None
    may = allowed(actor, Action.EDIT_DRAFT, opened.relation()) and is_same_document(opened.form, last)
    return last if may else None


def look(desk: Desk, actor: Actor, draft_id: str) -> Renewal:
    """What moving a draft would do; raises NothingNewer, DraftClosed, Forbidden, NotFound."""
    with reading(desk.session):
        return plan(desk, actor, draft_id)


def plan(desk: Desk, actor: Actor, draft_id: str) -> Renewal:
    """The same within the transaction in course."""
    opened = load_open(desk, actor, draft_id)
    target = newer(desk, actor, opened)
    if target is None:
        raise NothingNewer("Il n’y a pas de version plus récente de ce formulaire pour ce document.")
    require_seal(desk, target)
    rows = {**opened.stored, **opened.reserved}
    found = passages(opened.form, target, {path: row.value for path, row in rows.items()})
    after = _as_moved(desk, actor, opened, target, found)
    given = marks.of_draft(desk.session, actor.perimeter, draft_id, actor.person.id).given
    gone = (each for each in opened.form.sections if target.section(each.name) is None)
    released = tuple((section, given[section.name]) for section in gone if section.name in given)
    return Renewal(opened, after, found, opened.fill(), after.fill(), released)


def _as_moved(desk: Desk, actor: Actor, opened: OpenDraft, form: Form, found: tuple[Passage, ...]) -> OpenDraft:
    """The draft as it would stand, with what the same reader would see of it."""
    rows = {**opened.stored, **opened.reserved}
    for each in found:
        rows[each.path] = replace(rows[each.path], value=each.after)
    veil = veil_for(actor, form, opened.relation(), rows.values())
    ref = FormRef(form.name, form.version, form.digest)
    draft = replace(opened.draft, form=ref, revision=opened.draft.revision + 1)
    known = opened.context
    return replace(
        opened,
        head=replace(opened.head, draft=draft),
        form=form,
        stored={path: row for path, row in rows.items() if not veil.hides(path)},
        reserved={path: row for path, row in rows.items() if veil.hides(path)},
        context=replace(desk.context(opened.organisation, form), origins=known.origins, seed=known.seed),
        veil=veil,
    )
