"""Several tables in one file, in the format that somebody asked for."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from questionnaire.content.sheets import Sheet
from questionnaire.exchange.csv_files import csv_file
from questionnaire.exchange.workbooks import workbook


class Format(StrEnum):
    """How tables are written."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Package:
    """A file to hand over."""

    name: str
    media_type: str
    content: bytes


def packed(name: str, sheets: Sequence[Sheet], form: Format) -> Package:
    """One workbook, or one archive with a CSV file for each table."""
    if form is Format.XLSX:
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return Package(f"{name}.xlsx", media, workbook(sheets))
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for sheet in sheets:
            archive.writestr(ZipInfo(f"{sheet.name}.csv"), csv_file(sheet), ZIP_DEFLATED)
    return Package(f"{name}.zip", "application/zip", content.getvalue())
