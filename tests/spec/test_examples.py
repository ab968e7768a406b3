import pytest

from questionnaire.spec import Catalogue, check_file, check_folder

DEMO = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\nexamples:\n  - examples/un.json\n  - examples/deux.json\n"
)


@pytest.fixture
def demo(tmp_path):
    """A form with two examples, of which the first is there."""
    folder = tmp_path / "demo"
    (folder / "examples").mkdir(parents=True)
    (folder / "examples" / "un.json").write_text("{}")
    (folder / "2026-1.yaml").write_text(DEMO, encoding="utf-8")
    return folder / "2026-1.yaml"


def told(faults):
    return [(fault.line, fault.column, fault.code) for fault in faults]


def test_missing_example_is_told_where_it_is_named(demo):
    assert told(check_file(demo)) == [(10, 5, "missing_example")]


def test_missing_example_is_told_of_each_form_of_a_folder(demo):
    assert told(check_folder(demo.parents[1])) == [(10, 5, "missing_example")]
    assert told(check_folder(demo.parent)) == [(10, 5, "missing_example")]


def test_folder_is_no_example(demo):
    (demo.parent / "examples" / "deux.json").mkdir()
    assert told(check_file(demo)) == [(10, 5, "missing_example")]


def test_examples_that_are_there_are_no_fault(demo):
    (demo.parent / "examples" / "deux.json").write_text("{}")
    assert (check_file(demo), check_folder(demo.parents[1])) == ([], [])


def test_form_without_its_examples_still_serves(demo):
    assert [form.name for form in Catalogue.read([demo.parents[1]]).forms] == ["demo"]
