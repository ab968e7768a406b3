"""The commands of the outbox: what waits is told, sent, noted as come back, tried again."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from click.testing import Result

from questionnaire.cli import register
from questionnaire.cli.messages import NO_SERVER
from questionnaire.journeys.letters.returning import MOST
from tests.journeys.house import House, found_house
from tests.messages.postman import Postman, at_work
from tests.messages.returned import report

Run = Callable[..., Result]


@pytest.fixture
def house(tmp_path) -> House:
    """A house in whose outbox an invitation waits."""
    house = found_house(tmp_path)
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": "odette@exemple.fr"})
    return house


@pytest.fixture
def run(house: House) -> Run:
    register(house.app)
    runner = house.app.test_cli_runner()
    return lambda *words: runner.invoke(args=["messages", *words])


def use(house: House, postman: Postman) -> None:
    """Let the house send its mails through a server."""
    relay = postman.relay
    settings: dict[str, Any] = {
        "smtp_host": relay.host,
        "smtp_port": relay.port,
        "smtp_tls": relay.tls,
        "smtp_from": relay.sender,
    }
    house.app.config["SETTINGS"] = replace(house.settings, **settings)


def identifier(run: Run) -> str:
    """Of the invitation."""
    (found,) = (each["id"] for each in json.loads(run("list", "--json").stdout) if each["kind"] == "invitation")
    return str(found)


def test_the_list_tells_letters_without_their_words_and_that_there_is_no_server(run):
    told = run("list")
    (line,) = told.stdout.splitlines()
    assert re.fullmatch(r"[a-z0-9]{20}  \S+Z  waiting   invitation        odette@exemple\.fr", line)
    assert (told.stderr.strip(), told.exit_code) == (NO_SERVER, 0)
    assert run("list", "--state", "sent").stdout == ""


def test_without_a_server_nothing_is_sent(run):
    told = run("send")
    assert (told.exit_code, NO_SERVER in told.stderr) == (1, True)


def test_what_waits_is_sent_and_what_came_back_is_noted(house, run):
    with at_work() as postman:
        use(house, postman)
        assert run("send").stdout == "1 message(s) traité(s).\n"
        assert run("send").stdout == "0 message(s) traité(s).\n"
        number = postman.received[0]["Message-ID"]
    assert run("bounce", number, "--why", "Boîte pleine.").exit_code == 0
    assert "bounced" in run("list").stdout
    assert "Le message est revenu. Boîte pleine." in run("list").stdout
    again = run("retry", identifier(run))
    assert (again.exit_code, "son texte est effacé" in again.stderr) == (1, True)


def test_a_server_that_wants_nothing_is_told_with_a_fault(house, run):
    with at_work() as postman:
        postman.to_sender = "550 5.7.1 inconnu"
        use(house, postman)
        told = run("send")
    assert (told.exit_code, "1 message(s) en attente." in told.stderr, "550 5.7.1" in told.stderr) == (1, True, True)


def test_the_mailbox_of_returns_is_read_now(house, run, mailroom):
    assert run("returns").exit_code == 1
    box = mailroom.mailbox
    returns: dict[str, Any] = {
        "bounce_imap_host": box.host,
        "bounce_imap_port": box.port,
        "bounce_imap_user": box.user,
        "bounce_imap_password": box.password,
        "bounce_imap_folder": box.folder,
        "bounce_imap_tls": box.tls,
    }
    with at_work() as postman:
        use(house, postman)
        run("send")
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], **returns)
    mailroom.put(report(identifier(run)), *([b"From: a@b.example\r\n\r\nBonjour\r\n"] * MOST))
    assert run("returns").stdout == f"{MOST + 1} courriel(s) lu(s).\n"
    assert "adresse inconnue (5.1.1)" in run("list", "--state", "bounced").stdout
    house.app.config["SETTINGS"] = replace(house.app.config["SETTINGS"], bounce_imap_password="faux")
    told = run("returns")
    assert (told.exit_code, "refuse son compte ou son mot de passe" in told.stderr) == (1, True)


@pytest.mark.parametrize("words", [("bounce", "nothing"), ("retry", "nothing")])
def test_a_letter_that_is_not_there_is_a_fault(run, words):
    assert run(*words).exit_code == 1
