"""Answers that a document shows side by side: the rows of a grid, the items of a repeat filled as a table."""

from questionnaire.content.blocks import Table
from questionnaire.filling import FilledForm, Place, leaf_path
from questionnaire.spec.model import Choice, Question
from questionnaire.spec.values import Declined

TICK = "×"
"""What stands in the column of an answer; a step of a scale is its own mark."""
_MOST = 6
"""Columns that a page holds with words that one can still read."""
_LONGEST = 60
"""Characters of a cell."""


def grid_table(filled: FilledForm, grid: Question) -> Table | None:
    """The rows answered, with a mark under what was answered; None where nothing was."""
    say, form = filled.wording.say, filled.form
    rows = [form.questions[name] for name in grid.rows if filled.wording.shown(name)]
    if not rows:
        return None
    choices = _columns(rows[0])
    return Table(
        (say(grid.label), *(_head(filled, rows[0], choice) for choice in choices)),
        tuple((say(row.label), *(_mark(filled, row, choice) for choice in choices)) for row in rows),
    )


def _columns(row: Question) -> tuple[Choice, ...]:
    return (*row.choices, *filter(None, [row.may_decline]))


def _head(filled: FilledForm, row: Question, choice: Choice) -> str:
    label = filled.wording.say(choice.label)
    return f"{choice.name}\u00a0– {label}" if row.kind.name == "rating" and choice is not row.may_decline else label


def _mark(filled: FilledForm, row: Question, choice: Choice) -> str:
    value = filled.values.get(row.name)
    if (value.name if isinstance(value, Declined) else value) != choice.name:
        return ""
    return choice.name if row.kind.name == "rating" and not isinstance(value, Declined) else TICK


def repeat_table(filled: FilledForm, place: Place) -> Table | None:
    """The items as rows, without the columns where nothing is; None where that is too much for a page's width."""
    repeat, keys = place.question, filled.keys(place.path)
    shown = [question for question in repeat.questions if question.appearance != "hidden"]
    cells = {
        question.name: [" ".join(filled.wording.shown(leaf_path(place.path, key, question.name))) for key in keys]
        for question in shown
    }
    kept = [question for question in shown if question is shown[0] or any(cells[question.name])]
    too_much = len(kept) > _MOST or any(len(cell) > _LONGEST for question in kept for cell in cells[question.name])
    if not kept or too_much:
        return None
    heads = tuple(filled.wording.say(question.label, place.path) for question in kept)
    columns = [cells[question.name] for question in kept]
    if repeat.each:
        heads = (filled.wording.say(filled.form.questions[repeat.each].label), *heads)
        columns = [[filled.wording.item_title(place.path, key, rank) for rank, key in enumerate(keys, 1)], *columns]
    return Table(heads, tuple(zip(*columns, strict=True)))
