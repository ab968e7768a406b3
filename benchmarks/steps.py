"""What the parts cost inside one process: medians of many runs, in milliseconds."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from questionnaire.content import Issue
from questionnaire.filling import Context, fill, from_sheet
from questionnaire.journeys.drawing import draw_document
from questionnaire.spec import load

FORM = Path("forms_spec/fiche_projet/2026-1.yaml")
EXAMPLE = Path("forms_spec/fiche_projet/examples/complete.json")
RUNS = 30


def measure() -> dict[str, float]:
    """Each part and its median."""
    form = load(FORM)
    sheet = json.loads(EXAMPLE.read_text())
    now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    context = Context(now=now, tz=ZoneInfo("Europe/Paris"))
    large = {**sheet, "membre": sheet["membre"] * 4, "objectif": sheet["objectif"] * 5}
    small_answers, _ = from_sheet(form, sheet)
    large_answers, _ = from_sheet(form, large)
    filled = fill(form, small_answers, context)
    issue = Issue(organisation="Hôpital", frozen_at=now)
    return {
        "load and compile the fiche projet": _median(lambda: load(FORM)),
        "fill the example": _median(lambda: fill(form, small_answers, context)),
        "fill a large one (12 members, 10 objectives)": _median(lambda: fill(form, large_answers, context)),
        "draw the example as PDF": _median(lambda: draw_document(filled, issue, ())),
    }


def _median(step: Callable[[], object]) -> float:
    step()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        step()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def table(measured: dict[str, float]) -> str:
    """The parts in Markdown."""
    lines = ["| step | median ms |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {milliseconds:.1f} |" for name, milliseconds in measured.items())])
