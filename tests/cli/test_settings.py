"""``settings show``: every setting, its origin, and no secret."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from questionnaire.cli.settings import settings
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.settings_shown import ABSENT, DEFAULT, GIVEN, MADE, REQUIRED, SECRET

SMS = """
url = "https://sms.example/send?cle=motdepasse"
token = "jeton-du-fournisseur"
[body]
to = "{to}"
text = "{text}"
"""
SECRETS = {
    "SECRET_KEY": "cle-de-signature-de-trente-deux-caracteres",
    "SEAL_PASSPHRASE": "phrase-du-cachet",
    "SMTP_PASSWORD": "mot-de-passe-du-courriel",
    "BOUNCE_IMAP_PASSWORD": "mot-de-passe-des-retours",
}
MAIL = {
    "SMTP_HOST": "smtp.example",
    "SMTP_FROM": "partenariat@hopital.example",
    "SMTP_USER": "partenariat",
    "BOUNCE_IMAP_HOST": "imap.example",
    "BOUNCE_IMAP_USER": "retours",
}


def shown(*words: str, **environ: str) -> str:
    result = CliRunner().invoke(settings, ["show", *words], env={"DEMO": "", "DATA_DIR": "", **environ})
    assert result.exit_code == 0, result.output
    return result.stdout


def told(**environ: str) -> dict[str, tuple[str, str]]:
    """Value and origin by variable."""
    return {each["variable"]: (each["value"], each["origin"]) for each in json.loads(shown("--json", **environ))}


def test_every_setting_is_told_with_where_it_comes_from(tmp_path):
    found = told(DATA_DIR=str(tmp_path), WEB_THREADS="3", SECOND_STEP_ROLES="qualite, admin")
    assert set(found) == {field.metadata["variable"] for field in fields(Settings)}
    assert found["WEB_THREADS"] == ("3", GIVEN)
    assert found["WEB_WORKERS"] == ("2", DEFAULT)
    assert found["SECOND_STEP_ROLES"] == ("admin, qualite", GIVEN)
    assert found["DATABASE_URL"] == (f"sqlite:///{tmp_path / 'questionnaire.sqlite'}", DEFAULT)
    assert list(tmp_path.iterdir()) == []


def test_what_serving_asks_for_is_said_to_miss_unless_a_demonstration_makes_it():
    real, demo = told(), told(DEMO="1")
    assert [real[name] for name in ("SECRET_KEY", "PUBLIC_URL")] == [(ABSENT, REQUIRED)] * 2
    assert demo["SECRET_KEY"] == (SECRET, MADE)
    assert demo["PUBLIC_URL"] == ("http://127.0.0.1:5000", DEFAULT)


def test_no_secret_is_ever_told(tmp_path: Path):
    sms = tmp_path / "sms.toml"
    sms.write_text(SMS)
    environ = {**SECRETS, **MAIL, "SMS_FILE": str(sms)}
    found = told(**environ)
    assert {name: found[name] for name in SECRETS} == dict.fromkeys(SECRETS, (SECRET, GIVEN))
    assert found["SMS_FILE"] == ("sms.example", GIVEN)
    said = shown(**environ)
    assert [secret for secret in (*SECRETS.values(), "motdepasse", "jeton-du-fournisseur") if secret in said] == []
    assert "SMTP_PASSWORD         secret, renseigné  (variable d’environnement)\n" in said


def test_account_of_the_database_is_not_told():
    pytest.importorskip("psycopg")
    found = told(DATABASE_URL="postgresql://compte:passe@base.example:5433/partenariat")
    assert found["DATABASE_URL"] == ("postgresql://base.example:5433/partenariat", GIVEN)


def test_refused_settings_are_said():
    result = CliRunner().invoke(settings, ["show"], env={"DEMO": "", "DATA_DIR": "", "WEB_WORKERS": "999"})
    assert (result.exit_code, "WEB_WORKERS\u00a0: «\u00a0999\u00a0»" in result.stderr) == (1, True)
