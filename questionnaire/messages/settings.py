"""What the environment says of mails: how they leave, where those that come back are read."""

from dataclasses import dataclass, field
from typing import Any

from questionnaire.environment import LOOPBACK, Environment, documented
from questionnaire.messages.mailbox import IMAP_PORTS
from questionnaire.messages.relay import NUMBER_SIGN, PORTS, Tls
from questionnaire.messages.sms import SmsProvider
from questionnaire.messages.sms_file import read_provider
from questionnaire.organisations.contacts import is_address

ADDRESS = "une adresse comme partenariat@hopital.fr est attendue."
SAMPLE_NUMBER = "a" * 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """The part of the settings that is about mails."""

    smtp_host: str = field(
        metadata=documented(
            "SMTP_HOST", "none", "Server that sends the mails ([mail.md](mail.md)); without it they wait."
        )
    )
    smtp_port: int = field(
        metadata=documented("SMTP_PORT", "587; 465 with `implicit`, 25 with `none`", "Its port, 1 to 65535.")
    )
    smtp_user: str = field(metadata=documented("SMTP_USER", "none", "Account on it, where it asks for one."))
    smtp_password: str = field(repr=False, metadata=documented("SMTP_PASSWORD", "none", "Its password."))
    smtp_tls: Tls = field(
        metadata=documented(
            "SMTP_TLS",
            "`starttls`",
            "`starttls`, `implicit`, or `none`: in clear, refused with a password but on loopback.",
        )
    )
    smtp_from: str = field(
        metadata=documented("SMTP_FROM", "none", "Address that mails come from. Required with `SMTP_HOST`.")
    )
    bounce_address: str = field(
        metadata=documented(
            "BOUNCE_ADDRESS",
            "`SMTP_FROM`",
            "Address that mails come back to when they cannot be delivered; a `*` in it stands for the number of the "
            "letter: `retours+*@hopital.fr`.",
        )
    )
    bounce_imap_host: str = field(
        metadata=documented(
            "BOUNCE_IMAP_HOST",
            "none",
            "Server where the runner reads them ([mail.md](mail.md#letters-that-come-back)).",
        )
    )
    bounce_imap_port: int = field(
        metadata=documented("BOUNCE_IMAP_PORT", "993; 143 with `starttls` or `none`", "Its port, 1 to 65535.")
    )
    bounce_imap_user: str = field(
        metadata=documented("BOUNCE_IMAP_USER", "none", "Account on it. Required with `BOUNCE_IMAP_HOST`.")
    )
    bounce_imap_password: str = field(
        repr=False, metadata=documented("BOUNCE_IMAP_PASSWORD", "none", "Its password. Required too.")
    )
    bounce_imap_folder: str = field(
        metadata=documented("BOUNCE_IMAP_FOLDER", "`INBOX`", "Folder where they arrive, in plain letters.")
    )
    bounce_imap_tls: Tls = field(
        metadata=documented(
            "BOUNCE_IMAP_TLS", "`implicit`", "`implicit`, `starttls`, or `none`: refused but on loopback."
        )
    )
    sms: SmsProvider | None = field(
        repr=False,
        metadata=documented(
            "SMS_FILE", "none: no code by SMS", "TOML file of the provider of short messages ([mail.md](mail.md#sms))."
        ),
    )


def read_mail(asked: Environment) -> dict[str, Any]:
    """The fields of the settings that tell how mails leave and come back; its faults go to ``asked``."""
    host, sender = asked.text("SMTP_HOST"), asked.text("SMTP_FROM")
    tls = _tls(asked, "SMTP_TLS", Tls.STARTTLS)
    user, password = asked.text("SMTP_USER"), asked.text("SMTP_PASSWORD")
    if bool(user) != bool(password):
        asked.refuse("SMTP_USER", "donnez SMTP_USER et SMTP_PASSWORD, ou ni l’un ni l’autre.")
    if password:
        _refuse_clear(asked, "SMTP_TLS", host, tls)
    if (host or sender) and not is_address(sender):
        asked.refuse("SMTP_FROM", ADDRESS)
    return {
        "smtp_host": host,
        "smtp_port": asked.port("SMTP_PORT", PORTS[tls]),
        "smtp_user": user,
        "smtp_password": password,
        "smtp_tls": tls,
        "smtp_from": sender,
        **_read_returns(asked),
        "sms": _read_sms(asked),
    }


def _read_returns(asked: Environment) -> dict[str, Any]:
    address, host = asked.text("BOUNCE_ADDRESS"), asked.text("BOUNCE_IMAP_HOST")
    tls = _tls(asked, "BOUNCE_IMAP_TLS", Tls.IMPLICIT)
    user, password = asked.text("BOUNCE_IMAP_USER"), asked.text("BOUNCE_IMAP_PASSWORD")
    folder = asked.text("BOUNCE_IMAP_FOLDER") or "INBOX"
    if address and not _takes_returns(address):
        asked.refuse("BOUNCE_ADDRESS", "une adresse comme retours@hopital.fr ou retours+*@hopital.fr est attendue.")
    if host and not (user and password):
        asked.refuse("BOUNCE_IMAP_USER", "donnez aussi BOUNCE_IMAP_USER et BOUNCE_IMAP_PASSWORD.")
    if not (folder.isascii() and folder.isprintable()):
        asked.refuse("BOUNCE_IMAP_FOLDER", "un nom sans accent est attendu, comme INBOX ou Retours.")
    _refuse_clear(asked, "BOUNCE_IMAP_TLS", host, tls)
    return {
        "bounce_address": address,
        "bounce_imap_host": host,
        "bounce_imap_port": asked.port("BOUNCE_IMAP_PORT", IMAP_PORTS[tls]),
        "bounce_imap_user": user,
        "bounce_imap_password": password,
        "bounce_imap_folder": folder,
        "bounce_imap_tls": tls,
    }


def _read_sms(asked: Environment) -> SmsProvider | None:
    text = asked.file("SMS_FILE")
    if text is None:
        return None
    provider, faults = read_provider(text)
    for fault in faults:
        asked.refuse("SMS_FILE", fault)
    return provider


def _takes_returns(address: str) -> bool:
    """Whether an address is one, with a number or without; the number stands apart before the @."""
    before, sign, after = address.partition(NUMBER_SIGN)
    apart = not sign or (after.startswith("@") and not before[-1:].isalnum())
    return apart and is_address(address.replace(NUMBER_SIGN, SAMPLE_NUMBER))


def _refuse_clear(asked: Environment, variable: str, host: str, tls: Tls) -> None:
    if host and tls is Tls.NONE and host not in LOOPBACK:
        asked.refuse(variable, "un mot de passe ne voyage pas en clair\u00a0; écrivez starttls ou implicit.")


def _tls(asked: Environment, variable: str, usual: Tls) -> Tls:
    word = asked.text(variable).lower() or usual
    if word not in set(Tls):
        asked.refuse(variable, f"«\u00a0{word}\u00a0» n’est pas connu\u00a0; écrivez starttls, implicit ou none.")
        return usual
    return Tls(word)
