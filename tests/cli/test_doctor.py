"""``doctor``: what is wrong with an installation, and what to do about it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import pytest
from werkzeug.serving import make_server

from questionnaire.cli import register
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.safety import judge_settings
from questionnaire.messages.relay import Tls
from questionnaire.messages.sms import SmsProvider
from questionnaire.signing_key import lasting_file
from tests.journeys.house import House, found_house
from tests.messages.postman import PASSWORD, USER, Postman, at_work
from tests.messages.switchboard import answering
from tests.web.strict_provider import StrictProvider

PROVIDER = """
[[provider]]
name = "chu"
label = "le compte du CHU"
issuer = "{issuer}"
client_id = "partenariat"
client_secret = "secret"
organisation = "Hôpital de démonstration"
"""


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path / "data")


def examined(house: House, *words: str) -> tuple[int, dict[str, dict[str, str]]]:
    """The exit code, and the findings by code."""
    register(house.app)
    result = house.app.test_cli_runner().invoke(args=["doctor", "--json", *words])
    told = json.loads(result.stdout)
    return result.exit_code, {finding["code"]: finding for finding in told["findings"]}


def with_mail(house: House, postman: Postman, **more: str) -> None:
    relay = postman.relay
    mail = {"smtp_host": relay.host, "smtp_port": relay.port, "smtp_tls": relay.tls, "smtp_from": relay.sender}
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], **mail, **more)


@contextmanager
def reached(house: House) -> Iterator[None]:
    """The application, where its public address says."""
    server = make_server("127.0.0.1", 0, house.app)
    thread = Thread(target=server.serve_forever)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], public_url=url)
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_every_line_says_what_to_do_unless_all_is_well(house):
    code, found = examined(house, "--offline")
    assert code == 2
    assert list(found) == [
        *("migrations", "runner", "seal", "disk", "integrity"),
        *("demo", "public_url", "answers_keys", "secrets"),
    ]
    assert {one: (finding["verdict"] == "ok") for one, finding in found.items()} == {
        one: not finding["remedy"] for one, finding in found.items()
    }
    assert found["runner"]["verdict"] == "echec"


def test_text_says_the_same_for_people(house):
    register(house.app)
    told = house.app.test_cli_runner().invoke(args=["doctor", "--offline"]).stdout
    assert "[OK] Place sur le disque\u00a0: " in told
    assert "[ÉCHEC] Programme «\u00a0runner\u00a0»" in told
    assert "    → Démarrez python -m questionnaire.cli runner" in told


def test_database_that_does_not_answer_is_told(house):
    (house.settings.data_dir / "questionnaire.sqlite").write_bytes(b"not a database at all" * 100)
    code, found = examined(house, "--offline")
    assert (code, found["database"]["verdict"]) == (2, "echec")
    assert found["database"]["said"] == "elle ne répond pas (DatabaseError)."
    assert "demo" in found


def test_mail_server_is_greeted_and_gets_no_letter(house):
    with at_work(Tls.NONE) as postman:
        with_mail(house, postman)
        assert examined(house)[1]["smtp"]["verdict"] == "ok"
        assert postman.received == []


def test_mail_server_that_is_away_or_refuses_the_account_is_told(house):
    with at_work(Tls.NONE) as postman:
        with_mail(house, postman, smtp_user=USER, smtp_password=f"{PASSWORD}?")
        refused = examined(house)[1]["smtp"]
    assert (refused["verdict"], PASSWORD in json.dumps(refused)) == ("echec", False)
    assert examined(house)[1]["smtp"]["said"].endswith("ne répond pas.")


def test_mailbox_of_returns_is_opened_where_there_is_one(house, mailroom):
    assert "imap" not in examined(house)[1]
    box = mailroom.mailbox
    read = {"bounce_imap_host": box.host, "bounce_imap_port": box.port, "bounce_imap_tls": box.tls}
    account = {"bounce_imap_user": box.user, "bounce_imap_password": box.password, "bounce_imap_folder": box.folder}
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], **read, **account)
    assert examined(house)[1]["imap"]["verdict"] == "ok"
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], bounce_imap_folder="Absent")
    told = examined(house)[1]["imap"]
    assert (told["verdict"], "n’a pas de dossier «\u00a0Absent\u00a0»" in told["said"]) == ("echec", True)


def test_provider_of_short_messages_is_tried_where_there_is_one(house):
    assert "sms" not in examined(house)[1]
    with answering() as board:
        for check, said in (("", "répond\u00a0; notre compte n’est pas essayé"), ("account", "accepte notre compte")):
            where = f"http://127.0.0.1:{board.port}/{check}" if check else ""
            use_sms(house, replace(board.provider, check=where))
            told = examined(house)[1]["sms"]
            assert (told["verdict"], said in told["said"], board.taken) == ("ok", True, [])
        board.status = 401
        told = examined(house)[1]["sms"]
        assert (told["verdict"], "répond 401" in told["said"], "SMS_FILE" in told["remedy"]) == ("echec", True, True)
    assert examined(house)[1]["sms"]["said"].endswith("ne répond pas, ou pas de façon sûre.")
    assert "sms" not in examined(house, "--offline")[1]


def use_sms(house: House, provider: SmsProvider) -> None:
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], sms=provider)


def test_files_of_providers_that_others_read_are_named(house, tmp_path, monkeypatch):
    path = tmp_path / "sms.toml"
    path.write_text("")
    path.chmod(0o644)
    monkeypatch.setenv("SMS_FILE", str(path))
    assert str(path) in examined(house, "--offline")[1]["secrets"]["said"]
    path.chmod(0o600)
    assert str(path) not in examined(house, "--offline")[1]["secrets"]["said"]


def test_identity_provider_is_asked(tmp_path):
    started = StrictProvider()
    path = tmp_path / "providers.toml"
    path.write_text(PROVIDER.format(issuer=started.issuer))
    house = found_house(tmp_path / "data", OIDC_FILE=str(path))
    assert examined(house)[1]["oidc_chu"]["verdict"] == "ok"
    started.close()
    assert examined(house)[1]["oidc_chu"]["verdict"] == "echec"


def test_public_address_must_answer(house):
    assert examined(house)[1]["public_answer"]["verdict"] == "echec"
    with reached(house):
        assert examined(house)[1]["public_answer"]["verdict"] == "ok"


def test_secrets_that_others_read_are_named(house):
    seal = house.settings.data_dir / "seal.p12"
    seal.write_bytes(b"")
    key = lasting_file(house.settings.data_dir)
    assert key.is_file()
    told = {}
    for mode in (0o600, 0o640, 0o644):
        seal.chmod(mode)
        settings: Settings = replace(house.settings, seal_file=seal)
        told[mode] = {finding.code: finding for finding in judge_settings(settings)}["secrets"]
    assert [finding.verdict.value for finding in told.values()] == ["ok", "ok", "echec"]
    assert (str(seal) in told[0o644].said, str(key) in told[0o644].said) == (True, False)
    key.chmod(0o644)
    assert str(key) in {each.code: each.said for each in judge_settings(settings)}["secrets"]


def test_real_address_without_https_fails_where_there_is_no_demonstration(house):
    real = replace(house.settings, demo=False, public_url="http://partenariat.chu.example")
    found = {finding.code: finding.verdict.value for finding in judge_settings(real)}
    assert (found["demo"], found["public_url"]) == ("ok", "echec")
    safe = replace(real, public_url="https://partenariat.chu.example", answers_keys=(b"0" * 32,))
    assert {finding.verdict.value for finding in judge_settings(safe)} == {"ok"}
