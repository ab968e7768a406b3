import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from questionnaire.cli.comparing import diff_command
from questionnaire.spec.differences.telling import NOTHING

ONE = (
    "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
    "      - {name: a, kind: text, label: A}\n"
)


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "2026-2.yaml").write_text(ONE, encoding="utf-8")
    (tmp_path / "demo" / "2026-10.yaml").write_text(ONE.replace("label: A", "label: Nom"), encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(diff_command, arguments)


@pytest.mark.parametrize(
    "before, after",
    [
        ("demo@2026-2", "demo"),
        ("demo/2026-2.yaml", "demo"),
        ("demo@2026-2", "demo@2026-10"),
        ("demo@2026-2", "./demo/"),
    ],
)
@pytest.mark.usefixtures("forms")
def test_versions_are_named_by_form_file_or_folder(before, after):
    result = diff(before, after)
    change = "libellé\u00a0: «\u00a0Nom\u00a0»  (avant\u00a0: «\u00a0A\u00a0»)"
    assert (result.exit_code, change in result.stdout) == (0, True)


@pytest.mark.usefixtures("forms")
def test_a_version_and_itself():
    assert diff("demo", "demo/2026-10.yaml").stdout.splitlines()[-1] == NOTHING


@pytest.mark.usefixtures("forms")
def test_for_a_program():
    told = json.loads(diff("demo@2026-2", "demo", "--json").stdout)
    assert (told["before"]["version"], told["after"]["version"]) == ("2026-2", "2026-10")
    assert told["differences"] == [
        {
            "subject": "question",
            "fate": "changed",
            "name": "a",
            "label": "Nom",
            "changes": [{"aspect": "label", "before": "«\u00a0A\u00a0»", "after": "«\u00a0Nom\u00a0»"}],
            "within": "Page",
        }
    ]


@pytest.mark.parametrize(
    "word, said",
    [
        ("demo@1999", "Versions connues\u00a0: 2026-2, 2026-10."),
        ("inconnu", "Il n’y a pas de formulaire"),
        ("vide", "aucune version"),
        ("absent.yaml", "unreadable_file"),
    ],
)
def test_what_names_no_version_is_told(forms, word, said):
    (forms / "vide").mkdir()
    result = diff(word, "demo")
    assert (result.exit_code, said in result.stderr) == (1, True)
