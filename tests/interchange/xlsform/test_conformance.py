"""Workbooks of others, where the environment says in which folder they are: ``XLSFORMS``."""

import os
from pathlib import Path

import pytest

from questionnaire.exchange.workbooks import workbook
from questionnaire.interchange.xlsform import Refused, Remark, export_form, import_form
from questionnaire.spec import load

FOLDER = os.environ.get("XLSFORMS")
BOOKS = sorted(Path(FOLDER).glob("*.xls*")) if FOLDER else []


def _imported(content, name, files, folder):
    found = import_form(content, name, files.get)
    for file, text in {"1.yaml": found.yaml, **found.files}.items():
        (folder / file).write_text(text, encoding="utf-8")
    return found, load(folder / "1.yaml")


@pytest.mark.skipif(FOLDER is None, reason="XLSFORMS names no folder of workbooks")
@pytest.mark.parametrize("path", BOOKS, ids=[path.stem for path in BOOKS])
def test_workbook_becomes_a_sound_form_or_is_refused_with_its_place(path, tmp_path):
    try:
        found, form = _imported(path.read_bytes(), path.stem, {}, tmp_path)
    except Refused as refused:
        if all(isinstance(remark, Remark) and remark.sheet and remark.message for remark in refused.remarks):
            return
        raise
    if path.name.startswith("invalid"):
        assert found.remarks != ()
    exported = export_form(form)
    files = {name: text.encode() for name, text in exported.files.items()}
    again, back = _imported(workbook(exported.sheets), path.stem, files, tmp_path)
    assert (again.remarks, export_form(back).sheets[0]) == ((), exported.sheets[0])
