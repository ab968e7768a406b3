import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from questionnaire.cli.documents import documents
from questionnaire.proof.identity import load_identity


@pytest.fixture
def verify(tmp_path):
    """Run ``documents verify`` on these bytes."""

    def run(pdf: bytes, *options, data: Path):
        file = tmp_path / "asked.pdf"
        file.write_bytes(pdf)
        return CliRunner().invoke(documents, ["verify", str(file), *options], env={"DATA_DIR": str(data), "DEMO": ""})

    return run


@pytest.fixture
def archived(scene):
    """The archived file and the installation that sealed it."""
    made = scene("archived")
    quality = made.house.visitor("qualite")
    (address,) = quality.get("/archives/").links(r"/archives/[a-z0-9]+")
    return quality.client.get(f"{address}/fichier.pdf").data, made.house.settings


def test_report_of_an_archived_document(archived, verify):
    pdf, settings = archived
    result = verify(pdf, "--json", data=settings.data_dir)
    report = json.loads(result.stdout)
    (signature,) = report["signatures"]
    time = signature.pop("time")
    assert (result.exit_code, "T" in time) == (0, True)
    assert signature == {
        "name": "Nadia Lemoine",
        "role": "Porteur du projet",
        "act": "Signature",
        "method": "nom saisi",
        "valid": True,
    }
    assert {name: report[name] for name in ("verdict", "timestamp", "declares", "rerender")} == {
        "verdict": "authentic",
        "timestamp": None,
        "declares": {"pdfa": "3a", "pdfua": "1"},
        "rerender": True,
    }
    assert (report["seal"]["valid"], report["seal"]["demo"]) == (True, True)


def test_report_for_people_names_who_signed(archived, verify):
    pdf, settings = archived
    lines = verify(pdf, data=settings.data_dir).stdout.splitlines()
    assert (lines[0], any("Nadia Lemoine" in line for line in lines)) == ("Document authentique", True)


def test_changed_name_is_told_as_modified(archived, verify):
    pdf, settings = archived
    changed = pdf.replace(b"Nadia Lemoine", b"Nadia Lemaine", 1)
    result = verify(changed, "--json", data=settings.data_dir)
    report = json.loads(result.stdout)
    assert (result.exit_code, report["verdict"], report["rerender"]) == (1, "modified", None)


@pytest.mark.parametrize("cut", [0, 10, 50_000, -1000])
def test_damaged_file_is_unknown_without_a_trace(archived, verify, cut):
    pdf, settings = archived
    result = verify(pdf[:cut], "--json", data=settings.data_dir)
    assert (result.exit_code, json.loads(result.stdout)["verdict"], result.stderr) == (1, "unknown", "")


def test_sealed_copy_is_authentic_without_signature(sealed, verify):
    report = json.loads(verify(sealed.with_name("sealed.pdf").read_bytes(), "--json", data=sealed).stdout)
    assert (report["verdict"], report["signatures"], report["rerender"]) == ("authentic", [], True)


def test_without_any_certificate_nothing_is_known_and_the_remedy_is_told(sealed, verify, tmp_path):
    result = verify(sealed.with_name("sealed.pdf").read_bytes(), data=tmp_path / "nowhere")
    assert (result.exit_code, "Aucun certificat de confiance" in result.stdout) == (1, True)
    assert not (tmp_path / "nowhere").exists()


def test_certificate_given_is_the_one_trusted(sealed, verify, tmp_path):
    certificate = tmp_path / "seal.pem"
    certificate.write_bytes(load_identity(sealed / "seal.p12", None).certificate_pem)
    pdf = sealed.with_name("sealed.pdf").read_bytes()
    assert verify(pdf, "--trust", str(certificate), data=tmp_path / "nowhere").exit_code == 0


def test_certificate_that_is_none_is_told_without_a_trace(sealed, verify, tmp_path):
    (tmp_path / "no.pem").write_bytes(b"nothing")
    pdf = sealed.with_name("sealed.pdf").read_bytes()
    result = verify(pdf, "--trust", str(tmp_path / "no.pem"), data=tmp_path / "nowhere")
    assert (result.exit_code, result.stderr.startswith("Error: "), "Traceback" in result.output) == (1, True, False)


def test_seal_that_cannot_be_read_is_told_without_a_trace(sealed, verify, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "seal.p12").write_bytes(b"nothing")
    result = verify(sealed.with_name("sealed.pdf").read_bytes(), data=tmp_path / "data")
    assert (result.exit_code, "n’est pas un fichier PKCS#12" in result.stderr) == (1, True)


def test_command_runs_without_database(sealed, python):
    pdf = str(sealed.with_name("sealed.pdf"))
    result = python("-m", "flask", "--app", "wsgi", "documents", "verify", pdf, "--json", DATA_DIR=str(sealed))
    assert (result.returncode, json.loads(result.stdout)["verdict"], result.stderr) == (0, "authentic", "")
    assert sorted(path.name for path in sealed.iterdir()) == ["seal.ca.pem", "seal.p12"]


def test_command_of_the_proof_room_runs_alone(sealed, python):
    arguments = ("verify", str(sealed.with_name("sealed.pdf")), "--trust", str(sealed / "seal.ca.pem"))
    result = python("-m", "questionnaire.proof", *arguments)
    assert (result.returncode, result.stdout.splitlines()[0], result.stderr) == (0, "Document authentique", "")
