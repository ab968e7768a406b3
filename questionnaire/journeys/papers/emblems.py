"""The look of an organisation on paper: frozen with a document by its hash, found again when it is drawn."""

from dataclasses import dataclass
from typing import Any

from questionnaire.content import Emblem
from questionnaire.organisations import Profile
from questionnaire.storage.blobs import Blobs

LOGOS = "logos"
"""Under whose name the files of logos are kept."""


@dataclass(frozen=True, slots=True)
class FrozenLook:
    """The colour of a document, the SHA-256 of its logo, and what that shows."""

    accent: str | None = None
    logo: str | None = None
    alt: str = ""


def look_of(profile: Profile) -> dict[str, str | None]:
    """What is frozen of a look; ``read_look`` reads it."""
    logo = profile.logo
    return {"accent": profile.accent, "logo": logo.sha256 if logo else None, "alt": logo.alt if logo else ""}


def read_look(kept: dict[str, Any] | None) -> FrozenLook:
    """What ``look_of`` gave; documents frozen before there were looks have none."""
    return FrozenLook(**kept) if kept else FrozenLook()


def emblem_of(look: FrozenLook, blobs: Blobs) -> Emblem | None:
    """The logo to draw; raises BlobMissing or BlobDamaged."""
    return Emblem(blobs.get(LOGOS, look.logo), look.alt) if look.logo else None
