"""The mailbox that letters come back to, over IMAP: what nobody has opened is read unchanged, and marked when told."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from questionnaire.errors import QuestionnaireError
from questionnaire.messages.relay import Tls

PATIENCE = 5.0
"""Seconds that the server has for each answer: who waits for a code waits behind."""

IMAP_PORTS = {Tls.IMPLICIT: 993, Tls.STARTTLS: 143, Tls.NONE: 143}
"""The port that goes with each."""

LONGEST = 256 * 1024
"""Bytes read of a mail: a notice says first what it has to say."""


class MailboxAway(QuestionnaireError):
    """The mailbox cannot be read for now; the message says why, without its password."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of an account of an IMAP server."""

    host: str
    port: int
    user: str
    folder: str = "INBOX"
    tls: Tls = Tls.IMPLICIT
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder; ``validity`` changes when its numbers (UID) name other mails than before."""

    mailbox: Mailbox
    link: imaplib.IMAP4
    validity: int

    def unread(self, after: int, most: int) -> tuple[int, ...]:
        """The numbers of the first mails above ``after`` that nobody has opened; raises MailboxAway."""
        with _speaking(self.mailbox):
            found = _answer(self.link.uid("SEARCH", "UNSEEN", "UID", f"{after + 1}:*"))
        words = b" ".join(each for each in found if isinstance(each, bytes)).split()
        # A server asked for what is above the last gives the last.
        return tuple(sorted(number for word in words if word.isdigit() and (number := int(word)) > after)[:most])

    def read(self, number: int) -> bytes:
        """The beginning of a mail, which stays unread; empty when it is gone. Raises MailboxAway."""
        with _speaking(self.mailbox):
            answer = _answer(self.link.uid("FETCH", str(number), f"(BODY.PEEK[]<0.{LONGEST}>)"))
        return next((bytes(each[1]) for each in answer if isinstance(each, tuple)), b"")

    def mark(self, number: int) -> None:
        """A mail has been dealt with: it is read. Raises MailboxAway."""
        with _speaking(self.mailbox):
            _answer(self.link.uid("STORE", str(number), "+FLAGS.SILENT", r"(\Seen)"))


@contextmanager
def opened(mailbox: Mailbox) -> Iterator[Folder]:
    """The folder, for as long as the block lasts; raises MailboxAway."""
    with _speaking(mailbox):
        link = _connected(mailbox)
    try:
        with _speaking(mailbox):
            _sign_in(link, mailbox)
            if link.select(_quoted(mailbox.folder))[0] != "OK":
                raise MailboxAway(f"{_place(mailbox)} n’a pas de dossier «\u00a0{mailbox.folder}\u00a0».")
            validity = int((link.response("UIDVALIDITY")[1] or [b"0"])[0] or 0)
        yield Folder(mailbox, link, validity)
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            link.logout()


@contextmanager
def _speaking(mailbox: Mailbox) -> Iterator[None]:
    """Whatever goes wrong with the server becomes MailboxAway."""
    try:
        yield
    except ssl.SSLError as error:
        said = "n’est pas sûre\u00a0: son certificat ou son chiffrement est refusé."
        raise MailboxAway(f"{_place(mailbox)} {said}") from error
    except (imaplib.IMAP4.error, OSError, ValueError) as error:
        raise MailboxAway(f"{_place(mailbox)} ne répond pas, ou refuse ce qu’on lui demande.") from error


def _place(mailbox: Mailbox) -> str:
    return f"La boîte des retours ({mailbox.host})"


def _connected(mailbox: Mailbox) -> imaplib.IMAP4:
    context = ssl.create_default_context()
    if mailbox.tls is Tls.IMPLICIT:
        return imaplib.IMAP4_SSL(mailbox.host, mailbox.port, ssl_context=context, timeout=PATIENCE)
    link = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=PATIENCE)
    if mailbox.tls is Tls.STARTTLS:
        try:
            link.starttls(context)
        except BaseException:
            link.shutdown()
            raise
    return link


def _sign_in(link: imaplib.IMAP4, mailbox: Mailbox) -> None:
    try:
        if "AUTH=PLAIN" in link.capabilities:
            link.authenticate("PLAIN", lambda _: f"\0{mailbox.user}\0{mailbox.password}".encode())
        else:
            link.login(_quoted(mailbox.user), mailbox.password)
    except imaplib.IMAP4.error as error:
        raise MailboxAway(f"{_place(mailbox)} refuse son compte ou son mot de passe.") from error


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'


def _answer(answered: tuple[str, list[object]]) -> list[object]:
    status, found = answered
    if status != "OK":
        raise imaplib.IMAP4.error(status)
    return found
