"""What evaluating an expression costs once it is read: microseconds a case, over a file of cases of the ODK dialect.

``python -m benchmarks.expressions [FILE.json]`` measures and prints this table alone; ``XPATH_CASES`` names the file
for ``make bench``, as it does for the tests.
"""

import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from zoneinfo import ZoneInfo

from questionnaire.errors import QuestionnaireError
from questionnaire.expressions import Expression, Scope, parse
from tests.conformance.answering import scope_of
from tests.conformance.judging import Case

OURS = Path("tests/conformance/cases.json")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
WARMING, ROUNDS = 3, 30
BAR = 10
"""Microseconds that an evaluation of the usual cases should take on average."""
USUAL = ("core", "instance")

Evaluation = Callable[[], object]
CONVERSIONS: dict[str, Callable[[Expression, Scope], object]] = {
    "number": Expression.number,
    "boolean": Expression.boolean,
    "string": Expression.text,
    "nodeset": Expression.evaluate,
}
"""What each type of case asks of an expression."""


@dataclass(frozen=True)
class Cost:
    """Of some cases: how many, the microseconds of one evaluation on average and in the middle, and the bar."""

    tier: str
    cases: int
    mean: float
    middle: float
    bar: float | None = None


def measure(source: Path | None = None) -> tuple[Cost, ...]:
    """The tiers of a file of cases, and the usual ones together; errors are left out, as is what fails."""
    path = source or Path(os.environ.get("XPATH_CASES", OURS))
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    ready = [(case.get("tier", "core"), run) for case in cases if (run := _evaluation(case)) is not None]
    gc.collect()
    gc.freeze()
    spent = _spent([run for _, run in ready])
    tiers = {tier: [time for (each, _), time in zip(ready, spent, strict=True) if each == tier] for tier, _ in ready}
    usual = [time for tier in USUAL for time in tiers.get(tier, ())]
    costs = tuple(Cost(tier, len(times), fmean(times), median(times)) for tier, times in tiers.items())
    return (*costs, Cost(" and ".join(USUAL), len(usual), fmean(usual), median(usual), BAR))


def _evaluation(case: Case) -> Evaluation | None:
    """A case ready to be evaluated again and again: its expression read, its instance built."""
    convert = CONVERSIONS.get(case["type"])
    try:
        expression, scope = parse(case["expr"]), scope_of(case, NOW)
        if convert is None or scope is None:
            return None
        convert(expression, scope)
    except QuestionnaireError:
        return None
    return lambda: convert(expression, scope)


def _spent(runs: Sequence[Evaluation]) -> list[float]:
    """Microseconds of each, in turn after all the others: the middle of many rounds."""
    times: list[list[float]] = [[] for _ in runs]
    for turn in range(WARMING + ROUNDS):
        for run, kept in zip(runs, times, strict=True):
            start = perf_counter()
            run()
            if turn >= WARMING:
                kept.append((perf_counter() - start) * 1e6)
    return [median(kept) for kept in times]


def table(measured: Sequence[Cost]) -> str:
    """The tiers in Markdown."""
    lines = ["| expressions, warm | cases | mean µs | median µs | bar |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *map(_line, measured)])


def _line(cost: Cost) -> str:
    bar = "" if cost.bar is None else f"≤ {cost.bar:g}"
    return f"| {cost.tier} | {cost.cases} | {cost.mean:.1f} | {cost.middle:.1f} | {bar} |"


if __name__ == "__main__":
    print(table(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else None)))
