"""What is kept at the freeze: exactly what the pages show, hidden answers dropped, calculations resolved."""

from questionnaire.filling.answers import Sheet
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.paths import leaf_path
from questionnaire.spec.model import Question
from questionnaire.spec.values import is_blank


def frozen_sheet(filled: FilledForm) -> Sheet:
    """The answers as a file: the shape that ``answers.from_sheet`` reads back, to the same sheet.

    Blanks are left out, but for questions with a first value: it must not come back where it was emptied; and for a
    falsehood that was drawn.
    """
    sheet: Sheet = {}
    for section in filled.sections():
        for question in section.questions:
            if question.name not in filled.relevant:
                continue
            _put(filled, sheet, question, question.name)
    return sheet


def frozen_items(filled: FilledForm, repeat: Question, place: str) -> list[Sheet]:
    """The items of the repeat that stands at ``place``, each with its key."""
    return [_item(filled, repeat, place, key) for key in filled.keys(place)]


def _item(filled: FilledForm, repeat: Question, place: str, key: str) -> Sheet:
    item: Sheet = {"_key": key}
    for child in repeat.questions:
        path = leaf_path(place, key, child.name)
        if path in filled.relevant:
            _put(filled, item, child, path)
    return item


def _put(filled: FilledForm, sheet: Sheet, question: Question, path: str) -> None:
    if question.is_repeat:
        sheet[question.name] = frozen_items(filled, question, path)
        return
    value = filled.values.get(path)
    if not is_blank(value) or question.default is not None or (question.kept and value is not None):
        sheet[question.name] = question.kind.write(value)
