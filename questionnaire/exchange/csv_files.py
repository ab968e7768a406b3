"""Tables as CSV for spreadsheets set to French: semicolons, decimal commas, and never a formula."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from questionnaire.content.sheets import Cell, Sheet

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for another encoding."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How texts begin that spreadsheets compute; full-width signs count too."""


def csv_line(cells: Iterable[Cell]) -> str:
    """A line; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(map(_written, cells))
    return text.getvalue()


def csv_file(sheet: Sheet) -> bytes:
    """A whole table, its columns named in the first line."""
    return "".join((BOM, csv_line(sheet.columns), *map(csv_line, sheet.rows))).encode()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(FORMULA) else cell
        case date():
            return f"{cell:%d/%m/%Y}"
        case float() | Decimal():
            return f"{cell:f}".rstrip("0").rstrip(".").replace(".", ",") if "." in f"{cell:f}" else f"{cell:f}"
        case _:
            return str(cell)
