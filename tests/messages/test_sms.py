"""Short messages leave over HTTP as the file of the provider says; what became of each is told without its words."""

import json
import socket
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from questionnaire.messages.delivering import Deferred, Rejected, Unreachable
from questionnaire.messages.sms import HttpSms, SmsProvider
from tests.messages.switchboard import answering

TO, TEXT = "+33612345678", "482913 est votre {token} à vous."


@pytest.fixture
def board():
    with answering() as found:
        yield found


def test_a_message_is_posted_once_with_each_thing_in_its_place(board):
    HttpSms(board.provider).send(TO, TEXT, "number")
    ((path, headers, body),) = board.taken
    assert (path, headers["api-key"], headers["Content-Type"]) == ("/sms?v=3", "secret", "application/json")
    assert json.loads(body) == {"sender": "Partenariat", "recipient": TO, "content": TEXT, "tags": ["number"]}


def test_a_message_may_be_a_form(board):
    form = replace(board.provider, body={"to": "{digits}", "msg": "{text}"}, form=True)
    HttpSms(form).send(TO, TEXT, "number")
    ((_, headers, body),) = board.taken
    assert (headers["Content-Type"], parse_qs(body)) == (
        "application/x-www-form-urlencoded",
        {"to": ["33612345678"], "msg": [TEXT]},
    )


@pytest.mark.parametrize("status", [302, 401, 403, 429, 500, 503])
def test_a_provider_that_wants_it_later_is_tried_again(board, status):
    board.status = status
    with pytest.raises(Deferred) as told:
        HttpSms(board.provider).send(TO, TEXT, "number")
    assert (str(status) in str(told.value), "482913" in str(told.value), TO in str(told.value)) == (True, False, False)
    assert len(board.taken) == 1


@pytest.mark.parametrize("status", [400, 404, 422])
def test_a_message_that_is_refused_is_given_up(board, status):
    board.status = status
    with pytest.raises(Rejected, match=f"127.0.0.1 a refusé le message \\({status}\\)"):
        HttpSms(board.provider).send(TO, TEXT, "number")


def test_a_provider_that_is_not_there_is_tried_again():
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with pytest.raises(Deferred, match="ne répond pas"):
        HttpSms(SmsProvider(f"http://127.0.0.1:{port}/", {}, {"to": "{to}", "text": "{text}"})).send(TO, TEXT, "n")


def test_a_name_that_leads_to_this_machine_is_told_nothing(board):
    with pytest.raises(Deferred, match="pas de façon sûre"):
        HttpSms(replace(board.provider, url=f"http://0.0.0.0:{board.port}/")).send(TO, TEXT, "number")
    assert board.taken == []


def test_a_provider_is_greeted_where_it_says_with_our_key_and_gets_no_message(board):
    board.status = 200
    greeted = replace(board.provider, check=f"http://127.0.0.1:{board.port}/account?v=3")
    assert HttpSms(greeted).greet() is True
    ((path, headers),) = board.asked
    assert (path, headers["api-key"], board.taken) == ("/account?v=3", "secret", [])


@pytest.mark.parametrize("status", [302, 401, 404, 500])
def test_a_provider_that_does_not_take_our_account_is_told(board, status):
    board.status = status
    with pytest.raises(Unreachable, match=f"127.0.0.1 répond {status} à son adresse de contrôle"):
        HttpSms(replace(board.provider, check=f"http://127.0.0.1:{board.port}/account")).greet()


def test_without_an_address_for_it_the_connexion_alone_is_tried(board):
    assert (HttpSms(board.provider).greet(), board.asked, board.taken) == (False, [], [])
    with pytest.raises(Unreachable, match="pas de façon sûre"):
        HttpSms(replace(board.provider, url=f"http://0.0.0.0:{board.port}/")).greet()


def test_the_key_of_a_provider_is_in_no_representation(board):
    assert "secret" not in repr(board.provider)
