import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from questionnaire.cli.filling import fill
from questionnaire.proof.identity import load_identity
from questionnaire.proof.verification import verify
from tests.cli.conftest import COMPLETE
from tests.files.making import jpeg, pdf
from tests.pdf_validation import text_of

# As a person's terminal would do it, with every connection to elsewhere refused.
OFFLINE = """
import sys
def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo"}:
        raise SystemExit(f"no network: {event}")
sys.addaudithook(refuse)
from flask.cli import main
sys.argv = ["flask", "--app", "wsgi", *sys.argv[1:]]
main()
"""


@pytest.fixture
def draw(tmp_path):
    """Run ``forms fill`` on these answers."""

    def run(answers, *options, name="fiche_projet"):
        source = tmp_path / "answers.json"
        source.write_bytes(answers if isinstance(answers, bytes) else json.dumps(answers).encode())
        arguments = [name, str(source), "--pdf", str(tmp_path / "out.pdf"), *options]
        return CliRunner().invoke(fill, arguments, env={"DATA_DIR": str(tmp_path / "data"), "DEMO": ""})

    return run


def complete():
    return json.loads(COMPLETE.read_text())


def test_drawing_needs_neither_database_nor_network(python, tmp_path):
    output = tmp_path / "out.pdf"
    arguments = ("forms", "fill", "fiche_projet", str(COMPLETE), "--pdf", str(output))
    result = python("-c", OFFLINE, *arguments, DATA_DIR=str(tmp_path / "data"))
    assert (result.returncode, result.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_copy_says_that_it_has_no_reference_and_no_code(draw, tmp_path):
    assert draw(complete()).exit_code == 0
    text = text_of((tmp_path / "out.pdf").read_bytes())
    said = ["Sans référence" in text, "Aperçu – non signé" in text, "/verifier" in text, "Code de contrôle" in text]
    assert said == [True, True, False, False]


def test_sealed_copy_says_that_nobody_signed_it(sealed):
    text = text_of(sealed.with_name("sealed.pdf").read_bytes())
    assert ("Exemplaire non signé" in text, "Sans référence" in text) == (True, True)


def test_sealed_copy_bears_the_seal_made_in_the_data_folder(sealed):
    certificate = load_identity(sealed / "seal.p12", None).certificate_pem
    report = verify(sealed.with_name("sealed.pdf").read_bytes(), [certificate])
    assert (report.verdict, report.signatures, report.seal and report.seal.demo) == ("authentic", (), True)


def test_seal_already_made_is_used_again(sealed, draw, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "seal.p12").write_bytes((sealed / "seal.p12").read_bytes())
    assert draw(complete(), "--seal").exit_code == 0
    certificate = load_identity(sealed / "seal.p12", None).certificate_pem
    assert verify((tmp_path / "out.pdf").read_bytes(), [certificate]).verdict == "authentic"


def test_problems_stand_one_by_line_on_the_error_output(draw, tmp_path):
    answers = complete() | {"titre": None, "inconnue": 1}
    result = draw(answers)
    codes = [line.split(" ")[:2] for line in result.stderr.splitlines()]
    assert (result.exit_code, result.stdout, codes) == (
        1,
        "",
        [["inconnue:", "unknown_question"], ["titre:", "required"]],
    )
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    "content, said",
    [
        (b"{", "n’est pas un fichier JSON lisible"),
        (b"\xff\xfe", "n’est pas un fichier JSON lisible"),
        (b"[1]", "doit contenir un objet"),
        (b'{"intitule": ' + b"[" * 100_000, "n’est pas un fichier JSON lisible"),
    ],
)
def test_file_that_holds_no_answers_is_told(draw, content, said):
    result = draw(content)
    assert (result.exit_code, said in result.stderr, "Traceback" in result.output) == (1, True, False)


def test_unknown_form_is_told(draw):
    result = draw(complete(), name="fiche")
    assert (result.exit_code, "Il n’y a pas de formulaire" in result.stderr) == (1, True)


def test_output_that_cannot_be_written_is_told(tmp_path):
    arguments = ["fiche_projet", str(COMPLETE), "--pdf", str(tmp_path / "nowhere" / "out.pdf")]
    result = CliRunner().invoke(fill, arguments, env={"DATA_DIR": str(tmp_path / "data"), "DEMO": ""})
    assert (result.exit_code, "nowhere" in result.stderr, result.exception is None or result.exit_code == 1) == (
        1,
        True,
        True,
    )


def test_file_of_the_answers_is_listed_in_the_annexes(tmp_path):
    (tmp_path / "forms" / "file").mkdir(parents=True)
    (tmp_path / "forms" / "file" / "1.yaml").write_bytes(Path("tests/specs/file.yaml").read_bytes())
    (tmp_path / "salle.pdf").write_bytes(pdf())
    source, output = tmp_path / "answers.json", tmp_path / "out.pdf"
    source.write_text(json.dumps({"plan": "salle.pdf", "jointe": "non"}))
    place = {"DATA_DIR": str(tmp_path / "data"), "DEMO": "", "FORMS_PATH": str(tmp_path / "forms")}
    result = CliRunner().invoke(fill, ["file", str(source), "--pdf", str(output)], env=place)
    assert result.exit_code == 0, result.output
    words = text_of(output.read_bytes())
    assert ("Annexes" in words, "salle.pdf" in words, "SHA-256" in words) == (True, True, True)


def test_file_that_lies_is_a_problem_of_its_answer(tmp_path):
    (tmp_path / "forms" / "file").mkdir(parents=True)
    (tmp_path / "forms" / "file" / "1.yaml").write_bytes(Path("tests/specs/file.yaml").read_bytes())
    (tmp_path / "salle.pdf").write_bytes(jpeg())
    source = tmp_path / "answers.json"
    source.write_text(json.dumps({"plan": "salle.pdf", "jointe": "non"}))
    place = {"DATA_DIR": str(tmp_path / "data"), "DEMO": "", "FORMS_PATH": str(tmp_path / "forms")}
    result = CliRunner().invoke(fill, ["file", str(source), "--pdf", str(tmp_path / "out.pdf")], env=place)
    assert (result.exit_code, result.stderr.splitlines()[0].startswith("plan: lying_name ")) == (1, True)
