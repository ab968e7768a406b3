"""The sheets of a workbook, whatever its format, as rows of text; nothing in it is computed or trusted."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from questionnaire.interchange.remarking import Refused
from questionnaire.interchange.xlsform import cell_reader
from questionnaire.interchange.xlsform.guarding import check_content
from questionnaire.interchange.xlsform.remarks import refused

WAIT = 30
"""Seconds; the program stops by itself before."""

FELL = 1
"""How a program ends that falls on what it reads."""

_SAVE_AGAIN = "Ouvrez-le dans un tableur et enregistrez-le de nouveau en .xlsx."
_SMALLER = (
    f"Une feuille a {cell_reader.MOST_ROWS} lignes et {cell_reader.MOST_COLUMNS} colonnes au plus. "
    "Effacez ce qui se trouve loin du tableau."
)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet: its cells from the first row and column; ``rows`` is None for one that no XLSForm has."""

    name: str
    rows: tuple[tuple[str, ...], ...] | None


def read_workbook(content: bytes) -> tuple[SheetRows, ...]:
    """The sheets of a file in .xlsx, .xls or .ods, in their order; raises Refused."""
    check_content(content)
    command = [sys.executable, "-I", str(Path(cell_reader.__file__))]
    try:
        told = subprocess.run(command, input=content, capture_output=True, timeout=WAIT, check=False)  # noqa: S603  # our own program, no shell
    except subprocess.TimeoutExpired as error:
        raise _too_large() from error
    if told.returncode == 0:
        return tuple(_sheet(sheet) for sheet in json.loads(told.stdout))
    if told.returncode == cell_reader.LOCKED:
        raise refused("Le classeur est protégé par un mot de passe.", "Retirez le mot de passe.")
    if told.returncode in {cell_reader.UNREADABLE, FELL}:
        raise refused("Le classeur est abîmé.", _SAVE_AGAIN)
    raise _too_large()


def _too_large() -> Refused:
    return refused("Le classeur demande trop de mémoire ou de temps.", _SMALLER)


def _sheet(told: dict[str, object]) -> SheetRows:
    rows = told["rows"]
    return SheetRows(str(told["name"]), None if not isinstance(rows, list) else tuple(map(tuple, rows)))
