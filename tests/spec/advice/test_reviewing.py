import re
from pathlib import Path

import pytest

from questionnaire.spec import SpecError, lexicon_of, load
from questionnaire.spec.advice.details import CATALOGUE, Severity
from questionnaire.spec.advice.passages import passages
from questionnaire.spec.advice.reviewing import review
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.faults import Faults
from questionnaire.spec.reading import declared_in

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "forms_spec").glob("**/2026-*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem + path.parent.name)
def test_shipped_forms_follow_the_advice_or_say_why_not(path):
    found = review(path, lexicon_of([ROOT / "forms_spec"]))
    assert [str(each) for each in found.advice if each.severity is not Severity.NOTICE] == []
    assert found.is_clean


def test_every_text_of_a_form_is_read():
    path = ROOT / "forms_spec/barometre_soins/2026-1.yaml"
    text = path.read_text(encoding="utf-8")
    spec = declared_in(text, Blocks(text, path.parent), Faults("x"))
    assert spec is not None
    texts = {(passage.of, passage.key) for passage in passages(spec)}
    assert {("barometre_soins", "title"), ("presentation", "title"), ("niveau.1", "hint"), ("mode_emploi", "label"),
            ("roue", "caption"), ("coexp_points_de_vue", "short"), ("barometre_soins", "subject")} <= texts  # fmt: skip
    labels = {passage.of for passage in passages(spec) if passage.key == "label"}
    assert set(load(path).questions) - labels == set()


def test_text_of_a_block_is_told_where_it_is_written(tmp_path):
    form = "form: demo\ntitle: Démo\nminutes: 1\nsections:\n  - {name: p, title: P, questions: [{include: avis}]}\n"
    block = "block: avis\nquestions:\n  - {name: a, kind: text, label: Avis du COPIL}\n"
    (tmp_path / "blocks").mkdir()
    (tmp_path / "demo.yaml").write_text(form, encoding="utf-8")
    (tmp_path / "blocks" / "avis.yaml").write_text(block, encoding="utf-8")
    found = [each for each in review(tmp_path / "demo.yaml", lexicon_of([])).advice if each.code == "unknown_acronym"]
    assert [(each.file, each.line, each.column) for each in found] == [(str(tmp_path / "blocks" / "avis.yaml"), 3, 42)]
    assert "inclus ligne 5" in found[0].message


def test_file_that_is_no_form_is_refused(tmp_path):
    (tmp_path / "demo.yaml").write_text("form: demo\n", encoding="utf-8")
    with pytest.raises(SpecError):
        review(tmp_path / "demo.yaml", lexicon_of([]))


def test_page_of_authors_tells_every_code_and_its_severity():
    page = (ROOT / "docs/authors/advice.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.MULTILINE)
    assert sorted(rows) == sorted((code, str(detail.severity)) for code, detail in CATALOGUE.items())
