"""What the environment says of mails, read and checked."""

from typing import Any

from questionnaire.environment import LOOPBACK, Environment
from questionnaire.messages.relay import PORTS, Tls
from questionnaire.organisations.contacts import is_address


def read_mail(asked: Environment) -> dict[str, Any]:
    """The fields of the settings that tell how mails leave; its faults go to ``asked``."""
    host, sender = asked.text("SMTP_HOST"), asked.text("SMTP_FROM")
    tls = _tls(asked)
    user, password = asked.text("SMTP_USER"), asked.text("SMTP_PASSWORD")
    if bool(user) != bool(password):
        asked.refuse("SMTP_USER", "donnez SMTP_USER et SMTP_PASSWORD, ou ni l’un ni l’autre.")
    if host and password and tls is Tls.NONE and host not in LOOPBACK:
        asked.refuse("SMTP_TLS", "un mot de passe ne voyage pas en clair\u00a0; écrivez starttls ou implicit.")
    if (host or sender) and not is_address(sender):
        asked.refuse("SMTP_FROM", "une adresse comme partenariat@hopital.fr est attendue.")
    return {
        "smtp_host": host,
        "smtp_port": asked.port("SMTP_PORT", PORTS[tls]),
        "smtp_user": user,
        "smtp_password": password,
        "smtp_tls": tls,
        "smtp_from": sender,
    }


def _tls(asked: Environment) -> Tls:
    word = asked.text("SMTP_TLS").lower() or Tls.STARTTLS
    if word not in set(Tls):
        asked.refuse("SMTP_TLS", f"«\u00a0{word}\u00a0» n’est pas connu\u00a0; écrivez starttls, implicit ou none.")
        return Tls.STARTTLS
    return Tls(word)
