"""Workbooks written for a test, and what becomes of them."""

import io

import pytest
from xlsxwriter import Workbook

from questionnaire.interchange.xlsform import import_form
from questionnaire.spec import load


def _nothing(_name):
    return None


@pytest.fixture
def workbook():
    """The bytes of a workbook: each sheet a list of rows, the first its header."""

    def written(**sheets):
        content = io.BytesIO()
        with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        if cell not in (None, ""):
                            sheet.write(number, column, cell)
        return content.getvalue()

    return written


@pytest.fixture
def imported(workbook, tmp_path):
    """The form of a workbook as imported, loaded from the files that would be written, with the remarks."""

    def made(beside=_nothing, language="", **sheets):
        found = import_form(workbook(**sheets), "essai", beside, language)
        (tmp_path / "2026-1.yaml").write_text(found.yaml, encoding="utf-8")
        for name, text in found.files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return found, load(tmp_path / "2026-1.yaml")

    return made


@pytest.fixture
def survey(imported):
    """The same, of a survey given as rows of ``type | name | label | …``, and of its choices."""

    def made(text, choices="", **sheets):
        rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
        lists = [[cell.strip() for cell in line.split("|")] for line in choices.strip().splitlines()]
        return imported(survey=rows, **({"choices": lists} if lists else {}), **sheets)

    return made
