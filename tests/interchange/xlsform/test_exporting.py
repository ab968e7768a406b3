"""Forms written as XLSForms: pyxform takes them, and they read back as they were."""

from pathlib import Path

import pytest
from pyxform.xls2xform import convert

from questionnaire.config import SHIPPED_FORMS
from questionnaire.exchange.workbooks import workbook as written
from questionnaire.interchange.xlsform import export_form, import_form
from questionnaire.spec import load, load_text

OURS = sorted(Path("tests/specs").glob("*.yaml"))
SHIPPED = sorted(path for path in SHIPPED_FORMS.glob("*/*.yaml") if path.parent.name != "blocks")
FORMS = [*OURS, *SHIPPED]
NAMES = [f"{path.parent.name}/{path.stem}" for path in FORMS]


def again(form, tmp_path):
    """The form once written as a workbook and read again."""
    exported = export_form(form)
    found = import_form(written(exported.sheets), form.name, lambda name: _bytes(exported.files.get(name)))
    assert found.remarks == ()
    (tmp_path / "1.yaml").write_text(found.yaml, encoding="utf-8")
    for name, text in found.files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return load(tmp_path / "1.yaml")


def _bytes(text):
    return None if text is None else text.encode()


@pytest.mark.parametrize("path", FORMS, ids=NAMES)
def test_form_reads_back_and_is_written_the_same(path, tmp_path):
    form = load(path)
    back = again(form, tmp_path)
    first, second = export_form(form), export_form(back)
    assert [sheet for sheet in second.sheets if sheet.name != "settings"] == [
        sheet for sheet in first.sheets if sheet.name != "settings"
    ]
    assert [(name, question.kind.name, question.section) for name, question in back.questions.items()] == [
        (name, question.kind.name, question.section) for name, question in form.questions.items()
    ]
    assert (back.parties.keys(), len(back.circuit), back.life, back.instances) == (
        form.parties.keys(), len(form.circuit), form.life, form.instances,
    )  # fmt: skip


@pytest.mark.parametrize("path", FORMS, ids=NAMES)
def test_workbook_is_taken_by_the_odk_tools(path, tmp_path):
    form = load(path)
    workbook = tmp_path / f"{form.name}.xlsx"
    workbook.write_bytes(written(export_form(form).sheets))
    assert "<h:html" in convert(xlsform=workbook, validate=False, warnings=[]).xform


def test_what_the_odk_tools_will_not_do_is_said():
    form = load_text(
        "form: demo\ntitle: Démo\nparties:\n  porteur: {role: porteur_projet}\n"
        "sections:\n  - name: page\n    title: Page\n"
        "    questions:\n      - {name: a, kind: text, label: A, max_length: 10}\ncircuit:\n  - {party: porteur}\n"
    )
    assert [remark.replace("\u00a0", " ") for remark in export_form(form).remarks] == [
        "Les outils ODK ne suivent pas : max_length. Le classeur le garde pour « forms import ».",
        "Les outils ODK ne font pas signer : le circuit n’est gardé que pour « forms import ».",
    ]


def test_other_is_written_as_odk_writes_it():
    form = load_text(
        "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
        "      - {name: a, kind: select_one, label: A, other: true, choices: [{name: x, label: X}]}\n"
        "      - {name: b, kind: text, label: 'Quoi, ${a_autre} ?', relevant: \"${a} = 'autre'\"}\n"
    )
    survey = export_form(form).sheets[0]
    rows = [dict(zip(survey.columns, row, strict=True)) for row in survey.rows]
    assert [(row["type"], row["label"], row["relevant"]) for row in rows[1:3]] == [
        ("select_one a or_other", "A", None),
        ("text", "Quoi, ${a_other} ?", "${a} = 'other'"),
    ]
