"""``people``: adding, roles, accounts, a list brought in; who may do what."""

import re

import pytest

from questionnaire.access.guide import guide
from questionnaire.journeys.demonstration.places import HOSPITAL
from tests.journeys.house import found_house


@pytest.fixture
def run(tmp_path, command):
    house = found_house(tmp_path / "data")
    return lambda *arguments: command(house, "people", *arguments)


def test_rights_are_written_as_the_guide_has_them(run):
    assert run("rights").output == guide()


def test_person_is_added_found_given_a_role_and_closed(run):
    added = run("add", "Rose", "Blin", "--in", HOSPITAL, "--email", "rose@p.example", "--role", "siege", "--account")
    made = added.output.strip()
    assert f"{made}  Rose Blin <rose@p.example>  compte ouvert  siege ({HOSPITAL})\n" == run("list", "rose").output
    assert run("grant", "rose@p.example", "siege", "--in", HOSPITAL, "--withdraw").exit_code == 0
    assert run("grant", made, "admin", "--in", HOSPITAL, "--until", "2999-12-31").exit_code == 0
    assert run("close", made).exit_code == 0
    assert f"{made}  Rose Blin <rose@p.example>  compte fermé  admin ({HOSPITAL})\n" == run("list", "rose").output
    assert run("close", "--reopen", made).exit_code == 0
    refused = run("invite", made)
    assert (refused.exit_code, "a déjà un compte" in refused.output) == (1, True)


def test_list_is_tried_then_brought_in(run, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("prénom;nom;rôle\nRose;Blin;RU\nAna;;\n", "utf-8")
    dry = run("import", str(path), "--in", HOSPITAL, "--dry-run")
    assert (dry.exit_code, "ligne 3, Ana\u00a0: à corriger Écrivez le nom." in dry.output) == (1, True)
    assert run("list", "rose").output == ""
    assert "1 ajout, 0 modifie, 0 à jour, 1 à corriger" in run("import", str(path), "--in", HOSPITAL).output
    assert "representant_usagers" in run("list", "rose").output
    assert "0 ajout, 0 modifie, 1 à jour, 1 à corriger" in run("import", str(path), "--in", HOSPITAL).output


def test_unknown_person_is_told(run):
    assert "Personne n’a l’identifiant ni l’adresse «\u00a0x\u00a0»." in run("close", "x").output


def test_password_is_lent_and_written_once(run):
    lent = run("lend-password", "patient_partenaire@demo.example")
    assert (lent.exit_code, re.fullmatch(r"([a-z]{4}-){3}[a-z]{4}\n", lent.output) is not None) == (0, True)
    assert (
        "n’a pas de compte ouvert" in run("lend-password", run("add", "A", "B", "--in", HOSPITAL).output.strip()).output
    )
