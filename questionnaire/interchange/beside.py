"""The files of lists that stand beside a form of other tools."""

import csv
import io
from collections.abc import Callable

from questionnaire.spec.faults import Faults
from questionnaire.spec.tables import NEEDED, Table, read_table

Beside = Callable[[str], bytes | None]
"""The content of a file that stands beside; None where there is none of that name."""

_BY_ROW = ("a_remplacer", "À remplacer")


def read_beside(file: str, beside: Beside) -> tuple[Table | None, str]:
    """The table of a file; where it cannot be read, None and why, in words that go on a sentence."""
    content = beside(file) if file.lower().endswith(".csv") else None
    faults = Faults(file)
    table = None if content is None else read_table(content, faults)
    if table is not None and not faults.found:
        return table, ""
    return None, f" : {faults.found[0].message}" if faults.found else " à côté de ce fichier."


def stand_in(columns: tuple[str, ...] = ()) -> Table:
    """The list of one line that stands for a file that was not there."""
    return Table((*NEEDED, *columns), ((*_BY_ROW, *("" for _ in columns)),))


def missing(file: str, cause: str) -> str:
    """What is said of a file that was not there."""
    return f"il n’y a pas de fichier « {file} » qui se lise{cause} Une liste d’une seule ligne en tient lieu."


def wanted(columns: tuple[str, ...] = ()) -> str:
    """What is to be done then."""
    return f"Remplacez-la : un fichier CSV en UTF-8, avec les colonnes {', '.join((*NEEDED, *columns))}."


def csv_text(table: Table) -> str:
    """The file of a list, as our language reads it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows((table.columns, *table.rows))
    return text.getvalue()
