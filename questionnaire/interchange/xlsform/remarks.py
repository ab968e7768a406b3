"""What is said of a workbook: where, what, and what to do; a refusal holds everything that is wrong."""

from dataclasses import dataclass
from itertools import pairwise

from questionnaire.interchange.remarking import Refused
from questionnaire.interchange.xlsform.cells import CellName, cell_at
from questionnaire.spec.nodes import Place
from questionnaire.spec.typography import typeset

_SHOWN = 12
"""Rows, or runs of rows, named in one remark."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know: ``rows`` of a sheet, from 1, where it holds; ``column`` with its letters, or empty."""

    sheet: str
    rows: tuple[int, ...]
    column: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """``Feuille « survey », ligne 4, colonne A « type » : message (remède)``."""
        place = [f"Feuille « {self.sheet} »"] if self.sheet else []
        if self.rows:
            place.append(f"{'lignes' if len(self.rows) > 1 else 'ligne'} {_listed(self.rows)}")
        if self.column:
            place.append(f"colonne {self.column}")
        said = f"{', '.join(place)} : {self.message}" if place else self.message
        return typeset(f"{said} ({self.remedy})" if self.remedy else said)


def refused(message: str, remedy: str = "", sheet: str = "") -> Refused:
    """The refusal of a whole file, or of one of its sheets."""
    return Refused((Remark(sheet, (), "", message, remedy),))


class Remarks:
    """What is found along the way: what was done otherwise, and what cannot be."""

    def __init__(self) -> None:
        self._headers: dict[tuple[str, int], str] = {}
        self._kept: dict[tuple[bool, str, str, str, str], list[int]] = {}

    def name_column(self, cell: CellName, header: str) -> None:
        """Remember how the author calls a column."""
        self._headers[cell.sheet, cell.column] = f"{cell.letters} « {header} »"

    def warn(self, cell: CellName, message: str, remedy: str = "") -> None:
        """Say what was done otherwise; the same of several rows is said once."""
        self._add(cell, message, remedy, fatal=False)

    def refuse(self, cell: CellName, message: str, remedy: str = "") -> None:
        """Say what stands in the way."""
        self._add(cell, message, remedy, fatal=True)

    def spot(self, place: Place) -> CellName:
        """The cell that holds a place."""
        return cell_at(place)

    def warn_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say what was done otherwise with what stands at a place."""
        self.warn(cell_at(place), message, remedy)

    def refuse_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say that what stands at a place stands in the way."""
        self.refuse(cell_at(place), message, remedy)

    def _add(self, cell: CellName, message: str, remedy: str, *, fatal: bool) -> None:
        column = self._headers.get((cell.sheet, cell.column), cell.letters)
        rows = self._kept.setdefault((fatal, cell.sheet, column, message, remedy), [])
        if cell.row and cell.row not in rows:
            rows.append(cell.row)

    def warnings(self) -> tuple[Remark, ...]:
        """What was done otherwise, in the order of the sheets."""
        return self._said(fatal=False)

    def check(self) -> None:
        """Raise Refused where something stands in the way."""
        refusals = self._said(fatal=True)
        if refusals:
            raise Refused(refusals)

    def _said(self, *, fatal: bool) -> tuple[Remark, ...]:
        return tuple(
            Remark(sheet, tuple(rows), column, message, remedy)
            for (stops, sheet, column, message, remedy), rows in self._kept.items()
            if stops is fatal
        )


def _listed(rows: tuple[int, ...]) -> str:
    """« 4, 7 à 9 »."""
    ordered = sorted(rows)
    starts = [ordered[0], *(after for before, after in pairwise(ordered) if after != before + 1)]
    ends = [*(before for before, after in pairwise(ordered) if after != before + 1), ordered[-1]]
    runs = [str(start) if start == end else f"{start} à {end}" for start, end in zip(starts, ends, strict=True)]
    return ", ".join(runs[:_SHOWN]) + (f" et {len(runs) - _SHOWN} autres" if len(runs) > _SHOWN else "")
