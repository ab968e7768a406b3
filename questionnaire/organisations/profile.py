"""What an organisation says of itself, and how it comes down: each thing is its own, or that of the nearest above."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from questionnaire.organisations.contacts import Contact
from questionnaire.organisations.looks import Logo
from questionnaire.organisations.settings import OrganisationSettings

REMEMBERED = 512
"""Profiles kept read, per process: one for each organisation whose people were here lately."""


@dataclass(frozen=True, slots=True)
class Profile:
    """``accent`` is ``#rrggbb``; ``help`` can help whoever fills, ``privacy`` answers for personal data.

    None says nothing: the organisation above does.
    """

    accent: str | None = None
    logo: Logo | None = None
    help: Contact | None = None
    privacy: Contact | None = None
    settings: OrganisationSettings = field(default_factory=OrganisationSettings)


NOTHING_SAID = Profile()


def under(above: Profile, own: Profile) -> Profile:
    """An organisation's own profile completed by the one above it."""
    said = {each.name: getattr(own, each.name) for each in fields(Profile) if each.name != "settings"}
    taken = {name: getattr(above, name) if value is None else value for name, value in said.items()}
    return Profile(**taken, settings=own.settings.under(above.settings))


def write_profile(profile: Profile) -> str | None:
    """The profile as JSON text, None where it says nothing."""
    if profile == NOTHING_SAID:
        return None
    return json.dumps(_said(asdict(profile)), ensure_ascii=False, sort_keys=True)


@lru_cache(REMEMBERED)
def read_profile(text: str | None) -> Profile:
    """What ``write_profile`` wrote."""
    if text is None:
        return NOTHING_SAID
    kept = json.loads(text)
    return Profile(
        accent=kept.get("accent"),
        logo=Logo(**kept["logo"]) if "logo" in kept else None,
        help=Contact(**kept["help"]) if "help" in kept else None,
        privacy=Contact(**kept["privacy"]) if "privacy" in kept else None,
        settings=_settings(kept.get("settings", {})),
    )


def with_setting(profile: Profile, name: str, value: object) -> Profile:
    """The profile with one setting said anew; None takes it back."""
    said: dict[str, Any] = {name: value}
    return replace(profile, settings=replace(profile.settings, **said))


def _settings(kept: dict[str, Any]) -> OrganisationSettings:
    said: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return OrganisationSettings(**said)


def _said(kept: dict[str, Any]) -> dict[str, Any]:
    """Without what is not said."""
    return {name: _said(value) if isinstance(value, dict) else value for name, value in _present(kept.items())}


def _present(items: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, Any]]:
    return ((name, value) for name, value in items if value is not None)
