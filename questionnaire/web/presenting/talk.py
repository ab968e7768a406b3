"""Comments in words: the way to them from each question, one thread, all threads of a draft."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import Actor
from questionnaire.filling import FilledForm, Path, parse_path
from questionnaire.filling.paths import items_around, question_name
from questionnaire.journeys.teamwork.commenting import LONGEST, Talk, is_open_to_comments
from questionnaire.journeys.teamwork.overview import Shared
from questionnaire.storage.comments import Comment
from questionnaire.storage.marks import Thread
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.links import address
from questionnaire.web.presenting.questions import Block, dom_id
from questionnaire.web.presenting.review import Links
from questionnaire.web.presenting.shell import USERS, initials
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    CommentView,
    EmptyState,
    Link,
    RepeatView,
    TalkLink,
    TalksView,
    ThreadView,
)

NO_TALK = EmptyState(
    "Aucun commentaire pour le moment",
    "Au bas de chaque partie, «\u00a0Commenter une réponse\u00a0» ouvre une discussion avec l’équipe.",
)
NONE = Thread(0, 0)


def talk_links(shared: Shared, filled: FilledForm, blocks: Iterable[Block]) -> dict[str, TalkLink]:
    """By path, the way to the comments of each question of a page that has some.

    One way to begin others stands at its foot (``begin_talk``): one under each question would double the stops of
    whoever goes through the page with a keyboard.
    """
    if not is_open_to_comments(shared.opened):
        return {}
    draft_id, threads = shared.opened.draft.id, shared.marks.threads
    talked = (path for path in _paths(blocks) if path in threads and may_be_discussed(filled, path))
    return {path: talk_link(filled, draft_id, path, threads) for path in talked}


def begin_talk(shared: Shared, section: str) -> str:
    """Where a comment on an answer of a section is begun; empty where the form takes no comments."""
    if not is_open_to_comments(shared.opened):
        return ""
    return f"{address('comments.talks', draft_id=shared.opened.draft.id)}?partie={section}"


def may_be_discussed(filled: FilledForm, path: str) -> bool:
    """Whether the question at a path is one that people talk of."""
    return path.rpartition(".")[2] not in filled.form.reserved


def _paths(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, RepeatView):
            for item in () if block.heads else block.items:  # a table is talked of as a whole
                yield from _paths(item.questions)
            yield block.path
        elif block.control not in {"note", "signpost"}:
            yield block.path


def talk_link(filled: FilledForm, draft_id: str, path: str, threads: Mapping[str, Thread]) -> TalkLink:
    """The way to the comments of one question."""
    thread = threads.get(path, NONE)
    url = f"{address('comments.thread', draft_id=draft_id)}?question={path}"
    return TalkLink(url, thread_state(thread) if thread.total else "Commenter", label_at(filled, path), thread.open > 0)


def thread_state(thread: Thread) -> str:
    """« 2 commentaires », with « résolus » once they are."""
    said = counted(thread.total, "commentaire", "commentaires")
    return said if thread.open else f"{said}, {'résolu' if thread.total == 1 else 'résolus'}"


def label_at(filled: FilledForm, path: str) -> str:
    """How a question is called, with its item where it has one; also an item that is gone."""
    place = parse_path(path)
    titles = [_title(filled, parse_path(item)) for item in items_around(path)]
    if place.name is None:
        return ", ".join((*titles, _title(filled, place)))
    label = filled.wording.say(filled.form.questions[place.question].label, place.group, place.key)
    return ", ".join((*titles, label))


def _title(filled: FilledForm, item: Path) -> str:
    group, key = item.group or "", item.key or ""
    here = str(item) in filled.relevant and key in filled.keys(group)
    return filled.wording.item_called(str(item)) if here else filled.wording.gone_title(group, key)


def thread_view(talk: Talk, actor: Actor, *, typed: str = "", error: str = "") -> ThreadView:
    """The thread of one question; ``typed`` and ``error`` when a comment could not be kept."""
    draft_id = talk.draft.draft.id
    settled = bool(talk.comments) and all(comment.settled for comment in talk.comments)
    return ThreadView(
        url=url_for("comments.thread", draft_id=draft_id, question=talk.path),
        element=f"thread-{dom_id(talk.path)}",
        title=label_at(talk.filled, talk.path),
        comments=tuple(_comment(talk, comment, actor) for comment in talk.comments),
        settled=settled,
        open_to_all=talk.draft.draft.finalised_at is None,
        back=Link("Revenir à la question", Links(talk.filled, draft_id).field(talk.path)),
        longest=LONGEST,
        typed=typed,
        error=error,
        state="Résolu" if settled else "",
    )


def _comment(talk: Talk, comment: Comment, actor: Actor) -> CommentView:
    zone = ZoneInfo(str(talk.draft.context.tz))
    mine = comment.person_id == actor.person.id and talk.draft.draft.finalised_at is None
    first, _, last = comment.author.partition(" ")
    return CommentView(
        author=comment.author,
        initials=initials(first, last),
        side="usager" if comment.role in USERS else "pro",
        when=moment(comment.at, zone),
        lines=tuple(comment.text.split("\n")),
        id=comment.id if mine else "",
    )


def talks_view(talk: Talk, actor: Actor, section: str = "") -> TalksView:
    """Every thread of a draft, those not settled first, then by age; with the questions of ``section`` to talk of."""
    by_path: dict[str, list[Comment]] = {}
    for comment in talk.comments:
        if question_name(comment.path) in talk.filled.form.questions:
            by_path.setdefault(comment.path, []).append(comment)
    threads = [thread_view(Talk(talk.draft, talk.filled, tuple(found), path), actor) for path, found in by_path.items()]
    left = sum(not thread.settled for thread in threads)
    return TalksView(
        title="Commentaires",
        lead=f"{counted(left, 'discussion ouverte', 'discussions ouvertes') if left else 'Aucune discussion ouverte'}. "
        "Les commentaires restent entre vous\u00a0: ils ne sont jamais imprimés, et disparaissent avec le brouillon.",
        threads=tuple(sorted(threads, key=lambda thread: thread.settled)),
        back=Link("Revenir aux parties", address("drafts.tasks", draft_id=talk.draft.draft.id)),
        empty=None if threads or section else NO_TALK,
        **_offered(talk, section),
    )


def _offered(talk: Talk, name: str) -> dict[str, Any]:
    """The questions of a section, each with the way to its comments."""
    found = next((section for section in talk.filled.sections() if section.name == name), None)
    if found is None or talk.draft.draft.finalised_at is not None:
        return {}
    url = address("comments.thread", draft_id=talk.draft.draft.id)
    paths = (place.path for place in talk.filled.places(found) if place.question.kind.name != "note")
    links = (
        Link(label_at(talk.filled, path), f"{url}?question={path}")
        for path in paths
        if may_be_discussed(talk.filled, path)
    )
    return {
        "offered_title": f"Commenter une réponse de «\u00a0{talk.filled.wording.say(found.title)}\u00a0»",
        "offered": tuple(links),
    }
