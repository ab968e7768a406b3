"""What reading an XLSForm costs: milliseconds a row of its survey, the checks of the form included.

``python -m benchmarks.workbooks [FILE…]`` measures and prints this table alone; ``XLSFORMS`` names a folder
of workbooks for ``make bench``. Without any, the largest shipped form is written as a workbook, and read.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.steps import FORM
from questionnaire.exchange.workbooks import workbook
from questionnaire.interchange.xlsform import Refused, export_form, import_form
from questionnaire.interchange.xlsform.reading import read_workbook
from questionnaire.spec import load

RUNS = 7
BAR = 1
"""Milliseconds that a row should take."""
FEWEST = 100
"""Rows below which starting the program that reads outweighs them."""


@dataclass(frozen=True)
class Read:
    """A workbook, the rows of its survey, and the milliseconds that reading it takes in the middle of several runs."""

    name: str
    rows: int
    spent: float


def measure(paths: Sequence[Path] = ()) -> tuple[Read, ...]:
    """The workbooks with enough rows; one that is refused is left out."""
    folder = os.environ.get("XLSFORMS")
    found = list(paths) or (sorted(Path(folder).glob("*.xls*")) if folder else [])
    files = {path.stem: path.read_bytes() for path in found}
    form = load(FORM)
    exported = export_form(form)
    beside = {name: text.encode() for name, text in exported.files.items()}
    reads = [_read(name, content, {}) for name, content in files.items()]
    return tuple(read for read in (_read(form.name, workbook(exported.sheets), beside), *reads) if read is not None)


def _read(name: str, content: bytes, beside: dict[str, bytes]) -> Read | None:
    times = []
    try:
        survey = next(sheet for sheet in read_workbook(content) if sheet.name.lower() == "survey")
        for _ in range(RUNS):
            start = perf_counter()
            import_form(content, name, beside.get)
            times.append((perf_counter() - start) * 1000)
    except (Refused, StopIteration):
        return None
    rows = len(survey.rows or ()) - 1
    return Read(name, rows, median(times)) if rows >= FEWEST else None


def table(reads: Sequence[Read]) -> str:
    """The workbooks in Markdown."""
    lines = ["| XLSForm read | rows | ms | ms a row | bar |", "|---|---|---|---|---|"]
    lines += [
        f"| {read.name} | {read.rows} | {read.spent:.0f} | {read.spent / read.rows:.2f} | ≤ {BAR} |" for read in reads
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(measure([Path(argument) for argument in sys.argv[1:]])))
