"""Beginning from a file: a form of our language as it is, a workbook of other tools read into it."""

from pathlib import PurePath

from questionnaire.access import Actor
from questionnaire.interchange import fhir, xlsform
from questionnaire.interchange.imported import Imported
from questionnaire.interchange.remarking import Refused
from questionnaire.journeys.authoring.writing import CannotWrite, keep
from questionnaire.journeys.desk import Desk

LARGEST = 4 * 1024 * 1024
"""Bytes of a file brought."""

WORKBOOKS = frozenset({".xlsx", ".xls", ".ods"})
TEXTS = frozenset({".yaml", ".yml"})
RESOURCES = frozenset({".json"})


def bring(desk: Desk, actor: Actor, name: str, content: bytes) -> str:
    """Begin from a file called ``name``; gives the id. Raises CannotWrite, which says what to mend, and Forbidden."""
    if not content:
        raise CannotWrite("Choisissez un fichier.")
    end = PurePath(name).suffix.lower()
    if end in TEXTS:
        return keep(desk, actor, _text(content))
    if end in WORKBOOKS | RESOURCES:
        return keep(desk, actor, _of_others(name, end, content))
    raise CannotWrite(
        "Ce fichier n’est ni un formulaire en YAML (.yaml), ni un classeur (.xlsx, .xls, .ods), "
        "ni un questionnaire FHIR (.json)."
    )


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotWrite("Ce fichier n’est pas un texte en UTF-8. Enregistrez-le en UTF-8.") from error


def _nothing(_name: str) -> bytes | None:
    """A file beside the workbook: only one is brought."""
    return None


def _of_others(name: str, end: str, content: bytes) -> str:
    """The YAML of a file of other tools; what was done otherwise than it says heads it, as comments."""
    try:
        found = _read(PurePath(name).stem, end, content)
    except Refused as error:
        raise CannotWrite(str(error)) from error
    if found.files:
        raise CannotWrite(
            "Les listes de ce classeur sont longues\u00a0: elles iraient dans des fichiers à part, "
            "que l’atelier ne garde pas encore. Demandez à l’informatique de l’importer (flask forms import)."
        )
    return "".join(f"# {remark}\n" for remark in found.remarks) + found.yaml


def _read(stem: str, end: str, content: bytes) -> Imported:
    if end in RESOURCES:
        return fhir.import_form(content, stem, _nothing)
    return xlsform.import_form(content, stem, _nothing)
