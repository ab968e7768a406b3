"""The changes of a draft, in words."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Action, Actor, allowed
from questionnaire.filling import parse_path
from questionnaire.filling.paths import question_name
from questionnaire.journeys.drafting.eras import Move
from questionnaire.journeys.drafting.history import History, Line
from questionnaire.spec.values import Json
from questionnaire.web.presenting.conflicts import shown_answer
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.talk import label_at
from questionnaire.web.screens import ChangeView, EmptyState, HistoryView, Link, Notice, Post

NOBODY_YET = EmptyState("Aucun changement pour le moment", "Les réponses données et modifiées apparaîtront ici.")


PAGE = 30
"""Changes on a page."""


def history_view(history: History, actor: Actor, page: int) -> HistoryView:
    """A page of « Changements », counted from 1; beyond the last, the last."""
    may = allowed(actor, Action.EDIT_DRAFT, history.draft.relation()) and history.draft.draft.finalised_at is None
    messages = [str(message) for message in get_flashed_messages()]
    lines = list(_told(history))
    page = min(page, max(1, -(-len(lines) // PAGE)))
    shown = lines[(page - 1) * PAGE : page * PAGE]
    rows = tuple(
        _moved(history, line) if isinstance(line, Move) else _Row(history, line).view(may_take_back=may)
        for line in shown
    )
    return HistoryView(
        title="Changements",
        lead="Qui a répondu quoi, et quand. Une réponse peut reprendre sa valeur d’avant.",
        changes=rows,
        empty=None if rows else NOBODY_YET,
        notice=Notice(" ".join(messages), "ok") if messages else None,
        newer=_other_page(history, "Changements plus récents", page - 1) if page > 1 else None,
        older=_other_page(history, "Changements plus anciens", page + 1) if len(lines) > page * PAGE else None,
    )


def _other_page(history: History, text: str, page: int) -> Link:
    return Link(text, url_for("history.changes", draft_id=history.draft.draft.id, page=page))


def _told(history: History) -> Iterator[Line | Move]:
    """The lines and the moves to another version, the latest first; a move stands above what it lost."""
    moves = list(history.eras.moves)
    for line in history.lines:
        while moves and moves[-1].revision >= line.revision:
            yield moves.pop()
        if _known(history, line):
            yield line
    yield from reversed(moves)


def _known(history: History, line: Line) -> bool:
    return question_name(line.path) in history.eras.form_at(line.revision).questions


def _moved(history: History, move: Move) -> ChangeView:
    following = next((each for each in history.eras.moves if each.revision > move.revision), None)
    version = following.form.version if following else history.eras.form.version
    return ChangeView(
        label="Version du formulaire",
        who=move.who or "Une personne de l’équipe",
        when=moment(move.at, ZoneInfo(str(history.draft.context.tz))),
        before=(move.form.version,),
        after=(version,),
    )


class _Row:
    def __init__(self, history: History, line: Line) -> None:
        self._filled = history.filled_at(line.revision)
        self._draft_id = history.draft.draft.id
        self._zone = ZoneInfo(str(history.draft.context.tz))
        self._person = history.people.get(line.person_id)
        self._line = line
        self._place = parse_path(line.path)

    def view(self, *, may_take_back: bool) -> ChangeView:
        line = self._line
        return ChangeView(
            label=label_at(self._filled, line.path),
            who=self._person.name if self._person else "Une personne de l’équipe",
            when=moment(line.at, self._zone),
            before=self._shown(line.before),
            after=self._shown(line.after),
            take_back=self._button() if may_take_back and line.current else None,
        )

    def _shown(self, json: Json) -> tuple[str, ...]:
        if self._place.name is None and self._place.group is not None:
            return ("(absent)",) if json is None else ("(dans la liste)",)
        return shown_answer(self._filled, self._filled.form.questions[self._place.name or ""], json)

    def _button(self) -> Post:
        url = url_for("history.take_back", draft_id=self._draft_id)
        fields = (("reponse", self._line.path), ("revision", str(self._line.revision)))
        return Post("Reprendre la réponse d’avant", url, fields)
