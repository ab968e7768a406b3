"""The commands for authors, typed in a terminal on a bare checkout."""

import json


def test_check_of_the_shipped_forms_finds_nothing(python, tmp_path):
    result = python("-m", "flask", "--app", "wsgi", "forms", "check", DATA_DIR=str(tmp_path / "data"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "Aucune faute.\n")
    assert list(tmp_path.iterdir()) == []


def test_list_of_the_shipped_forms_as_json(python, tmp_path):
    result = python("-m", "flask", "--app", "wsgi", "forms", "list", "--json", DATA_DIR=str(tmp_path / "data"))
    rows = json.loads(result.stdout)
    assert [(row["form"], row["version"]) for row in rows] == [
        ("barometre_etablissement", "2026-1"),
        ("barometre_soins", "2026-1"),
        ("charte_partenariat", "2026-1"),
        ("fiche_projet", "2026-1"),
    ]
    assert {tuple(sorted(row)) for row in rows} == {("digest", "form", "questions", "title", "version")}


def test_runner_of_an_installation_never_set_up_says_so(python, tmp_path):
    result = python("-m", "questionnaire.cli", "runner", "--once", DEMO="1", DATA_DIR=str(tmp_path / "data"))
    assert (result.returncode, "Il n’y a pas de base de données ici" in result.stderr) == (1, True)
