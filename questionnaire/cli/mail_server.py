"""What carries letters, and the mailbox that they come back to, from the settings."""

from questionnaire.config import Settings
from questionnaire.messages.mailbox import Mailbox
from questionnaire.messages.relay import Relay
from questionnaire.messages.sms import HttpSms, SmsSender


def relay_of(settings: Settings) -> Relay | None:
    """The server that carries the mails; None where there is none, and they wait."""
    if not settings.smtp_host:
        return None
    return Relay(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_from,
        settings.smtp_tls,
        settings.smtp_user,
        settings.smtp_password,
        settings.bounce_address,
    )


def sms_of(settings: Settings) -> SmsSender | None:
    """Who carries short messages; None where nobody does."""
    return HttpSms(settings.sms) if settings.sms else None


def mailbox_of(settings: Settings) -> Mailbox | None:
    """The mailbox that mails come back to; None where nobody reads it but people."""
    if not settings.bounce_imap_host:
        return None
    return Mailbox(
        settings.bounce_imap_host,
        settings.bounce_imap_port,
        settings.bounce_imap_user,
        settings.bounce_imap_folder,
        settings.bounce_imap_tls,
        settings.bounce_imap_password,
    )
