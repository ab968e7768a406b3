"""The server that carries the mails, from the settings."""

from questionnaire.config import Settings
from questionnaire.messages.relay import Relay


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
    )
