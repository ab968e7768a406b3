"""Where a cell stands in a workbook, carried by the place of every value that comes from it."""

from dataclasses import dataclass

from questionnaire.spec.nodes import Place

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
SHEETS = (SURVEY, CHOICES, SETTINGS)
"""The sheets of an XLSForm, in the order of their numbers in a place."""

_ROWS = 10_000_000
_CHARACTERS = 100_000
"""More than a sheet has rows, more than a cell has characters: a place inside a cell still tells the cell."""

_LETTERS = 26


@dataclass(frozen=True, slots=True)
class CellName:
    """A cell: the name of its sheet, its row from 1 (0 for the sheet as a whole), its column from 1 (0 for none)."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def place(self) -> Place:
        """The place of what stands in this cell, for faults to point at."""
        return Place(SHEETS.index(self.sheet) * _ROWS + self.row, self.column * _CHARACTERS)

    @property
    def letters(self) -> str:
        """The column as spreadsheets call it: A, B, … AA; empty for none."""
        written, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, _LETTERS)
            written = chr(ord("A") + digit) + written
        return written


def cell_at(place: Place) -> CellName:
    """The cell in which a place stands."""
    sheet, row = divmod(place.line, _ROWS)
    return CellName(SHEETS[min(sheet, len(SHEETS) - 1)], row, place.column // _CHARACTERS)
