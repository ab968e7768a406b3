"""Small forms and their answers, for the tests of this room."""

import textwrap
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from questionnaire.filling import Answers, Context, FilledForm, fill, from_sheet
from questionnaire.spec import Form, load, load_text

SPECS = Path("tests/specs")
FICHE = load("forms_spec/fiche_projet/2026-1.yaml")
CONTEXT = Context(now=datetime(2026, 3, 2, 23, 30, tzinfo=UTC), tz=ZoneInfo("Europe/Paris"))
"""In Paris it is already half past midnight, on the third."""

NOTHING = Answers({}, {})


def tiny(feature: str) -> Form:
    """The form that shows one feature."""
    return load(SPECS / f"{feature}.yaml")


def a_form(questions: str, sections: str = "", head: str = "") -> Form:
    """A form of one page, its questions as YAML lines; ``sections`` are more pages, ``head`` more keys of the form."""
    first = f"form: demo\ntitle: Démo\n{head}sections:\n  - name: page\n    title: Page\n    questions:\n"
    return load_text(first + _indented(questions, 6) + _indented(sections, 2), "demo/1")


def _indented(lines: str, width: int) -> str:
    return textwrap.indent(textwrap.dedent(lines).strip("\n") + "\n", " " * width) if lines else ""


def filled(form: Form, sheet: Mapping[str, Any], context: Context = CONTEXT) -> FilledForm:
    """The form filled with a sheet that has nothing wrong in its shape."""
    answers, problems = from_sheet(form, sheet)
    assert problems == ()
    return fill(form, answers, context)


def codes(form: FilledForm) -> list[tuple[str, str]]:
    """(path, code) of each problem, in page order."""
    return [(problem.path, problem.code) for problem in form.problems]


def messages(form: FilledForm) -> list[str]:
    """What is said of each problem."""
    return [problem.message for problem in form.problems]
