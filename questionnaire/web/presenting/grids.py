"""What is shown as a table: the rows of a grid, the cells and the heads of a repeat filled all at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from questionnaire.filling import FilledForm, Place
from questionnaire.spec.model import Question
from questionnaire.web.screens import ColumnView, QuestionView, RepeatView

_OPTIONS = frozenset({"radios", "scale"})
_FORMATS = {
    "date": "jj/mm/aaaa", "time": "Par exemple 14:30", "datetime": "jj/mm/aaaa hh:mm", "month": "mm/aaaa",
    "year": "aaaa", "duration": "Par exemple 1 h 30",
}  # fmt: skip


def grid_view(head: QuestionView, rows: Iterable[QuestionView]) -> QuestionView:
    """A grid with its rows, each an ordinary question; what none of its rows has to answer is said once."""
    rows = tuple(rows)
    scale = any(row.control == "scale" for row in rows)
    rows = tuple(replace(row, control="row") for row in rows)
    asked = [row for row in rows if row.shown]
    if not head.shown or not asked:
        return QuestionView(path=head.path, id=head.id, control=head.control, shown=False)
    optional = all(row.optional for row in asked)
    if optional:
        rows = tuple(replace(row, optional=False) for row in rows)
    first = next((row for row in asked if not row.read_only), asked[0])
    apart = (first.decline,) if first.decline else ()
    marked = tuple(ColumnView(option.label, option.hint, option.value if scale else "") for option in first.options)
    heads = (*marked, *(ColumnView(option.label) for option in apart))
    return replace(head, optional=optional, options=(), lines=rows, heads=heads)


def cells(views: Iterable[QuestionView | RepeatView], repeat: Question, item: str) -> Iterator[QuestionView]:
    """The questions of an item as cells of its row: one control each, called by the question and by the item."""
    kept = {child.name for child in _columns(repeat)}
    for view in views:
        if isinstance(view, QuestionView) and view.path.rpartition(".")[2] in kept:
            control = "select" if view.control in _OPTIONS and not view.read_only else view.control
            yield replace(view, control=control, item=item, guidance="", why="")


def heads_of(filled: FilledForm, place: Place) -> tuple[ColumnView, ...]:
    """The heads of a table: what each of its columns asks."""
    shown = (child for child in _columns(place.question) if not filled.veil.hides(child.name))
    say = filled.wording.say
    return tuple(
        ColumnView(say(child.label, place.path), say(child.hint, place.path) or _FORMATS.get(child.kind.name, ""))
        for child in shown
    )


def _columns(repeat: Question) -> tuple[Question, ...]:
    return tuple(child for child in repeat.questions if child.appearance != "hidden")
