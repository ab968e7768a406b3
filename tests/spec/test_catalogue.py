import pytest

from questionnaire.spec import Catalogue, SpecError, check_folder

SOUND = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\n"
)


@pytest.fixture
def put(tmp_path):
    def write(path, text=SOUND):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def codes(catalogue):
    return {path.name: [fault.code for fault in faults] for path, faults in catalogue.quarantined.items()}


def test_last_version_in_natural_order_is_current(tmp_path, put):
    for version in ("2026-10", "2026-2", "2025-3"):
        put(f"demo/{version}.yaml", f"{SOUND}# {version}\n")
    catalogue = Catalogue.read([tmp_path])
    current = catalogue.current("demo")
    assert current is not None
    assert ([form.version for form in catalogue.forms], current.version) == (
        ["2025-3", "2026-2", "2026-10"], "2026-10",
    )  # fmt: skip


def test_form_is_found_by_its_digest(tmp_path, put):
    put("demo/1.yaml")
    catalogue = Catalogue.read([tmp_path])
    assert catalogue.by_digest(catalogue.forms[0].digest) is catalogue.forms[0]


def test_nothing_is_found_of_what_is_not_there(tmp_path):
    catalogue = Catalogue.read([tmp_path])
    assert (catalogue.current("demo"), catalogue.by_digest("0" * 64), catalogue.forms) == (None, None, ())


def test_bad_form_is_put_aside_and_the_rest_runs(tmp_path, put):
    put("demo/1.yaml")
    put("autre/1.yaml", "titre: x\n")
    catalogue = Catalogue.read([tmp_path])
    assert ([form.name for form in catalogue.forms], list(codes(catalogue))) == (["demo"], ["1.yaml"])


def test_bad_shipped_form_stops_the_start(tmp_path, put):
    put("autre/1.yaml", "titre: x\n")
    with pytest.raises(SpecError):
        Catalogue.read([tmp_path], shipped=tmp_path)


def test_bad_form_of_another_folder_does_not_stop_the_start(tmp_path, put):
    put("propres/autre/1.yaml", "titre: x\n")
    put("livres/demo/1.yaml")
    catalogue = Catalogue.read([tmp_path / "livres", tmp_path / "propres"], shipped=tmp_path / "livres")
    assert [form.name for form in catalogue.forms] == ["demo"]


def test_form_in_the_folder_of_another_is_told(tmp_path, put):
    put("autre/1.yaml")
    assert codes(Catalogue.read([tmp_path])) == {"1.yaml": ["misplaced_file"]}


def test_file_whose_name_is_no_version_is_told(tmp_path, put):
    put("demo/version un.yaml")
    assert codes(Catalogue.read([tmp_path])) == {"version un.yaml": ["bad_version"]}


def test_other_content_under_a_taken_version_is_told(tmp_path, put):
    put("a/demo/1.yaml")
    put("b/demo/1.yaml", SOUND + "# autre\n")
    catalogue = Catalogue.read([tmp_path / "a", tmp_path / "b"])
    assert codes(catalogue) == {"1.yaml": ["changed_version"]}


def test_same_content_in_two_folders_is_one_form(tmp_path, put):
    put("a/demo/1.yaml")
    put("b/demo/1.yaml")
    catalogue = Catalogue.read([tmp_path / "a", tmp_path / "b"])
    assert (len(catalogue.forms), codes(catalogue)) == (1, {})


def test_shared_parts_are_no_forms(tmp_path, put):
    put("choices/departements.yaml", "01: Ain\n")
    assert codes(Catalogue.read([tmp_path])) == {}


def test_check_of_a_folder_tells_places_and_contents(tmp_path, put):
    put("autre/1.yaml")
    put("seul.yaml", "- a\n")
    assert [fault.code for fault in check_folder(tmp_path)] == ["expected_keys", "misplaced_file"]
