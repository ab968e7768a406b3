"""Letters that come back are known by their notices, read from a real mailbox; who invited is told, once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.mailing import letters, send_once, try_again
from questionnaire.journeys.letters.returning import Returns, read_once
from questionnaire.storage.database import open_session
from questionnaire.storage.outbox import LetterState, OutboxLetter
from tests.journeys.house import House, Visitor
from tests.messages.mailroom import Mailroom
from tests.messages.postman import Postman, at_work
from tests.messages.returned import plain, report

ODETTE = "odette@exemple.fr"
UNKNOWN = "Le message est revenu\u00a0: adresse inconnue (5.1.1)."


@pytest.fixture
def postman() -> Iterator[Postman]:
    with at_work() as found:
        yield found


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    with open_session(house.settings.database_url) as session:
        yield workshop(house.settings, session).desk


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return porteur.begin()


@pytest.fixture
def sent(porteur: Visitor, draft: str, desk: Desk, postman: Postman) -> OutboxLetter:
    """The letter that invites Odette, which has left."""
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "patient_partenaire", "courriel": ODETTE})
    assert send_once(desk, postman.relay)
    return invitation(desk)


def invitation(desk: Desk) -> OutboxLetter:
    (found,) = (letter for letter in letters(desk) if letter.kind == "invitation")
    return found


def told(desk: Desk) -> list[str]:
    return [letter.text for letter in letters(desk) if letter.kind == "invitation_returned"]


def test_a_letter_that_comes_back_is_shown_where_it_is_followed(porteur, draft, desk, sent, mailroom):
    mailroom.put(report(sent.id))
    assert read_once(desk, Returns(mailroom.mailbox)) is True
    assert (invitation(desk).state, invitation(desk).error) == (LetterState.BOUNCED, UNKNOWN)
    page = porteur.get(f"{draft}/equipe").text
    assert f"L’invitation envoyée à {ODETTE} n’est pas arrivée. {UNKNOWN}" in page
    assert f"courriel non arrivé à {ODETTE}" in page
    assert "Votre invitation n’est pas arrivée" in porteur.get("/messages/").text
    (words,) = told(desk)
    assert f"n’est pas arrivée à l’adresse {ODETTE}" in words
    assert (mailroom.unread(), mailroom.kept()) == (0, 1)


def test_reading_again_changes_and_tells_nothing_more(desk, sent, mailroom):
    returns = Returns(mailroom.mailbox)
    mailroom.put(report(sent.id), report(sent.id, status="5.7.1", said=""), plain(sent.id))
    assert [read_once(desk, returns) for _ in range(2)] == [True, False]
    # As after a crash before the mails were marked, by a runner that has just begun.
    mailroom.put(report(sent.id))
    assert read_once(desk, Returns(mailroom.mailbox)) is True
    assert (invitation(desk).error, len(told(desk)), mailroom.unread()) == (UNKNOWN, 1, 0)


@pytest.mark.usefixtures("sent")
def test_what_is_no_notice_of_ours_stays_unread_and_changes_nothing(desk, mailroom):
    forged = [report("abcdefghij234567klmn"), report("zyxwvutsrq765432zyxw"), plain("abcdefghij234567klmn")]
    mailroom.put(*forged, b"From: odette@exemple.fr\r\n\r\nMerci\r\n", b"\r\n")
    returns = Returns(mailroom.mailbox)
    assert [read_once(desk, returns) for _ in range(2)] == [True, False]
    assert (invitation(desk).state, told(desk), mailroom.unread()) == (LetterState.SENT, [], mailroom.kept())


def test_a_server_that_still_tries_has_lost_nothing(desk, sent, mailroom):
    mailroom.put(report(sent.id, action="delayed", status="4.4.1"))
    assert read_once(desk, Returns(mailroom.mailbox)) is True
    assert (invitation(desk).state, mailroom.unread()) == (LetterState.SENT, 0)


def test_an_invitation_that_was_accepted_meanwhile_is_nobodys_worry(house, desk, porteur, draft, postman, mailroom):
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "patient_partenaire", "courriel": ODETTE})
    send_once(desk, postman.relay)
    text = postman.received[0].get_body(("plain",)).get_content()
    link = next(word for word in text.split() if "/invitations/" in word)
    path = "/invitations/" + link.rpartition("/invitations/")[2]
    patient = house.visitor("patient_partenaire")
    patient.get(path)
    patient.post(path, {})
    mailroom.put(report(invitation(desk).id))
    read_once(desk, Returns(mailroom.mailbox))
    assert (invitation(desk).state, told(desk)) == (LetterState.BOUNCED, [])


@pytest.mark.usefixtures("sent")
def test_a_mailbox_that_is_away_is_looked_at_later(desk, mailroom):
    returns = Returns(replace(mailroom.mailbox, password="faux"))
    assert (read_once(desk, returns), read_once(desk, None)) == (False, False)


def test_an_address_that_the_server_refuses_is_told_too(porteur, draft, desk, postman):
    postman.to_recipient = "550 5.1.1 inconnu"
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": ODETTE})
    assert send_once(desk, postman.relay)
    (words,) = told(desk)
    assert "Le serveur de courriel a refusé l’adresse (550 5.1.1)." in words
    assert "L’invitation envoyée à odette@exemple.fr n’est pas arrivée." in porteur.get(f"{draft}/equipe").text


def test_the_administrator_reads_that_an_address_does_not_answer(house, desk, postman, mailroom):
    admin = house.visitor("admin")
    admin.get("/administration/personnes/ajouter")
    new = {"first_name": "Odile", "last_name": "Rousseau", "email": "odile@exemple.fr", "account": "1"}
    page = admin.post("/administration/personnes/ajouter", {**new, "place": place_of(admin)})
    where = page.url
    assert "n’est pas arrivé" not in page.text
    while send_once(desk, postman.relay):
        pass
    (opened,) = (letter for letter in letters(desk) if letter.kind == "account_opened")
    mailroom.put(report(opened.id))
    read_once(desk, Returns(mailroom.mailbox))
    seen = admin.get(where).text
    assert "Le dernier courriel à cette adresse n’est pas arrivé" in seen
    assert f"{UNKNOWN} Vérifiez cette adresse auprès de la personne." in seen
    assert try_again(desk, opened.id) is True
    assert "n’est pas arrivé" not in admin.get(where).text


def place_of(admin: Visitor) -> str:
    """The organisation that the form proposes."""
    page = admin.get("/administration/personnes/ajouter").text
    return page.partition(" selected")[0].rpartition('value="')[2].rstrip('"')


def test_the_envelope_carries_the_number(porteur, draft, desk, postman: Postman, mailroom: Mailroom):
    relay = replace(postman.relay, returns="retours+*@hopital.example")
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": ODETTE})
    assert send_once(desk, relay)
    number = invitation(desk).id
    assert postman.senders == [f"retours+{number}@hopital.example"]
    mailroom.put(report("rewritten", to=postman.senders[0]))
    read_once(desk, Returns(mailroom.mailbox))
    assert invitation(desk).state is LetterState.BOUNCED
