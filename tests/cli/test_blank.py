import pytest
from click.testing import CliRunner

from questionnaire.cli.blank import blank
from tests.pdf_validation import text_of, verapdf_faults


@pytest.fixture
def run(tmp_path):
    """Run ``forms blank``."""

    def run(name, output="out.pdf"):
        arguments = [name, "--pdf", str(tmp_path / output)]
        return CliRunner().invoke(blank, arguments, env={"DATA_DIR": str(tmp_path / "data"), "DEMO": ""})

    return run


@pytest.mark.jvm
@pytest.mark.parametrize("name", ["fiche_projet", "charte_partenariat"])
def test_blank_copy_is_accessible_and_lasting(run, tmp_path, name):
    assert run(name).exit_code == 0
    pdf = (tmp_path / "out.pdf").read_bytes()
    assert verapdf_faults(pdf, "ua1") == verapdf_faults(pdf, "3a") == []
    assert "Exemplaire vierge" in text_of(pdf)


def test_blank_copy_keeps_nothing_else(run, tmp_path):
    run("charte_partenariat")
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_unknown_form_is_refused(run):
    assert (run("absent").exit_code, "Il n’y a pas de formulaire" in run("absent").output) == (1, True)


def test_place_that_cannot_be_written_is_said(run):
    result = run("charte_partenariat", "absent/out.pdf")
    assert (result.exit_code, "ne peut pas être écrit" in result.output) == (1, True)
