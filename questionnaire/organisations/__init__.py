"""What organisations are and say of themselves: levels, identity, contacts, looks, settings; pure.

``Profile`` is what one says; ``under`` completes it with what those above say.
"""

from questionnaire.organisations.contacts import Contact
from questionnaire.organisations.looks import Logo
from questionnaire.organisations.model import (
    KIND_LABELS,
    SECTOR_LABELS,
    Organisation,
    OrganisationKind,
    kinds_under,
)
from questionnaire.organisations.profile import NOTHING_SAID, Profile, read_profile, under, with_setting, write_profile
from questionnaire.organisations.settings import SETTINGS, BadSetting, OrganisationSettings, Setting, read_setting

__all__ = [
    "KIND_LABELS",
    "NOTHING_SAID",
    "SECTOR_LABELS",
    "SETTINGS",
    "BadSetting",
    "Contact",
    "Logo",
    "Organisation",
    "OrganisationKind",
    "OrganisationSettings",
    "Profile",
    "Setting",
    "kinds_under",
    "read_profile",
    "read_setting",
    "under",
    "with_setting",
    "write_profile",
]
