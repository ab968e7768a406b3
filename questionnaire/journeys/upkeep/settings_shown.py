"""The settings in force as they may be shown: secrets are told to be there or not, never what they are."""

from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from questionnaire.config import Settings

HIDDEN, ABSENT = "défini (masqué)", "non défini"


def shown_settings(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Each setting by the name of its variable, with its value in words."""
    return tuple(
        (field.metadata["variable"], _shown(settings, field.name, secret=not field.repr)) for field in fields(settings)
    )


def _shown(settings: Settings, name: str, *, secret: bool) -> str:
    value = getattr(settings, name)
    if name == "database_url":
        return masked(value)
    if name == "providers":
        return ", ".join(provider.name for provider in value) or ABSENT
    if secret:
        return HIDDEN if value else ABSENT
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or ABSENT
    return str(value) if isinstance(value, int | Path) else str(value) or ABSENT


def masked(url: str) -> str:
    """The address of a database without account or password."""
    if url.startswith("sqlite:"):
        return url
    parts = urlsplit(url)
    place = parts.hostname or ""
    return f"{parts.scheme.partition('+')[0]}://{place}{f':{parts.port}' if parts.port else ''}{parts.path}"
