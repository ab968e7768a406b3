"""From a file to a form: the one way in, which tells all that is wrong at once."""

from pathlib import Path

from questionnaire.spec.block_files import Blocks
from questionnaire.spec.compiling import compile_form
from questionnaire.spec.examples import missing_examples
from questionnaire.spec.faults import NOT_UTF8, UNREADABLE_FILE, Fault, Faults, SpecError
from questionnaire.spec.model import Form
from questionnaire.spec.nodes import Place
from questionnaire.spec.reading import declared_in
from questionnaire.spec.table_files import tables_beside
from questionnaire.spec.tables import carried, carried_by
from questionnaire.spec.versions import is_version

TEXT = "<texte>"
"""What stands for the name of the file when there is none."""


def load(path: Path | str) -> Form:
    """The form written in a file, whose name without ``.yaml`` is the version.

    Raises SpecError with every fault of the file.
    """
    return _load(_decoded(_content(path), str(path)), str(path), Path(path).parent)


def load_bytes(content: bytes, name: str) -> Form:
    """The form that ``content`` is, once read as the file ``name``."""
    return load_text(_decoded(content, name), name)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        faults = Faults(name)
        faults.add(NOT_UTF8, _place(content[: error.start]))
        raise SpecError(faults.found) from error


def load_text(text: str, name: str = TEXT) -> Form:
    """The form written in ``text``; ``name`` stands for the file in faults, and its end gives the version.

    ``…/2026-1.yaml`` and ``…/2026-1`` are version 2026-1; a name that is none leaves it empty.
    The digest is the SHA-256 of the text in UTF-8, which carries the blocks and the lists that stood in files.
    Raises SpecError.
    """
    return _load(text, name, None)


def _load(text: str, name: str, folder: Path | None) -> Form:
    """The form of a text, its blocks and lists looked for in the text itself, then from ``folder`` if there is one."""
    faults = Faults(name)
    blocks = Blocks(text, folder)
    spec = declared_in(text, blocks, faults)
    form = None
    if spec is not None:
        tables = carried_by(text)
        found = tables_beside(spec, folder, faults, known=tables) if folder else {}
        whole = text + blocks.added() + carried(found)
        form = compile_form(spec, whole, _version(name), faults, {**tables, **found})
    if form is None:
        raise SpecError(faults.found)
    return form


def check_file(path: Path | str) -> list[Fault]:
    """Everything that is wrong with a file; empty when it is a form and its examples are there."""
    try:
        load(path)
    except SpecError as error:
        return list(error.faults)
    return missing_examples(Path(path))


def _content(path: Path | str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        faults = Faults(str(path))
        faults.add(UNREADABLE_FILE, cause=error.strerror or type(error).__name__)
        raise SpecError(faults.found) from error


def _version(name: str) -> str:
    version = Path(name).name.removesuffix(".yaml")
    return version if is_version(version) else ""


def _place(before: bytes) -> Place:
    lines = before.decode("utf-8", "replace").split("\n")
    return Place(len(lines), len(lines[-1]) + 1)
