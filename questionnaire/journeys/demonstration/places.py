"""The places of the demonstration: two groupes, three établissements, services; nothing is seen from one to another."""

from dataclasses import dataclass

from questionnaire.access import Organisation, OrganisationKind
from questionnaire.organisations import Contact, OrganisationSettings, Profile
from questionnaire.storage import people
from questionnaire.storage.ids import new_id
from questionnaire.storage.transaction import Session

HOSPITAL = "Hôpital de démonstration"
GROUP, OTHER_HOSPITAL = "GHU de démonstration", "Hôpital des Tilleuls"
OTHER_GROUP, RESIDENCE = "Groupe du Val", "Résidence du Val"
_HELP = Contact("Irène Caron, référente partenariat", "01 23 45 67 89", "referent_partenariat@demo.example")
_HELP_OF_RESIDENCE = Contact("Accueil de la Résidence du Val", "04 56 78 90 12")


@dataclass(frozen=True, slots=True)
class Place:
    """One organisation of the demonstration, under the one called ``above``."""

    name: str
    kind: OrganisationKind
    above: str = ""
    sector: str = "sanitaire"
    department: str = ""
    profile: Profile = Profile()  # noqa: RUF009  # frozen, and the same for all


PLACES = (
    Place(GROUP, OrganisationKind.GROUPE),
    Place(HOSPITAL, OrganisationKind.ETABLISSEMENT, GROUP, department="69", profile=Profile(help=_HELP)),
    Place("Néphrologie", OrganisationKind.SERVICE, HOSPITAL),
    Place("Pédiatrie", OrganisationKind.SERVICE, HOSPITAL),
    Place(OTHER_HOSPITAL, OrganisationKind.ETABLISSEMENT, GROUP, department="01"),
    Place(OTHER_GROUP, OrganisationKind.GROUPE, profile=Profile("#17603f", settings=OrganisationSettings(24))),
    Place(
        RESIDENCE,
        OrganisationKind.ETABLISSEMENT,
        OTHER_GROUP,
        "medico_social",
        "42",
        Profile(help=_HELP_OF_RESIDENCE),
    ),
    Place("Accueil de jour", OrganisationKind.SERVICE, RESIDENCE, "medico_social"),
)


def found_places(session: Session) -> dict[str, str]:
    """Found every place; their ids by name."""
    ids: dict[str, str] = {}
    for place in PLACES:
        ids[place.name] = new_id()
        people.add_organisation(
            session,
            Organisation(
                ids[place.name],
                ids.get(place.above),
                place.kind,
                place.name,
                place.sector,
                "Europe/Paris",
                place.department,
                profile=place.profile,
            ),
        )
    return ids
