"""A program of its own: a workbook on standard input, its sheets as JSON on standard output.

It runs apart, with little memory and little time, since what it reads comes from anybody: a workbook that makes
the library swell or fall takes only this process with it. It imports nothing of the product. No formula is computed:
a cell is what the spreadsheet last showed in it.
"""

import json
import resource
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO

MEMORY = 1_500_000_000
"""Bytes of address space."""

SECONDS = 20
MOST_ROWS = 20_000
MOST_COLUMNS = 300
LONGEST = 32_767
"""Of a sheet, and characters of a cell."""

MOST_EXACT = 1e15
"""Whole numbers below are exact in a cell."""

KNOWN = frozenset({"survey", "choices", "settings"})
TOO_LARGE = 3
UNREADABLE = 4
LOCKED = 5
"""How it ends when it cannot answer."""

Value = str | int | float | bool | date | time | timedelta


def written(value: Value) -> str:
    """A cell as its author sees it: 8.0 is 8, a day is 2026-01-31."""
    match value:
        case str():
            return value[:LONGEST]
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < MOST_EXACT:
            return str(int(value))
        case datetime() if value.time() == time(0):
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def main() -> int:
    """Read, write, and say how it went."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    content = sys.stdin.buffer.read()
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415  # after the limits

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets: list[dict[str, object]] = []
        for name in book.sheet_names:
            if name.strip().lower() not in KNOWN:
                sheets.append({"name": name, "rows": None})
                continue
            sheet = book.get_sheet_by_name(name)
            end = sheet.end or (0, 0)
            if end[0] >= MOST_ROWS or end[1] >= MOST_COLUMNS:
                return TOO_LARGE
            cells = sheet.to_python(skip_empty_area=False)
            sheets.append({"name": name, "rows": [list(map(written, row)) for row in cells]})
    except PasswordError:
        return LOCKED
    except MemoryError:
        return TOO_LARGE
    except (CalamineError, OSError, ValueError):
        return UNREADABLE
    json.dump(sheets, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
