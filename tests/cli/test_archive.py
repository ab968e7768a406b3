import json

import pytest
from sqlalchemy import text

from questionnaire.storage.database import open_engine


@pytest.fixture
def archived(scene):
    return scene("archived")


def files_of(made):
    folder = made.house.settings.data_dir / "documents"
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


def alter(made, statement):
    """Change the database behind the back of the application, as an intruder would."""
    engine = open_engine(made.house.settings.database_url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def reference_of(made):
    return made.house.visitor("porteur_projet").get(made.url).text.split("FP-")[1][:9]


def test_sound_archive_exits_with_0(archived, command):
    result = command(archived.house, "archive", "verify")
    assert (result.exit_code, result.output) == (0, "Le registre et les fichiers sont intègres.\n")


def test_sound_archive_as_json_has_no_fault(archived, command):
    assert json.loads(command(archived.house, "archive", "verify", "--json").output) == []


def test_flipped_byte_of_a_file_is_told(archived, command):
    file = files_of(archived)[-1]
    pdf = bytearray(file.read_bytes())
    pdf[5000] ^= 1
    file.chmod(0o600)
    file.write_bytes(pdf)
    result = command(archived.house, "archive", "verify")
    first, last = result.output.splitlines()
    assert (result.exit_code, first.startswith("Le fichier de "), last) == (1, True, "1 anomalie(s).")
    assert first.endswith("a été modifié.")


def test_missing_file_is_told(archived, command):
    files_of(archived)[-1].unlink()
    result = command(archived.house, "archive", "verify", "--json")
    (fault,) = json.loads(result.output)
    assert (result.exit_code, fault["kind"], fault["message"].endswith(" manque.")) == (1, "missing", True)


@pytest.mark.parametrize(
    "statement, said",
    [
        ("UPDATE archived_document SET title = 'Autre'", "Le registre est rompu à l’entrée 1."),
        ("UPDATE archived_document SET archived_at = '2020-01-01 00:00:00'", "Le registre est rompu à l’entrée 1."),
        ("UPDATE register_entry SET hash = digest", "Le registre est rompu à l’entrée 1."),
        ("DELETE FROM register_entry", "Ce document n’est pas inscrit au registre."),
    ],
)
def test_altered_row_is_told(archived, command, statement, said):
    alter(archived, statement)
    result = command(archived.house, "archive", "verify")
    assert (result.exit_code, said in result.output.splitlines()) == (1, True)


@pytest.mark.parametrize("arguments", [("archive", "verify"), ("demo", "load")])
def test_command_without_database_says_what_to_do_and_makes_nothing(python, tmp_path, arguments):
    result = python("-m", "flask", "--app", "wsgi", *arguments, DEMO="1", DATA_DIR=str(tmp_path))
    assert (result.returncode, "Il n’y a pas de base de données ici" in result.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []
