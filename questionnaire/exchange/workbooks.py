"""Tables as one Excel workbook: every cell of the type that it has, no text ever a formula or a link."""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from questionnaire.content.sheets import Cell, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME = 31
LONGEST_TEXT = 32_767
"""What Excel takes, in characters: of the name of a sheet, of a cell."""

_WIDTH = 18


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file; the first row of each sheet names its columns, and stays in view."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # seldom needed, and every web process would load it

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(content, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:LONGEST_NAME])
            page.freeze_panes(1, 0)
            page.set_column(0, max(len(sheet.columns) - 1, 0), _WIDTH)
            for column, name in enumerate(sheet.columns):
                page.write_string(0, column, name, bold)
            for row, cells in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(cells):
                    _write(page, row, column, cell, day)
    return content.getvalue()


def _write(page: "Worksheet", row: int, column: int, cell: Cell, day: object) -> None:
    match cell:
        case None:
            return
        case str():
            page.write_string(row, column, cell.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST_TEXT])
        case date():
            page.write_datetime(row, column, cell, day)
        case int() | float() | Decimal():
            page.write_number(row, column, cell)
