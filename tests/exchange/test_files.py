"""Tables written for spreadsheets: what was put in comes out, as text, number or day, and nothing is a formula."""

import csv
import io
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from questionnaire.content.sheets import Sheet
from questionnaire.exchange.csv_files import FORMULA, csv_file, csv_line
from questionnaire.exchange.packing import Format, packed
from questionnaire.exchange.workbooks import LONGEST_NAME, workbook

WRITABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t"),
    max_size=20,
)
CELLS = st.one_of(
    st.none(),
    WRITABLE,
    st.builds("{}{}".format, st.sampled_from(FORMULA), WRITABLE),
    st.integers(-(10**15), 10**15),
    st.decimals(-(10**9), 10**9, places=3),
    st.dates(date(1900, 3, 1), date(9999, 12, 31)),
)
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=5)


def sheet(rows):
    return Sheet("données", ("a", "b"), tuple(rows))


def read_book(content):
    return load_workbook(io.BytesIO(content))


@given(ROWS)
def test_workbook_holds_each_cell_as_it_is_and_no_formula(rows):
    page = read_book(workbook([sheet(rows)]))["données"]
    cells = [[page.cell(row, column) for column in (1, 2)] for row in range(1, len(rows) + 2)]
    assert [cell.data_type for line in cells for cell in line if cell.data_type == "f" or cell.hyperlink] == []
    assert [cell.value for cell in cells[0]] == ["a", "b"]
    for line, row in zip(cells[1:], rows, strict=True):
        assert [_read(cell) for cell in line] == [_expected(value) for value in row]


def _read(cell):
    value = cell.value
    if cell.is_date:
        return value.date()
    return round(value, 3) if isinstance(value, float) else value


def _expected(value):
    if isinstance(value, Decimal):
        return round(float(value), 3)
    return value.replace("\r", "\n") if isinstance(value, str) else value  # XML has one kind of new line


@given(ROWS)
def test_csv_holds_each_cell_and_nothing_that_a_spreadsheet_computes(rows):
    text = csv_file(sheet(rows)).decode("utf-8")
    assert text.startswith("\ufeff")
    head, *lines = csv.reader(io.StringIO(text[1:], newline=""), delimiter=";")
    assert head == ["a", "b"]
    for line, row in zip(lines, rows, strict=True):
        for cell, value in zip(line, row, strict=True):
            if isinstance(value, str):
                assert cell.removeprefix("'") == value if value.startswith(FORMULA) else cell == value
                assert not cell.startswith(FORMULA)
            elif isinstance(value, Decimal):
                assert Decimal(cell.replace(",", ".")) == value


@pytest.mark.parametrize(
    "cell, written",
    [
        ("=1+1", "'=1+1"),
        ("＝1+1", "'＝1+1"),
        (-3, "-3"),
        (2.5, "2,5"),
        (Decimal("1200.50"), "1200,5"),
        (Decimal(1200), "1200"),
        (date(2026, 2, 3), "03/02/2026"),
        (None, ""),
        ("a;b", '"a;b"'),
    ],
)
def test_csv_is_written_as_in_france(cell, written):
    assert csv_line([cell]) == ("" if written else '""') + written + "\r\n" if written else csv_line([cell])


def test_package_is_one_file_in_either_format():
    sheets = (sheet([("x", 1)]), Sheet("n" * 40, ("c",), ((None,),)))
    book = packed("tout", sheets, Format.XLSX)
    assert (book.name, read_book(book.content).sheetnames) == ("tout.xlsx", ["données", "n" * LONGEST_NAME])
    archive = packed("tout", sheets, Format.CSV)
    with ZipFile(io.BytesIO(archive.content)) as opened:
        assert (archive.name, opened.namelist()) == ("tout.zip", ["données.csv", f"{'n' * 40}.csv"])
