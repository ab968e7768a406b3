"""The mailbox is read over a real IMAP server: what is not marked stays unread, what is wrong is told in words."""

import socket
from dataclasses import replace

import pytest

from questionnaire.messages.mailbox import MailboxAway, opened
from questionnaire.messages.relay import Tls

MAIL = b"From: odette@exemple.fr\r\n\r\nBonjour\r\n"


def test_mails_are_read_unchanged_and_marked_when_told(mailroom):
    mailroom.put(MAIL, MAIL, MAIL)
    with opened(mailroom.mailbox) as folder:
        first, second, third = folder.unread(0, 9)
        assert (folder.read(first), mailroom.unread()) == (MAIL, 3)
        folder.mark(second)
        assert (folder.unread(0, 9), folder.unread(0, 1), folder.unread(first, 9)) == (
            (first, third),
            (first,),
            (third,),
        )
        assert folder.unread(third, 9) == ()
    assert (mailroom.unread(), mailroom.kept()) == (2, 3)


def test_a_mail_that_is_gone_is_empty(mailroom):
    with opened(mailroom.mailbox) as folder:
        assert folder.read(999) == b""


@pytest.mark.parametrize(
    "changes, why",
    [
        ({"password": "faux"}, "refuse son compte ou son mot de passe."),
        ({"folder": "Absent"}, "n’a pas de dossier «\u00a0Absent\u00a0»."),
        ({"tls": Tls.STARTTLS}, "ne répond pas, ou refuse ce qu’on lui demande."),
        ({"tls": Tls.IMPLICIT}, "n’est pas sûre\u00a0: son certificat ou son chiffrement est refusé."),
    ],
)
def test_what_is_wrong_is_told_without_the_password(mailroom, changes, why):
    mailbox = replace(mailroom.mailbox, **changes)
    with pytest.raises(MailboxAway) as told, opened(mailbox):
        pass
    assert str(told.value) == f"La boîte des retours ({mailbox.host}) {why}"
    assert mailbox.password not in repr(mailbox)


def test_a_server_that_is_not_there_is_away(mailroom):
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with pytest.raises(MailboxAway, match="ne répond pas"), opened(replace(mailroom.mailbox, port=port)):
        pass
