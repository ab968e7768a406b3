"""What is typed to register an organisation, put in order and checked."""

from collections.abc import Collection
from dataclasses import dataclass

from questionnaire.organisations.identity import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    department_fault,
    finess_fault,
    plain_finess,
    timezone_fault,
)
from questionnaire.organisations.model import SECTOR_LABELS, OrganisationKind

DEFAULT_SECTOR, DEFAULT_TIMEZONE = "sanitaire", "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Registered:
    """The identity of an organisation as words; make it with ``of``, which puts them in order."""

    name: str
    kind: str
    sector: str = DEFAULT_SECTOR
    timezone: str = DEFAULT_TIMEZONE
    department: str = ""
    finess: str = ""
    address: str = ""

    @classmethod
    def of(cls, **words: str) -> "Registered":
        """What was typed, without stray spaces; an empty sector or zone takes the usual one."""
        flat = {name: " ".join(text.split()) for name, text in words.items() if name != "address"}
        address = "\n".join(" ".join(line.split()) for line in words.get("address", "").split("\n")).strip()
        return cls(
            name=flat.get("name", ""),
            kind=flat.get("kind", ""),
            sector=flat.get("sector") or DEFAULT_SECTOR,
            timezone=flat.get("timezone") or DEFAULT_TIMEZONE,
            department=flat.get("department", "").upper(),
            finess=plain_finess(flat.get("finess", "")),
            address=address,
        )

    def faults(self, kinds: Collection[OrganisationKind]) -> dict[str, str]:
        """What cannot be kept, by field, with a remedy; ``kinds`` are those that may stand there."""
        found = {
            "name": "" if self.name else "Écrivez le nom de l’organisation.",
            "kind": "" if self.kind in kinds else "Choisissez un niveau qui peut se trouver ici.",
            "sector": "" if self.sector in SECTOR_LABELS else "Choisissez un champ de la liste.",
            "timezone": timezone_fault(self.timezone),
            "department": department_fault(self.department) if self.department else "",
            "finess": finess_fault(self.finess) if self.finess else "",
            "address": ""
            if len(self.address) <= LONGEST_ADDRESS
            else f"Écrivez une adresse de {LONGEST_ADDRESS} caractères au plus.",
        }
        if len(self.name) > LONGEST_NAME:
            found["name"] = f"Écrivez un nom de {LONGEST_NAME} caractères au plus."
        return {name: why for name, why in found.items() if why}
