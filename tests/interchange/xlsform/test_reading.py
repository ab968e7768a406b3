"""What comes from anybody: bombs, broken files, sheets without end; each refused in a sentence."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as OpenpyxlWorkbook

from questionnaire.interchange.xlsform import Refused
from questionnaire.interchange.xlsform.guarding import LARGEST
from questionnaire.interchange.xlsform.reading import read_workbook


def _with_part(content, name, text):
    """The same workbook with one more part, or another text in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            if entry.filename != name:
                after.writestr(entry.filename, before.read(entry))
        after.writestr(name, text)
    return made.getvalue()


def _survey(cells):
    """A workbook with these cells, by name, in its sheet ``survey``."""
    book = OpenpyxlWorkbook()
    sheet = book.create_sheet("survey", 0)
    for name, value in cells.items():
        sheet[name] = value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _refusal(content):
    with pytest.raises(Refused) as refused:
        read_workbook(content)
    return str(refused.value).replace("\u00a0", " ").split(" (")[0]


@pytest.fixture
def small(workbook):
    return workbook(survey=[["type", "name"], ["text", "a"]])


def test_cells_are_text_as_their_author_sees_them():
    content = _survey({"A1": "type", "B1": "=1+1", "C1": 8.0, "D1": 0.5, "E1": True})
    assert read_workbook(content)[0].rows == (("type", "", "8", "0.5", "true"),)


def test_sheets_of_others_are_only_named(workbook):
    read = read_workbook(workbook(survey=[["type"]], notes=[["secret"]]))
    assert [(sheet.name, sheet.rows) for sheet in read] == [("survey", (("type",),)), ("notes", None)]


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "Le fichier est vide."),
        (b"type,name\ntext,a\n", "Ce fichier n’est pas un classeur."),
        (b"PK\x03\x04" + b"\0" * 200, "Le classeur est abîmé."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Le classeur est abîmé."),
        (b"PK\x03\x04" + b"\0" * LARGEST, "Le fichier dépasse 10 Mo."),
    ],
    ids=["empty", "csv", "archive", "old", "large"],
)
def test_what_is_no_workbook_is_refused(content, said):
    assert _refusal(content) == said


def test_archive_that_swells_is_refused(small):
    bomb = _with_part(small, "xl/media/image1.xml", b"0" * 110_000_000)
    assert (len(bomb) < 1_000_000, _refusal(bomb)) == (True, "Le classeur est trop grand une fois décompressé.")


def test_archive_that_lies_about_its_size_is_refused(small):
    bomb = bytearray(_with_part(small, "xl/sharedStrings.xml", b"<sst>" + b"0" * 5_000_000))
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        true = archive.getinfo("xl/sharedStrings.xml").file_size.to_bytes(4, "little")
    assert _refusal(bytes(bomb).replace(true, (100).to_bytes(4, "little"))) == "Le classeur est abîmé."


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
    ids=["laughs", "outside"],
)
def test_markup_that_declares_entities_is_refused(small, declared):
    text = f'<?xml version="1.0"?>{declared}<sst><si><t>&b;</t></si></sst>'
    spoiled = _with_part(small, "xl/sharedStrings.xml", text)
    assert _refusal(spoiled) == "Le classeur contient des déclarations XML qui ne sont pas admises."


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ1", "A20001"])
def test_sheet_without_end_is_refused(cell):
    assert _refusal(_survey({"A1": "type", cell: "x"})) == "Le classeur demande trop de mémoire ou de temps."


def test_workbook_without_survey_is_refused(imported):
    with pytest.raises(Refused, match="Il n’y a pas de feuille"):
        imported(feuille1=[["type"]])


_SMALL = _survey({"A1": "type", "B1": "name"})


@settings(max_examples=12)
@given(st.data())
def test_spoiled_workbook_is_read_or_refused(data):
    """Bytes changed anywhere never make anything but a refusal."""
    content = bytearray(_SMALL)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refused):
        assert all(sheet.name for sheet in read_workbook(bytes(content)))
