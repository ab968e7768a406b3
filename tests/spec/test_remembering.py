from questionnaire.spec import catalogue_of

FORM = (
    "form: demo\ntitle: {title}\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {{name: a, kind: text, label: A}}\n"
)


def write(folder, title):
    path = folder / "demo" / "1.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FORM.format(title=title), encoding="utf-8")


def titles(folder):
    return [str(form.title) for form in catalogue_of([folder]).forms]


def test_folder_that_did_not_change_is_compiled_once(tmp_path):
    write(tmp_path, "Un")
    assert catalogue_of([tmp_path]) is catalogue_of([tmp_path])


def test_changed_content_is_read_again_even_of_the_same_length(tmp_path):
    write(tmp_path, "Un")
    before = titles(tmp_path)
    write(tmp_path, "Du")
    assert titles(tmp_path) != before


def test_new_file_is_seen(tmp_path):
    write(tmp_path, "Un")
    before = catalogue_of([tmp_path])
    (tmp_path / "demo" / "2.yaml").write_text(FORM.format(title="Deux"), encoding="utf-8")
    assert [form.version for form in catalogue_of([tmp_path]).forms] == ["1", "2"]
    assert [form.version for form in before.forms] == ["1"]


def test_same_content_elsewhere_has_places_of_its_own(tmp_path):
    for name in ("a", "b"):
        write(tmp_path / name, "[")
    assert [set(catalogue_of([tmp_path / name]).quarantined) for name in ("a", "b")] == [
        {tmp_path / name / "demo" / "1.yaml"} for name in ("a", "b")
    ]
