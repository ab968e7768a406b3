"""Grids: questions that share one list of answers, written as rows and asked as ordinary questions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from questionnaire.spec.declared import ChoiceSpec, FormSpec, ListSpec, QuestionSpec, RowSpec
from questionnaire.spec.faults import NOT_YET_SUPPORTED, Faults
from questionnaire.spec.naming import every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.options import is_mark
from questionnaire.spec.scalars import both
from questionnaire.spec.table_details import GRID_LIST, GRID_TOO_WIDE

GRID = "grid"
MOST_COLUMNS = 7
"""Answers that stand beside each other on a screen, with words that one can still read."""

Listed = tuple[ChoiceSpec, ...] | ListSpec
Written = dict[str, tuple[ChoiceSpec, ...]]


def check_grids(spec: FormSpec, faults: Faults) -> None:
    """Say of each grid why it could not be drawn."""
    lists = {name.text: listed for name, listed in spec.choices}
    for section in spec.sections:
        for question in section.questions:
            for inside in every_question(question.questions or ()):
                if inside.kind.text == GRID:
                    faults.add(NOT_YET_SUPPORTED, inside.place, what="une grille dans une répétition")
            if question.kind.text == GRID and question.choices is not None:
                _check_columns(question, question.choices, lists, faults)


def _check_columns(
    grid: QuestionSpec, choices: Scalar | tuple[ChoiceSpec, ...], lists: Mapping[str, Listed], faults: Faults
) -> None:
    """Columns are few, and known before the form is filled."""
    listed = lists.get(choices.text, ()) if isinstance(choices, Scalar) else choices
    place = choices.place if isinstance(choices, Scalar) else grid.place
    if not isinstance(listed, tuple):
        faults.add(GRID_LIST, place)
    elif len(listed) > MOST_COLUMNS:
        faults.add(GRID_TOO_WIDE, place, count=len(listed), most=MOST_COLUMNS)


def with_rows(spec: FormSpec) -> FormSpec:
    """The form with, after each grid, the question of each of its rows."""
    written: Written = {name.text: listed for name, listed in spec.choices if isinstance(listed, tuple)}
    sections = (replace(each, questions=tuple(_laid_out(each.questions, written))) for each in spec.sections)
    return replace(spec, sections=tuple(sections))


def _laid_out(questions: tuple[QuestionSpec, ...], written: Written) -> Iterator[QuestionSpec]:
    for question in questions:
        if question.kind.text != GRID:
            yield question
            continue
        yield replace(question, may_decline=None)  # its rows are what one declines
        kind = Scalar(_kind_of_rows(question, written), question.kind.place)
        for row in question.rows or ():
            yield _row(question, row, kind)


def _kind_of_rows(grid: QuestionSpec, written: Written) -> str:
    """Marks on a scale where all answers are numbers, else one choice."""
    listed = written.get(grid.choices.text, ()) if isinstance(grid.choices, Scalar) else grid.choices or ()
    return "rating" if listed and all(is_mark(choice.name.text) for choice in listed) else "select_one"


def _row(grid: QuestionSpec, row: RowSpec, kind: Scalar) -> QuestionSpec:
    required = row.required or grid.required
    return QuestionSpec(
        place=row.place,
        name=row.name,
        kind=kind,
        label=row.label,
        hint=row.hint,
        required=required,
        required_message=grid.required_message if required else None,
        relevant=both(grid.relevant, row.relevant),
        read_only=grid.read_only,
        choices=grid.choices,
        may_decline=grid.may_decline,
        personal=grid.personal,
        visible_to=grid.visible_to,
        link_id=row.link_id,
        under=grid.under,
    )
