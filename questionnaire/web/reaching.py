"""By which names the application answers; requests for others are refused with 400, before any view."""

from flask import Flask

from questionnaire.config import Settings
from questionnaire.environment import LOOPBACK


def configure(app: Flask, settings: Settings) -> None:
    """Answer by the name of the public address, by those of the settings, and by this machine's own, for probes."""
    here = (host for host in sorted(LOOPBACK) if ":" not in host)
    app.config["TRUSTED_HOSTS"] = list(dict.fromkeys((*settings.trusted_hosts, *_own(settings), *here)))


def _own(settings: Settings) -> tuple[str, ...]:
    host = settings.public_url.partition("://")[2].partition("/")[0]
    name = host if host.endswith("]") or ":" not in host else host.rpartition(":")[0]
    return (name,) if name else ()
