"""Where the lists of a form stand on disk: beside it, or in the folder ``choices`` that forms share."""

from pathlib import Path, PurePosixPath

from questionnaire.spec.declared import FormSpec, ListSpec
from questionnaire.spec.faults import BAD_PATH, UNREADABLE_FILE, Faults
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.tables import NEEDED, Table, Tables, read_table

SHARED = "choices"
_NOTHING = Table(NEEDED, ())
"""Stands for a table that has nothing right in it, which is said once."""


def tables_beside(spec: FormSpec, folder: Path, faults: Faults, known: Tables) -> dict[str, Table]:
    """The tables of the files that a form in ``folder`` names, those ``known`` left out, by name of file.

    A file that is nowhere is left out; of one that is no list of choices, its faults are added to ``faults``.
    """
    found: dict[str, Table] = {}
    files = (declared.file for _, declared in spec.choices if isinstance(declared, ListSpec))
    for file in files:
        if file is None or file.text in known or file.text in found:
            continue
        table = _read(file, folder, faults)
        if table is not None:
            found[file.text] = table
    return found


def _read(file: Scalar, folder: Path, faults: Faults) -> Table | None:
    name = PurePosixPath(file.text)
    if name.name != file.text or "\\" in file.text or "\0" in file.text:
        faults.add(BAD_PATH, file.place, value=file.text)
        return _NOTHING
    path = next((place for place in (folder / name, folder.parent / SHARED / name) if place.is_file()), None)
    if path is None:
        return None
    own = Faults(str(path))
    table = None
    try:
        table = read_table(path.read_bytes(), own)
    except OSError as error:
        own.add(UNREADABLE_FILE, cause=error.strerror or type(error).__name__)
    faults.found.extend(own.found)
    return table or _NOTHING
