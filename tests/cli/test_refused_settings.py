"""What an operator reads when the settings are refused: all faults, no traceback."""

import pytest

FAULTS = {"WEB_WORKERS": "999", "SMTP_TLS": "bad"}
SAID = (
    "- WEB_WORKERS\u00a0: «\u00a0999\u00a0» n’est pas un nombre entier de 1 à 64.\n"
    "- SMTP_TLS\u00a0: «\u00a0bad\u00a0» n’est pas connu\u00a0; écrivez starttls, implicit ou none.\n"
)
TO_SERVE = {"PUBLIC_URL": "https://questionnaire.hopital.example", "SECRET_KEY": "k" * 32}


def test_flask_command_with_refused_settings_names_each_fault_and_ends_with_two(python, tmp_path):
    result = python("-m", "flask", "--app", "wsgi", "forms", "list", DATA_DIR=str(tmp_path / "data"), **FAULTS)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"Réglages refusés\u00a0:\n{SAID}"


@pytest.mark.parametrize("preload", [(), ("--preload",)])
def test_server_with_refused_settings_names_each_fault_and_stops(python, tmp_path, preload):
    command = ("-m", "gunicorn", "--no-control-socket", "--log-level", "error", "--bind", "127.0.0.1:0", *preload)
    result = python(*command, "wsgi:app", DATA_DIR=str(tmp_path / "data"), **TO_SERVE, **FAULTS)
    assert result.returncode == 3
    assert f"Réglages refusés\u00a0:\n{SAID}" in result.stderr
    assert "Traceback" not in result.stderr
