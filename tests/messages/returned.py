"""Notices of letters that come back, as mail servers write them."""

NUMBER = "abcdefghij234567klmn"
REPORT = """\
From: MAILER-DAEMON@relais.example
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=b"

--=b
Content-Type: text/plain; charset=utf-8

Ce courriel n'a pas pu être remis.

--=b
Content-Type: message/delivery-status

Reporting-MTA: dns; relais.example

Final-Recipient: rfc822; odette@exemple.fr
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--=b
Content-Type: {original}

From: Partenariat <partenariat@hopital.example>
To: odette@exemple.fr
Subject: Une invitation
Message-ID: <{number}@hopital.example>

--=b--
"""
PLAIN = """\
From: MAILER-DAEMON@ancien.example
To: partenariat@hopital.example
Subject: failure notice

Hi. This is the qmail-send program at ancien.example.
<odette@exemple.fr>:
198.51.100.7 does not like recipient.
Remote host said: {said}

--- Below this line is a copy of the message.

Message-ID: <{number}@hopital.example>
"""


def report(
    number: str = NUMBER,
    *,
    to: str = "partenariat@hopital.example",
    action: str = "failed",
    status: str = "5.1.1",
    said: str = "550 5.1.1 User unknown",
    original: str = "message/rfc822",
) -> bytes:
    """A notice of RFC 3464, with the letter that it brings back or its headers."""
    text = REPORT.format(number=number, to=to, action=action, status=status, said=said, original=original)
    return text.replace("\n", "\r\n").encode()


def plain(number: str = NUMBER, said: str = "550 5.1.1 no such user") -> bytes:
    """A notice of before RFC 3464."""
    return PLAIN.format(number=number, said=said).encode()
