"""The sheets of a form as typed rows: each value under the name of its column, in one language, with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from questionnaire.interchange.xlsform.cells import CHOICES, SETTINGS, SURVEY, CellName
from questionnaire.interchange.xlsform.columns import MEDIA, SURVEY_COLUMNS, TRANSLATED, Column, column_of
from questionnaire.interchange.xlsform.reading import SheetRows
from questionnaire.interchange.xlsform.remarks import Remarks, refused
from questionnaire.spec.nodes import Scalar

_NAMES = {"list name": "list_name", "list": "list_name"}
_KNOWN_SETTINGS = frozenset({"title", "id", "name", "version", "default_language", "allow_choice_duplicates", "yaml"})
_TRUTHS = frozenset({"yes", "true", "true()", "oui"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it holds by column, blank cells left out; ``extra`` are the columns that XLSForm does not name."""

    cell: CellName
    values: Mapping[str, Scalar]
    extra: Mapping[str, Scalar]

    def get(self, key: str) -> Scalar | None:
        """What stands in a column, if anything."""
        return self.values.get(key)

    def text(self, key: str) -> str:
        """The text of a column, empty where there is none."""
        value = self.values.get(key)
        return value.text if value else ""

    def at(self, key: str) -> CellName:
        """The cell of a column, or the row where it is blank."""
        value = self.values.get(key)
        return CellName(self.cell.sheet, self.cell.row, 0 if value is None else value.place.column // 100_000)


@dataclass(frozen=True, slots=True)
class FormRows:
    """A whole form, as rows; ``language`` is that of its texts, empty where columns name none."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: Row
    language: str = ""

    def is_set(self, key: str) -> bool:
        """Whether a setting says yes."""
        return self.settings.text(key).lower() in _TRUTHS


def rows_of(sheets: Sequence[SheetRows], wanted: str, remarks: Remarks) -> FormRows:
    """The rows of a workbook; ``wanted`` is the language to take, empty for French, else the form's own."""
    found = {sheet.name.strip().lower(): sheet for sheet in sheets}
    for sheet in sheets:
        if sheet.rows is None and sheet.name.strip():
            remarks.warn(
                CellName(SURVEY), f"la feuille « {sheet.name} » n’est pas reprise : un formulaire ne la lit pas."
            )
    if SURVEY not in found:
        raise refused("Il n’y a pas de feuille « survey ».", "Nommez « survey » la feuille des questions.")
    settings = next(iter(_rows(found.get(SETTINGS), SETTINGS, "", remarks)), Row(CellName(SETTINGS), {}, {}))
    _name_the_rest(settings, remarks)
    language = _language(found, wanted, settings.text("default_language"), remarks)
    survey = tuple(_rows(found[SURVEY], SURVEY, language, remarks))
    choices = tuple(_rows(found.get(CHOICES), CHOICES, language, remarks))
    return FormRows(survey, choices, settings, language)


def _headers(sheet: SheetRows | None) -> list[Column]:
    first = sheet.rows[0] if sheet is not None and sheet.rows else ()
    return [column_of(header) for header in first]


def _language(found: Mapping[str, SheetRows], wanted: str, default: str, remarks: Remarks) -> str:
    """The language of the texts: the one that is wanted, French, that of the form, then the first."""
    columns = [column for column in _headers(found[SURVEY]) if column.key in {"label", "hint"}]
    languages = list(dict.fromkeys(column.language for column in columns))
    named = [language for language in languages if language]
    if wanted and wanted not in named:
        known = ", ".join(named) or "aucune"
        raise refused(f"Le formulaire n’a pas de langue « {wanted} ».", f"Ses langues : {known}.", SURVEY)
    french = next((column.language for column in columns if column.is_french), "")
    own = next((language for language in named if language.lower() == default.lower()), "")
    chosen = wanted or french or own or ("" if "" in languages else next(iter(named), ""))
    others = [language for language in languages if language != chosen and language]
    if others:
        message = f"les textes en « {' », « '.join(others)} » ne sont pas repris : un formulaire n’a qu’une langue."
        remarks.warn(CellName(SURVEY), message, f"Langue reprise : {chosen or 'celle des colonnes sans langue'}.")
    return chosen


def _rows(sheet: SheetRows | None, name: str, language: str, remarks: Remarks) -> Iterator[Row]:
    if sheet is None or not sheet.rows:
        return
    columns = _headers(sheet)
    for index, header in enumerate(sheet.rows[0], start=1):
        remarks.name_column(CellName(name, 1, index), header)
    if name == CHOICES:
        columns = [Column(_NAMES.get(column.key, column.key), column.language) for column in columns]
    for number, cells in enumerate(sheet.rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            yield _row(CellName(name, number), cells, columns, language)


def _row(cell: CellName, cells: Sequence[str], columns: Sequence[Column], language: str) -> Row:
    ranks: dict[str, int] = {}
    values: dict[str, Scalar] = {}
    extra: dict[str, Scalar] = {}
    for index, (text, column) in enumerate(zip(cells, columns, strict=False), start=1):
        shown = _clean(text)
        if not shown or not column.key:
            continue
        value = Scalar(shown, CellName(cell.sheet, cell.row, index).place)
        if column.key in TRANSLATED | MEDIA:
            rank = 0 if column.language == language else 1 if not column.language else 2
            if rank < ranks.get(column.key, 3):
                ranks[column.key], values[column.key] = rank, value
        elif cell.sheet != SURVEY or column.key in SURVEY_COLUMNS:
            values.setdefault(column.key, value)
        else:
            extra.setdefault(column.key, value)
    return Row(cell, values, extra)


def _clean(text: str) -> str:
    """Without the marks that nobody sees; no-break spaces are set anew where French wants them."""
    shown = (character for character in text if character.isprintable() or character in "\n\t\u00a0\u202f")
    return "".join(shown).replace("\u00a0", " ").replace("\u202f", " ").strip()


def _name_the_rest(settings: Row, remarks: Remarks) -> None:
    for key in settings.values:
        if key not in _KNOWN_SETTINGS:
            remarks.warn(settings.at(key), "ce réglage n’est pas repris.")
