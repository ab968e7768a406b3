"""Talking about the questions of a draft: threads of comments that the paper never shows."""

from dataclasses import dataclass

from questionnaire.access import Action, Actor
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import BadPath, FilledForm, parse_path
from questionnaire.filling.answers import question_at
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, load
from questionnaire.journeys.drafting.saving import load_to_fill
from questionnaire.journeys.letters.telling import tell_commented
from questionnaire.spec.model import Question
from questionnaire.storage import comments, drafts
from questionnaire.storage.comments import Comment
from questionnaire.storage.transaction import reading, writing

LONGEST = 1000
"""Characters of one comment."""

MOST = 500
"""Comments of one draft."""


class CannotComment(QuestionnaireError):
    """The comment is empty, too long, one too many, or the form is one whose people are not named."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The comments of a draft, or of the one question at ``path``, the oldest first."""

    draft: OpenDraft
    filled: FilledForm
    comments: tuple[Comment, ...]
    path: str = ""


def is_open_to_comments(opened: OpenDraft) -> bool:
    """Whether people may comment: not where answers are blind or anonymous, nor where one person alone reads."""
    return opened.form.privacy == "named" and opened.form.instances == "project"


def all_talk(desk: Desk, actor: Actor, draft_id: str) -> Talk:
    """Every comment of a draft; raises NotFound, Forbidden, CannotComment."""
    with reading(desk.session) as session:
        opened = _load(desk, actor, draft_id)
        return Talk(opened, opened.fill(), comments.all_of(session, actor.perimeter, draft_id))


def talk(desk: Desk, actor: Actor, draft_id: str, path: str) -> Talk:
    """The comments on one question; raises NotFound, Forbidden, BadPath, CannotComment."""
    with reading(desk.session) as session:
        opened = _load(desk, actor, draft_id)
        _require_question(opened, path)
        return Talk(opened, opened.fill(), comments.thread(session, actor.perimeter, draft_id, path), path)


def say(desk: Desk, actor: Actor, draft_id: str, path: str, text: str) -> None:
    """Comment on a question, or answer those who did. Raises as ``talk``, and DraftClosed."""
    words = text.replace("\r\n", "\n").strip()
    with writing(desk.session) as session:
        opened = _load_open(desk, actor, draft_id, path)
        _check(words)
        if comments.count(session, actor.perimeter, draft_id) >= MOST:
            raise CannotComment(f"Ce document a déjà {MOST} commentaires. Supprimez ceux qui ne servent plus.")
        now = opened.context.now
        spoke = [each.person_id for each in comments.thread(session, actor.perimeter, draft_id, path)]
        comments.add(session, actor.perimeter, draft_id, path, words, person_id=actor.person.id, at=now)
        tell_commented(desk, actor, opened, path, spoke)
        drafts.touch(session, actor.perimeter, draft_id, now)


def settle(desk: Desk, actor: Actor, draft_id: str, path: str, *, settled: bool) -> None:
    """Take the thread of a question as settled, or up again. Raises as ``say``."""
    with writing(desk.session) as session:
        opened = _load_open(desk, actor, draft_id, path)
        if settled:
            comments.settle(session, actor.perimeter, draft_id, path, actor.person.id, opened.context.now)
        else:
            comments.reopen(session, actor.perimeter, draft_id, path)
        drafts.touch(session, actor.perimeter, draft_id, opened.context.now)


def remove(desk: Desk, actor: Actor, draft_id: str, path: str, comment_id: str) -> None:
    """Delete a comment of one's own. Raises as ``say``, and NotFound for another's."""
    with writing(desk.session) as session:
        _load_open(desk, actor, draft_id, path)
        comments.remove(session, actor.perimeter, draft_id, comment_id, actor.person.id)


def _load(desk: Desk, actor: Actor, draft_id: str) -> OpenDraft:
    opened = load(desk, actor, draft_id, Action.READ_DRAFT)
    _require_named(opened)
    return opened


def _load_open(desk: Desk, actor: Actor, draft_id: str, path: str) -> OpenDraft:
    opened = load_to_fill(desk, actor, draft_id, Action.READ_DRAFT)
    _require_named(opened)
    _require_question(opened, path)
    return opened


def _require_named(opened: OpenDraft) -> None:
    if not is_open_to_comments(opened):
        raise CannotComment("Les réponses de ce formulaire ne sont pas signées\u00a0: elles ne se commentent pas.")


def is_discussed(question: Question) -> bool:
    """Whether people may talk of a question: not of a reserved one, for everybody reads the comments."""
    return question.visible_to is None


def _require_question(opened: OpenDraft, path: str) -> None:
    """The path is that of a question of the form; the item may be gone, its comments stay readable."""
    question = question_at(opened.form, parse_path(path))
    if question.kind.name in {"note", "hidden"} or not is_discussed(question):
        raise BadPath("Cette question ne se commente pas.")


def _check(words: str) -> None:
    if not words:
        raise CannotComment("Écrivez votre commentaire.")
    if len(words) > LONGEST:
        raise CannotComment(f"Votre commentaire a {len(words)} caractères\u00a0: {LONGEST} au plus sont gardés.")
