"""Handing a letter to the server that carries mails, and telling what became of it."""

import re
import smtplib
import ssl
from contextlib import suppress
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from questionnaire.errors import QuestionnaireError
from questionnaire.messages.letters import Letter, one_line
from questionnaire.messages.relay import Relay, Tls

PATIENCE = 15.0
"""Seconds that the server has for each answer."""

PERMANENT = 500
CLOSING = 421
SENDER = "Partenariat en santé"
UNWRITABLE = "Le courriel ne sait pas porter cette adresse."
_STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")


class NotDelivered(QuestionnaireError):
    """The letter has not left; the message says why, without a word of the letter and without its address."""


class Unreachable(NotDelivered):
    """The server is away, cannot be trusted, or wants nothing from us: no letter leaves for now."""


class Deferred(NotDelivered):
    """The server wants this letter later."""


class Rejected(NotDelivered):
    """The server does not want this letter, and never will."""


def deliver(relay: Relay, letter: Letter, number: str, at: datetime) -> None:
    """Hand a letter over under its number, the same at each try; raises Unreachable, Deferred or Rejected."""
    try:
        message = as_mail(relay, letter, number, at)
    except (ValueError, IndexError, MessageError) as error:  # the library reads an address in its own ways
        raise Rejected(UNWRITABLE) from error
    link = _connected(relay)
    try:
        link.send_message(message, relay.envelope(number), [letter.to])
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        raise _refusal(code, said, "l’adresse") from error
    except smtplib.SMTPSenderRefused as error:
        raise Unreachable(f"Le serveur de courriel refuse l’expéditeur ({_codes(error)}).") from error
    except (smtplib.SMTPNotSupportedError, UnicodeError) as error:
        raise Rejected(UNWRITABLE) from error
    except smtplib.SMTPResponseException as error:
        raise _refusal(error.smtp_code, error.smtp_error, "le message") from error
    except (smtplib.SMTPException, OSError) as error:
        raise _away(relay, error) from error
    finally:
        _leave(link)


def greet(relay: Relay) -> None:
    """Connect, sign in where one does, and leave: no letter is sent. Raises Unreachable."""
    link = _connected(relay)
    try:
        link.noop()
    except (smtplib.SMTPException, OSError) as error:
        raise _away(relay, error) from error
    finally:
        _leave(link)


def as_mail(relay: Relay, letter: Letter, number: str, at: datetime) -> EmailMessage:
    """The letter as it travels, in both forms."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(one_line(letter.sender_name) or SENDER, addr_spec=relay.sender)
    mail["To"] = Address(one_line(letter.name), addr_spec=letter.to)
    mail["Subject"] = one_line(letter.subject)
    mail["Date"] = at
    mail["Message-ID"] = message_id(relay, number)
    # Absent people's machines do not answer those that say so.
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "fr"
    if letter.reply_to:
        mail["Reply-To"] = Address(addr_spec=letter.reply_to)
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    return mail


def message_id(relay: Relay, number: str) -> str:
    """What a letter is called on its way, and in the notice of the one that comes back."""
    return f"<{number}@{relay.sender.rpartition('@')[2]}>"


def number_in(text: str) -> str:
    """The number of a letter, from itself or from what ``message_id`` made of it."""
    return text.strip().strip("<>").partition("@")[0]


def _connected(relay: Relay) -> smtplib.SMTP:
    context = ssl.create_default_context()
    try:
        if relay.tls is Tls.IMPLICIT:
            link: smtplib.SMTP = smtplib.SMTP_SSL(relay.host, relay.port, timeout=PATIENCE, context=context)
        else:
            link = smtplib.SMTP(relay.host, relay.port, timeout=PATIENCE)
    except (smtplib.SMTPException, OSError) as error:
        raise _away(relay, error) from error
    try:
        if relay.tls is Tls.STARTTLS:
            link.starttls(context=context)
        if relay.user:
            link.login(relay.user, relay.password)
    except (smtplib.SMTPException, OSError) as error:
        link.close()
        raise _away(relay, error) from error
    return link


def _leave(link: smtplib.SMTP) -> None:
    """Say goodbye; a server that has taken the letter and hangs up has taken it all the same."""
    with suppress(smtplib.SMTPException, OSError):
        link.quit()
    link.close()


def _away(relay: Relay, error: Exception) -> Unreachable:
    place = f"Le serveur de courriel {relay.host}"
    if isinstance(error, ssl.SSLError):
        return Unreachable(f"{place} n’est pas sûr\u00a0: son certificat ou son chiffrement est refusé.")
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return Unreachable(f"{place} refuse le compte SMTP_USER ({_codes(error)}).")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Unreachable(f"{place} ne connaît pas ce que demandent SMTP_TLS ou SMTP_USER.")
    if isinstance(error, smtplib.SMTPResponseException):
        return Unreachable(f"{place} refuse la connexion ({_codes(error)}).")
    return Unreachable(f"{place} ne répond pas.")


def _refusal(code: int, said: bytes | str, what: str) -> NotDelivered:
    codes = _told(code, said)
    if code == CLOSING:
        return Unreachable(f"Le serveur de courriel s’arrête ({codes}).")
    if code >= PERMANENT:
        return Rejected(f"Le serveur de courriel a refusé {what} ({codes}).")
    return Deferred(f"Le serveur de courriel demande d’attendre pour {what} ({codes}).")


def _codes(error: smtplib.SMTPResponseException) -> str:
    return _told(error.smtp_code, error.smtp_error)


def _told(code: int, said: bytes | str) -> str:
    """The numbers of an answer alone: its words may repeat those of the letter."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    status = _STATUS.search(text)
    return f"{code} {status[0]}" if status else str(code)
