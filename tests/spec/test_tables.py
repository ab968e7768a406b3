"""Lists of choices in files: read, told wrong line by line, and carried by the form that names them."""

import pytest

from questionnaire.spec import SpecError, load, load_text
from questionnaire.spec.faults import Faults
from questionnaire.spec.tables import LARGEST, Table, carried, carried_by, read_table

FORM = """form: demo
title: Démo
choices:
  lieux: {file: lieux.csv, filter: "${tout} = 'oui' or zone = 'a'"}
sections:
  - name: page
    title: Page
    questions:
      - {name: tout, kind: yes_no, label: Tout}
      - {name: lieu, kind: select_one, label: Lieu, choices: lieux}
"""
SOUND = "name;label;zone\n01;Ain;a\n2A;Corse-du-Sud : l'île;b\n"
TABLE = Table(("name", "label", "zone"), (("01", "Ain", "a"), ("2A", "Corse-du-Sud : l'île", "b")))


def read(content: bytes):
    faults = Faults("lieux.csv")
    return read_table(content, faults), [(fault.line, fault.column, fault.code) for fault in faults.found]


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        "\ufeff" + SOUND.replace("\n", "\r\n"),
        SOUND.replace(";", ","),
        SOUND.replace(";a", " ; a ") + "\n;;\n",
        SOUND.replace(";", ",").replace("Ain", '"Ain"'),
    ],
    ids=["semicolons", "spreadsheet", "commas", "spaces", "quotes"],
)
def test_table_is_read_as_people_write_it(text):
    assert read(text.encode()) == (TABLE, [])


@pytest.mark.parametrize(
    "content, faults",
    [
        (b"", [(1, 1, "table_columns")]),
        (b"\n  \n", [(1, 1, "table_columns")]),
        (b"code;prix\n0 1;\n0 1;\n", []),
        (b"name;label\n01;\xe9\n", [(1, 1, "not_utf8")]),
        (b"name;label\n" + b"01;Ain\n" * LARGEST, [(1, 1, "file_too_big")]),
        (b"name;label;zone\n01;Ain\n", [(2, 1, "table_cells")]),
        (b"name;label\n01;Ain\n02;\n", [(3, 4, "blank_cell")]),
        (b"name;label\n01;Ain\n01;Aisne\n", [(3, 1, "duplicate_choice")]),
        (b"name;label;zone;zone\n01;Ain;a;b\n", [(1, 17, "duplicate_name")]),
        (b"name;label\n0 1;Ain\n", [(2, 1, "bad_choice_name")]),
        (b'name;label\n01;"Ain\n', [(2, 1, "unreadable_table")]),
        (b"name;label\n01;A\x07in\n", [(2, 5, "forbidden_character")]),
        (b"name;label;1er\n01;Ain;x\n", [(1, 12, "bad_name")]),
    ],
)
def test_mistake_is_told_where_it_is(content, faults):
    assert read(content)[1] == faults


def test_table_is_carried_and_read_back():
    assert carried_by("form: demo" + carried({"lieux.csv": TABLE, "autres.csv": TABLE})) == {
        "lieux.csv": TABLE,
        "autres.csv": TABLE,
    }


@pytest.mark.parametrize("line", ["#| x", "#| [1]", '#| {"name": 1}', ""])
def test_comment_that_holds_no_table_is_a_comment(line):
    assert carried_by(f"form: demo\n#% lieux.csv\n{line}\n") == {}


@pytest.fixture(params=["demo", "choices"])
def form_file(request, tmp_path):
    """A form, its list beside it or in the folder that forms share."""
    for folder in ("demo", "choices"):
        (tmp_path / folder).mkdir()
    (tmp_path / request.param / "lieux.csv").write_text(SOUND, encoding="utf-8")
    path = tmp_path / "demo" / "1.yaml"
    path.write_text(FORM, encoding="utf-8")
    return path


def test_choices_of_a_file_are_those_of_the_question(form_file):
    question = load(form_file).questions["lieu"]
    assert [(choice.name, choice.label.plain, choice.columns) for choice in question.choices] == [
        ("01", "Ain", (("zone", "a"),)),
        ("2A", "Corse-du-Sud\u00a0: l’île", (("zone", "b"),)),
    ]


def test_text_of_a_form_is_the_whole_form_without_its_files(form_file):
    form = load(form_file)
    again = load_text(form.yaml, "demo/1")
    assert (again, again.digest) == (form, form.digest)


def test_list_is_part_of_the_version(form_file):
    before = load(form_file).digest
    path = next(form_file.parents[1].glob("*/lieux.csv"))
    path.write_text(SOUND.replace("Ain", "Aisne"), encoding="utf-8")
    assert load(form_file).digest != before


def test_mistake_of_a_file_is_told_in_the_file(form_file):
    path = next(form_file.parents[1].glob("*/lieux.csv"))
    path.write_text("name;label;zone\n01;;a\n", encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        load(form_file)
    assert [(fault.file, fault.line, fault.column, fault.code) for fault in caught.value.faults] == [
        (str(path), 2, 4, "blank_cell")
    ]


@pytest.mark.parametrize(
    "name, code", [("ailleurs.csv", "missing_table"), ("../lieux.csv", "bad_path"), ("/etc/passwd", "bad_path")]
)
def test_file_is_beside_the_form_or_nowhere(form_file, name, code):
    form_file.write_text(FORM.replace("lieux.csv", name), encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        load(form_file)
    assert [fault.code for fault in caught.value.faults if fault.code != "unknown_column"] == [code]


def test_data_is_not_chosen_from(form_file):
    path = next(form_file.parents[1].glob("*/lieux.csv"))
    path.write_text("code;prix\n01;3\n", encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        load(form_file)
    assert "not_choices" in [fault.code for fault in caught.value.faults]
