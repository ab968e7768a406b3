import json

import pytest
from click.testing import CliRunner

from questionnaire.cli.codebook import codebook_command
from tests.pdf_validation import text_of, verapdf_faults

DEMO = """
form: demo
title: Démo
sections:
  - name: page
    title: Page
    questions:
      - name: avis
        kind: select_one
        label: L'avis {du_pp} ?
        required: true
        choices: [{name: oui, label: Oui}, {name: non, label: Non}]
      - name: membre
        kind: repeat
        label: Membre
        questions:
          - {name: m_nom, kind: text, label: Nom, required: "${avis} = 'oui'", relevant: "${avis} != ''"}
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "2026-1.yaml").write_text(DEMO, encoding="utf-8")
    monkeypatch.setenv("FORMS_PATH", str(tmp_path))
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return lambda *arguments: CliRunner().invoke(codebook_command, arguments)


def test_codebook_as_json(run):
    options = [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}]
    assert json.loads(run("demo", "--json").stdout) == [
        {
            "path": "avis", "kind": "select_one", "label": "L’avis du patient partenaire\u00a0?",
            "required": True, "relevant": None, "choices": options,
        },
        {
            "path": "membre", "kind": "repeat", "label": "Membre",
            "required": False, "relevant": None, "choices": [],
        },
        {
            "path": "membre.m_nom", "kind": "text", "label": "Nom",
            "required": "${avis} = 'oui'", "relevant": "${avis} != ''", "choices": [],
        },
    ]  # fmt: skip


def test_codebook_for_people(run):
    assert run("demo").stdout.splitlines() == [
        "chemin        genre       obligatoire      si             libellé",
        "avis          select_one  oui                             L’avis du patient partenaire\u00a0?",
        "                                                          - oui = Oui",
        "                                                          - non = Non",
        "membre        repeat      non                             Membre",
        "membre.m_nom  text        ${avis} = 'oui'  ${avis} != ''  Nom",
    ]


def test_codebook_writes_nothing(run, tmp_path):
    assert (run("demo").exit_code, [path.name for path in tmp_path.iterdir()]) == (0, ["demo"])


def test_codebook_of_an_unknown_form_is_told(run):
    result = run("fiche", "--json")
    assert (result.exit_code, result.stdout, "«\u00a0fiche\u00a0»" in result.stderr) == (1, "", True)


def test_codebook_as_a_table_for_spreadsheets(run, tmp_path):
    result = run("demo", "--csv", str(tmp_path / "demo.csv"))
    lines = (tmp_path / "demo.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert (result.exit_code, lines[0][:35]) == (0, "chemin;page;genre;libellé;obligatoi")
    assert lines[3] == "membre.m_nom;Page;texte;Nom;${avis} = 'oui';${avis} != '';;;;;"


def test_codebook_as_a_document(run, tmp_path):
    assert run("demo", "--pdf", str(tmp_path / "demo.pdf")).exit_code == 0
    text = text_of((tmp_path / "demo.pdf").read_bytes())
    assert [words in text for words in ("membre.m_nom", "un choix", "oui = Oui", "Obligatoire si")] == [True] * 4


@pytest.mark.jvm
def test_document_is_accessible_and_lasting(run, tmp_path):
    run("demo", "--pdf", str(tmp_path / "demo.pdf"))
    pdf = (tmp_path / "demo.pdf").read_bytes()
    assert verapdf_faults(pdf, "ua1") == verapdf_faults(pdf, "3a") == []


def test_place_that_cannot_be_written_is_said(run, tmp_path):
    result = run("demo", "--csv", str(tmp_path / "absent" / "demo.csv"))
    assert (result.exit_code, "ne peut pas être écrit" in result.output) == (1, True)
