"""Lists of choices kept in CSV files: read once, every line checked, then carried by the form itself."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import category

from questionnaire.spec.faults import (
    DUPLICATE_CHOICE,
    DUPLICATE_NAME,
    FILE_TOO_BIG,
    FORBIDDEN_CHARACTER,
    NOT_UTF8,
    Faults,
)
from questionnaire.spec.list_details import BLANK_CELL, TABLE_CELLS, TABLE_COLUMNS, UNREADABLE_TABLE
from questionnaire.spec.naming import check_choice_name, check_name
from questionnaire.spec.nodes import Place, Scalar

LARGEST = 200_000
"""Bytes of one file: some 5 000 choices."""

NEEDED = ("name", "label")
Tables = Mapping[str, "Table"]
"""By name of file."""

_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
_TITLE = "# Lists of choices that stand in files beside the form, as they were:"
_FILE, _ROW = "#% ", "#| "


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a file: ``columns`` by name, as many cells in each row.

    With ``name`` and ``label`` among them it is a list of choices, else data that rules look up.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_list(self) -> bool:
        """Whether questions may let choose in it."""
        return set(NEEDED) <= set(self.columns)

    def choices(self) -> Iterator[Mapping[str, str]]:
        """What the file says on each line, by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def read_table(content: bytes, faults: Faults) -> Table | None:
    """The table of a file: UTF-8, cells parted by semicolons or by commas, the first line naming its columns.

    None when nothing of it is a table; what is wrong is added to ``faults``.
    """
    if len(content) > LARGEST:
        faults.add(FILE_TOO_BIG)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        faults.add(NOT_UTF8)
        return None
    lines = list(_lines(text, faults))
    if not lines:
        faults.add(TABLE_COLUMNS)
        return None
    head, *rest = lines
    sound = [line for line in rest if _has_its_cells(line, head, faults)]
    _check_columns(head, faults)
    table = Table(head.cells, tuple(line.cells for line in sound))
    if table.is_list:
        _check_choices(sound, head.cells, faults)
    return table


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file: its number, from 1, and its cells without the spaces around them."""

    number: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]

    def cell(self, index: int) -> Scalar:
        return Scalar(self.cells[index], Place(self.number, self.columns[index]))


def _lines(text: str, faults: Faults) -> Iterator[_Line]:
    """The lines that hold something; a character that nobody sees, or a broken quote, is said."""
    rows = text.splitlines()
    delimiter = ";" if rows and ";" in rows[0] else ","
    for number, row in enumerate(rows, start=1):
        for column, character in enumerate(row, start=1):
            if category(character) in _UNPRINTABLE and character != "\t":
                faults.add(FORBIDDEN_CHARACTER, Place(number, column), number=ord(character))
        try:
            cells = next(csv.reader([row], delimiter=delimiter, strict=True), [])
        except csv.Error:
            faults.add(UNREADABLE_TABLE, Place(number, 1), cause="un guillemet n’est pas refermé")
            continue
        if any(cell.strip() for cell in cells):
            yield _Line(number, tuple(" ".join(cell.split()) for cell in cells), tuple(_starts(row, cells)))


def _starts(row: str, cells: list[str]) -> Iterator[int]:
    """The column at which each cell begins; 1 for all where quotes move them."""
    start = 1
    for cell in cells:
        yield 1 if '"' in row else start
        start += len(cell) + 1


def _has_its_cells(line: _Line, head: _Line, faults: Faults) -> bool:
    if len(line.cells) != len(head.cells):
        faults.add(TABLE_CELLS, Place(line.number, 1), count=len(line.cells), columns=len(head.cells))
    return len(line.cells) == len(head.cells)


def _check_columns(head: _Line, faults: Faults) -> None:
    for index in range(len(head.cells)):
        name = head.cell(index)
        check_name(name, faults)
        if name.text in head.cells[:index]:
            faults.add(DUPLICATE_NAME, name.place, name=name.text, line=head.number)


def _check_choices(lines: list[_Line], columns: tuple[str, ...], faults: Faults) -> None:
    taken: set[str] = set()
    for line in lines:
        for column in NEEDED:
            if not line.cells[columns.index(column)]:
                faults.add(BLANK_CELL, line.cell(columns.index(column)).place, column=column)
        name = line.cell(columns.index("name"))
        check_choice_name(name, faults)
        if name.text and name.text in taken:
            faults.add(DUPLICATE_CHOICE, name.place, name=name.text)
        taken.add(name.text)


def carried(tables: Mapping[str, Table]) -> str:
    """Tables as comments at the end of a form: its text alone is then the whole form, and its hash covers them."""
    lines: list[str] = []
    for name, table in tables.items():
        rows = (json.dumps(row, ensure_ascii=False) for row in (table.columns, *table.rows))
        lines += [_FILE + name, *(_ROW + row for row in rows)]
    return "\n".join(["", _TITLE, *lines, ""]) if lines else ""


def carried_by(text: str) -> dict[str, Table]:
    """The tables that the text of a form carries at its end, by name of file."""
    found = {}
    for start in re.finditer(rf"^{_FILE}(?P<name>.+)$", text, re.MULTILINE):
        lines = iter(text[start.end() :].strip("\n").split("\n"))
        table = _table(takewhile(lambda line: line.startswith(_ROW), lines))
        if table is not None:
            found[start["name"]] = table
    return found


def _table(lines: Iterator[str]) -> Table | None:
    """The table that comments hold; None for comments that were written by hand."""
    try:
        columns, *rows = (_cells(json.loads(line.removeprefix(_ROW))) for line in lines)
    except (ValueError, RecursionError):
        return None
    return Table(columns, tuple(rows)) if columns and all(len(row) == len(columns) for row in rows) else None


def _cells(row: object) -> tuple[str, ...]:
    """A row as `carried` writes it; raises ValueError for any other."""
    if not isinstance(row, list) or not all(isinstance(cell, str) for cell in row):
        raise ValueError
    return tuple(row)
