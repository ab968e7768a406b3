"""Letters handed to a real server: taken, refused for good, wanted later; or the server is away, or not trusted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from questionnaire.messages.delivering import Deferred, Rejected, Unreachable, as_mail, deliver, number_in
from questionnaire.messages.letters import Letter
from questionnaire.messages.relay import Relay, Tls
from tests.messages.postman import at_work

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
LETTER = Letter(
    kind="signed",
    key="signed/x/ana",
    to="odette@exemple.fr",
    name="Odette Vasseur",
    subject="Le document «\u00a0Bien vivre\u00a0» est signé",
    text="Bonjour,\n\nDes accents\u00a0: é à ç œ.\n",
    html="<p>Bonjour,</p>",
    sender_name="Hôpital de démonstration",
    reply_to="irene@exemple.fr",
)
RELAY = Relay("h", 587, "a@b.example", password="secret-du-relais")


def send(relay: Relay, letter: Letter = LETTER) -> None:
    deliver(relay, letter, "abc", NOW)


def test_a_letter_arrives_in_both_forms(postman):
    send(postman.relay)
    (got,) = postman.received
    assert {name: got[name] for name in ("To", "From", "Reply-To", "Subject", "Date", "Auto-Submitted")} == {
        "To": "Odette Vasseur <odette@exemple.fr>",
        "From": "Hôpital de démonstration <partenariat@hopital.example>",
        "Reply-To": "irene@exemple.fr",
        "Subject": LETTER.subject,
        "Date": "Mon, 23 Nov 2026 08:30:00 +0000",
        "Auto-Submitted": "auto-generated",
    }
    assert [(part.get_content_type(), part.get_content().replace("\r\n", "\n")) for part in got.iter_parts()] == [
        ("text/plain", LETTER.text),
        ("text/html", LETTER.html + "\n"),
    ]


def test_a_letter_sent_again_has_the_same_number(postman):
    for _ in range(2):
        send(postman.relay)
    assert [got["Message-ID"] for got in postman.received] == ["<abc@hopital.example>"] * 2


@pytest.mark.parametrize("text", ["abc", " abc\n", "<abc@hopital.example>"])
def test_a_letter_is_known_by_its_number_or_its_message_id(text):
    assert number_in(text) == "abc"


@pytest.mark.parametrize("field", ["subject", "name", "sender_name"])
def test_a_line_more_is_no_header(postman, field):
    send(postman.relay, replace(LETTER, **{field: "X\r\nBcc: espion@exemple.fr\r\n\r\n<p>"}))
    (got,) = postman.received
    assert (got["Bcc"], got["To"].addresses[0].addr_spec, len(list(got.iter_parts()))) == (None, "odette@exemple.fr", 2)


@pytest.mark.parametrize("field", ["to", "reply_to"])
def test_an_address_with_a_line_more_never_becomes_a_header(field):
    with pytest.raises(ValueError, match="CR or LF"):
        as_mail(
            Relay("h", 25, "a@b.example"), replace(LETTER, **{field: "x@y.example\r\nBcc: z@t.example"}), "abc", NOW
        )


@pytest.mark.parametrize("where", ["to_recipient", "to_letter"])
@pytest.mark.parametrize(
    "answer, fault, codes",
    [
        ("550 5.1.1 Odette est inconnue", Rejected, "550 5.1.1"),
        ("451 4.3.0 plus tard, Odette", Deferred, "451 4.3.0"),
        ("452 plein", Deferred, "452"),
        ("421 4.3.2 Odette, je ferme", Unreachable, "421 4.3.2"),
    ],
)
def test_a_refusal_tells_the_numbers_of_the_server_and_none_of_its_words(postman, where, answer, fault, codes):
    setattr(postman, where, answer)
    with pytest.raises(fault) as refused:
        send(postman.relay)
    assert (f"({codes})" in str(refused.value), "Odette" in str(refused.value)) == (True, False)
    assert postman.received == []


@pytest.mark.parametrize("answer", ["550 5.7.1 inconnu", "451 4.7.1 plus tard"])
def test_a_sender_refused_stops_all_letters(postman, answer):
    postman.to_sender = answer
    with pytest.raises(Unreachable, match="refuse l’expéditeur"):
        send(postman.relay)


def test_a_server_that_hangs_up_once_it_has_the_letter_has_it(postman):
    postman.hangs_up = True
    send(postman.relay)
    assert len(postman.received) == 1


def test_a_server_that_is_away_takes_nothing(postman):
    with pytest.raises(Unreachable, match=r"^Le serveur de courriel 127\.0\.0\.1 ne répond pas\.$"):
        send(replace(postman.relay, port=1))


@pytest.mark.parametrize(
    "to", ["odétte@exemple.fr", "odette@exémple.fr", "x@y.example\r\nBcc: z@t.example", "a@b@c", ""]
)
def test_an_address_that_mail_cannot_carry_is_refused_for_good(postman, to):
    with pytest.raises(Rejected, match="ne sait pas porter cette adresse"):
        send(postman.relay, replace(LETTER, to=to))
    assert postman.received == []


@pytest.mark.parametrize("tls", [Tls.STARTTLS, Tls.IMPLICIT])
def test_an_encrypted_server_gets_the_account_and_the_letter(certificate, monkeypatch, tls):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with at_work(tls, certificate) as postman:
        send(postman.relay)
        assert len(postman.received) == 1


@pytest.mark.parametrize("tls", [Tls.STARTTLS, Tls.IMPLICIT])
def test_a_certificate_that_nobody_vouches_for_is_not_trusted(certificate, tls):
    with at_work(tls, certificate) as postman:
        with pytest.raises(Unreachable, match="n’est pas sûr"):
            send(postman.relay)
        assert postman.received == []


def test_an_account_refused_stops_all_letters_and_tells_no_password(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with at_work(Tls.STARTTLS, certificate) as postman:
        with pytest.raises(Unreachable, match=r"refuse le compte SMTP_USER \(535") as refused:
            send(replace(postman.relay, password="un-autre"))
        assert ("un-autre" in str(refused.value), postman.received) == (False, [])


def test_a_server_without_encryption_is_not_used_where_it_is_asked_for(postman):
    with pytest.raises(Unreachable, match="ne connaît pas ce que demandent SMTP_TLS"):
        send(replace(postman.relay, tls=Tls.STARTTLS))
    assert postman.received == []


def test_the_password_of_the_relay_is_in_no_representation():
    assert "secret-du-relais" not in repr(RELAY)
