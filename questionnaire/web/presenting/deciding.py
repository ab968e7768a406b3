"""« Pourquoi cette question ? »: the answers because of which it is asked, in words."""

from questionnaire.filling import FilledForm, parse_path
from questionnaire.filling.paths import question_name
from questionnaire.spec.others import OTHER

LONGEST = 90
"""Characters of an answer told: enough to know it again."""

NO_ANSWER = "sans réponse"
MOST = 6
"""Answers told: of a question asked in each item of a list, there may be many."""


def because(filled: FilledForm, path: str) -> tuple[str, ...]:
    """A line for each answer that decided: « Le projet accueille-t-il des mineurs ? » : Oui.

    Not of the text that says which « Autre » was meant: its choice stands just above.
    """
    if path.endswith(f"_{OTHER}"):
        return ()
    found = filled.deciding(path)
    lines = tuple(_line(filled, each) for each in found[:MOST])
    return (*lines, f"et {len(found) - MOST} de plus") if len(found) > MOST else lines


def _line(filled: FilledForm, path: str) -> str:
    leaf = parse_path(path)
    question = filled.form.questions[leaf.question]
    label = filled.wording.say(question.label, leaf.group, leaf.key)
    return f"«\u00a0{label}\u00a0»\u00a0: {_answer(filled, path)}"


def _answer(filled: FilledForm, path: str) -> str:
    if filled.form.questions[question_name(path)].is_repeat:
        count = len(filled.keys(path))
        return f"{count} éléments" if count > 1 else "1 élément" if count else "aucun élément"
    said = ", ".join(filled.wording.shown(path)) or NO_ANSWER
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…"
