"""What the environment says of how visitors reach this server, read and checked."""

import re
from typing import Any

from questionnaire.environment import LOOPBACK, Environment

DEMO_ADDRESS = "http://127.0.0.1:5000"
_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"\.?{_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)
_CONTACT = re.compile(r"(?:mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https://[^\s/]+\S*|tel:\+?[0-9-]+)")


def read_reach(asked: Environment, *, demo: bool, serving: bool) -> dict[str, Any]:
    """The fields of the settings that tell it; faults go to ``asked``."""
    return {
        "public_url": _public_url(asked, demo=demo, required=serving),
        "trusted_hosts": _trusted_hosts(asked),
        "security_contact": _contact(asked),
    }


def _public_url(asked: Environment, *, demo: bool, required: bool) -> str:
    given = asked.text("PUBLIC_URL")
    if not given:
        if required and not demo:
            asked.refuse("PUBLIC_URL", "cette adresse, imprimée sur les documents, est obligatoire.")
        return DEMO_ADDRESS if demo else ""
    parts = asked.address("PUBLIC_URL")
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not secure or not parts.hostname or parts.username or parts.query or parts.fragment:
        asked.refuse("PUBLIC_URL", "une adresse comme https://partenariat.hopital.example est attendue.")
    return given.rstrip("/")


def _trusted_hosts(asked: Environment) -> tuple[str, ...]:
    given = tuple(asked.text("TRUSTED_HOSTS").replace(",", " ").split())
    for host in given:
        if not _HOST.fullmatch(host):
            asked.refuse("TRUSTED_HOSTS", f"«\u00a0{host}\u00a0» n’est pas un nom de machine.")
    return given


def _contact(asked: Environment) -> str:
    given = asked.text("SECURITY_CONTACT")
    if given and not _CONTACT.fullmatch(given):
        asked.refuse("SECURITY_CONTACT", "une adresse comme mailto:securite@hopital.example est attendue.")
    return given
