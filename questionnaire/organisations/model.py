"""Organisations as the rest of the house sees them: region, groupe, établissement, service; who stands under whom."""

from dataclasses import dataclass, field
from enum import StrEnum

from questionnaire.organisations.profile import Profile


class OrganisationKind(StrEnum):
    """The four levels at which rows may belong, from the widest to the nearest."""

    REGION = "region"
    GROUPE = "groupe"
    ETABLISSEMENT = "etablissement"
    SERVICE = "service"


KIND_LABELS = {
    OrganisationKind.REGION: "Région",
    OrganisationKind.GROUPE: "Groupe (GHU, GHT)",
    OrganisationKind.ETABLISSEMENT: "Établissement",
    OrganisationKind.SERVICE: "Service",
}
"""What each level is called on screens."""

SECTOR_LABELS = {"sanitaire": "Sanitaire", "medico_social": "Médico-social", "social": "Social"}
"""The sectors, which choose the wording of documents."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A service, a hospital, a group or a region. ``timezone`` is an IANA name; ``sector`` chooses the wording.

    ``department`` is a code of the INSEE, empty where none is told. ``profile`` is what the organisation says of
    itself, completed by those above it. ``within`` is the établissement of a service, from which it has sector, zone
    and département; None for the others.
    """

    id: str
    parent_id: str | None
    kind: OrganisationKind
    name: str
    sector: str
    timezone: str
    department: str = ""
    archived: bool = False
    profile: Profile = field(default_factory=Profile)
    within: "Organisation | None" = None

    @property
    def house(self) -> "Organisation":
        """The établissement in whose name documents are made: that of a service, or itself."""
        return self.within or self

    @property
    def full_name(self) -> str:
        """The name, after that of the établissement for a service."""
        return f"{self.within.name} – {self.name}" if self.within else self.name


def kinds_under(kind: OrganisationKind | None) -> tuple[OrganisationKind, ...]:
    """The levels that may stand under one; under none, all but the service, which belongs to an établissement."""
    kinds = tuple(OrganisationKind)
    if kind is None:
        return kinds[:-1]
    below = kinds[kinds.index(kind) + 1 :]
    return below if kind is OrganisationKind.ETABLISSEMENT else tuple(k for k in below if k is not kinds[-1])
