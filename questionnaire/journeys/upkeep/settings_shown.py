"""The settings in force as they may be shown: secrets are told to be there or not, never what they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from questionnaire.config import Settings

SECRET, ABSENT = "secret, renseigné", "non renseigné"
GIVEN, DEFAULT = "variable d’environnement", "par défaut"
MADE = "fait une fois, gardé dans DATA_DIR"
REQUIRED = "à donner\u00a0: sans lui, l’application ne sert personne"
_TO_SERVE = frozenset({"SECRET_KEY", "PUBLIC_URL"})


@dataclass(frozen=True, slots=True)
class ToldSetting:
    """A setting by the name of its variable, its value in words, and where that comes from."""

    variable: str
    value: str
    origin: str


def shown_settings(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Each setting by the name of its variable, with its value in words."""
    return tuple(
        (field.metadata["variable"], _shown(settings, field.name, secret=not field.repr)) for field in fields(settings)
    )


def told_settings(settings: Settings, environ: Mapping[str, str]) -> tuple[ToldSetting, ...]:
    """The same with the origin of each; ``environ`` is what the settings were read from, for whatever purpose."""
    return tuple(_told(variable, value, settings, environ) for variable, value in shown_settings(settings))


def _told(variable: str, value: str, settings: Settings, environ: Mapping[str, str]) -> ToldSetting:
    if environ.get(variable, "").strip():
        return ToldSetting(variable, value, GIVEN)
    if variable == "SECRET_KEY" and settings.demo:
        return ToldSetting(variable, SECRET, MADE)
    if variable in _TO_SERVE and not settings.demo:
        # A command that serves nobody has a secret of its own, which dies with it.
        return ToldSetting(variable, ABSENT, REQUIRED)
    return ToldSetting(variable, value, DEFAULT)


def _shown(settings: Settings, name: str, *, secret: bool) -> str:
    value = getattr(settings, name)
    if name in _WORDS:
        return _WORDS[name](settings) or ABSENT
    if secret:
        return SECRET if value else ABSENT
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or ABSENT
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or ABSENT
    return str(value) if isinstance(value, int | Path) else str(value) or ABSENT


def _sms(settings: Settings) -> str:
    return urlsplit(settings.sms.url).hostname or "" if settings.sms else ""


def masked(url: str) -> str:
    """The address of a database without account or password."""
    if url.startswith("sqlite:"):
        return url
    parts = urlsplit(url)
    place = parts.hostname or ""
    return f"{parts.scheme.partition('+')[0]}://{place}{f':{parts.port}' if parts.port else ''}{parts.path}"


_WORDS: Mapping[str, Callable[[Settings], str]] = {
    "database_url": lambda settings: masked(settings.database_url),
    "providers": lambda settings: ", ".join(provider.name for provider in settings.providers),
    "sms": _sms,
}
"""Settings that say more than that they are secret, and nothing that is."""
