"""Whatever stands in the cells, a workbook becomes a sound form or is refused with where and why: never an error."""

import tempfile
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaire.interchange.xlsform import Refused, Remark
from questionnaire.interchange.xlsform.importing import import_sheets
from questionnaire.interchange.xlsform.reading import SheetRows
from questionnaire.spec import load

COLUMNS = (
    "type", "name", "label", "hint", "relevant", "required", "constraint", "calculation", "default", "appearance",
    "choice_filter", "parameters", "repeat_count", "kind", "min", "item_label", "yaml",
)  # fmt: skip
SIMPLE = (
    "text", "integer", "decimal", "date", "time", "dateTime", "range", "note", "calculate", "hidden", "acknowledge",
    "image", "audio", "geopoint", "start", "select_one l", "select_multiple l or_other", "rank l", "select_one ${q1}",
    "select_one_from_file f.csv", "csv-external",
)  # fmt: skip
RULES = (
    "${q1} > 1", "selected(${q2}, 'a')", "not(", "yes", "../q1", "/data/q1", "../../q1", "position(..)", "count(${q3})",
    "sum(${q4})", "${q2_other} = 'other'", "current()/../q1", "instance('l')/root/item[name = ${q1}]/cf",
    "pulldata('f', 'x', 'y', 1)",
    "today()", "x", "${q1}[1]", "regex(., '(')", ". >= 0 and . <= 9",
    "indexed-repeat(${q1}, ${q3}, 1)", "${last-saved#q1}",
    "cf = ${q1}", "2026-01-31", "1 2", "a b", "/", "..", "l'eau", "((((", "jr:choice-name(${q1}, '${q1}')",
)  # fmt: skip
WORDS = (
    "Nom", "Bonjour ${q1}", "**gras** <b>x</b>", "{du_pp} {x}", "${inconnu}", "a: b #c", "'\"\\",
    "${", "{", "- a", "x" * 200,
    "é\u00a0?", "min: 3", "visible_to: [x]", "\n\n", "start=0 end=10 step=3", "minimal",
    "table-list", "field-list", "rating",
)  # fmt: skip


def cells(*pools):
    return st.one_of(st.just(""), *(st.sampled_from(pool) for pool in pools), st.text(max_size=12))


ROW = st.tuples(
    st.sampled_from(SIMPLE),
    st.sampled_from(("", "", "", "a b", "data", "meta", "é", "q1", "q2_autre", "x" * 70)),
    *(cells(WORDS) for _ in range(2)),
    *(cells(RULES) for _ in range(5)),
    *(cells(WORDS, RULES) for _ in range(len(COLUMNS) - 9)),
)
BLOCK = st.recursive(
    ROW.map(lambda row: [row]),
    lambda inside: st.tuples(st.sampled_from(("group", "repeat")), ROW, st.lists(inside, max_size=4)).map(
        lambda block: [
            (f"begin {block[0]}", *block[1][1:]),
            *(row for rows in block[2] for row in rows),
            (f"end {block[0]}", *[""] * (len(COLUMNS) - 1)),
        ]
    ),
    max_leaves=12,
)


def named(rows):
    """The rows, those without a name given one, so that most workbooks hold."""
    numbers = count(1)
    return [(row[0], row[1] or ("" if row[0].startswith("end") else f"q{next(numbers)}"), *row[2:]) for row in rows]


def _is_placed(remark: object) -> bool:
    return isinstance(remark, Remark) and remark.sheet in {"survey", "choices", "settings"} and bool(remark.message)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(BLOCK, min_size=1, max_size=6), st.lists(st.tuples(cells(WORDS), cells(WORDS), cells(RULES)), max_size=4)
)
def test_any_cells_make_a_sound_form_or_a_refusal_with_its_place(blocks, choices):
    rows = named([row for block in blocks for row in block])
    sheets = [
        SheetRows("survey", (COLUMNS, *rows)),
        SheetRows(
            "choices", (("list_name", "name", "label", "cf"), ("l", "a", "A", "x"), *(("l", *row) for row in choices))
        ),
        SheetRows("settings", (("form_title", "allow_choice_duplicates"), ("Essai", "yes"))),
    ]
    try:
        found = import_sheets(sheets, "essai", lambda _: None)
    except Refused as refused:
        elsewhere = [remark for remark in refused.remarks if not _is_placed(remark)]
        assert elsewhere == []
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"1.yaml": found.yaml, **found.files}.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        assert load(Path(folder) / "1.yaml").sections
