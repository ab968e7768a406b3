"""What the parts cost inside one process: medians of many runs, in milliseconds, beside the bars set for them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import pikepdf

from questionnaire.config import SHIPPED_FORMS
from questionnaire.content import Issue
from questionnaire.filling import Context, FilledForm, fill, from_sheet
from questionnaire.journeys.papers.drawing import draw_document
from questionnaire.spec import Catalogue, Form, load

FORM = Path("forms_spec/fiche_projet/2026-1.yaml")
EXAMPLE = Path("forms_spec/fiche_projet/examples/complete.json")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
RUNS = 30
MANY = {"membre": 12, "action": 30, "objectif": 10}
"""Items of a full fiche."""


@dataclass(frozen=True)
class Step:
    """A part, its median, and the most that it should cost, both in milliseconds."""

    name: str
    spent: float
    bar: float | None = None


def measure() -> tuple[Step, ...]:
    """Each part."""
    form = load(FORM)
    sheet = json.loads(EXAMPLE.read_text())
    small, large = _filler(form, sheet), _filler(form, _grown(sheet))
    issue = Issue(organisation="Hôpital", frozen_at=NOW)
    filled = small()
    pages = len(pikepdf.open(BytesIO(draw_document(filled, issue, ()))).pages)
    drawn = _median(lambda: draw_document(filled, issue, ()))
    forms = len(Catalogue.read([SHIPPED_FORMS]).forms)
    return (
        Step("load and compile the fiche projet", _median(lambda: load(FORM))),
        Step(f"load and compile all {forms} shipped forms", _median(lambda: Catalogue.read([SHIPPED_FORMS])), 500),
        Step("fill the example", _median(small)),
        Step("fill a full fiche (12 members, 30 actions)", _median(large), 3),
        Step(f"draw the example as PDF, {pages} pages", drawn),
        Step("the same, for 5 of its pages", drawn * 5 / pages, 100),
    )


def _grown(sheet: dict[str, Any]) -> dict[str, Any]:
    """The same answers with more items: those of the example over and over."""
    return {**sheet, **{name: (sheet[name] * many)[:many] for name, many in MANY.items()}}


def _filler(form: Form, sheet: dict[str, Any]) -> Callable[[], FilledForm]:
    answers, _ = from_sheet(form, sheet)
    context = Context(now=NOW, tz=ZoneInfo("Europe/Paris"))
    return lambda: fill(form, answers, context)


def _median(step: Callable[[], object]) -> float:
    step()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        step()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def table(measured: tuple[Step, ...]) -> str:
    """The parts in Markdown."""
    lines = ["| step | median ms | bar |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {step.name} | {step.spent:.1f} | {_bar(step)} |" for step in measured)])


def _bar(step: Step) -> str:
    return "" if step.bar is None else f"≤ {step.bar:g}"
