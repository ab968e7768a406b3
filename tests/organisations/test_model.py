import pytest

from questionnaire.organisations import Organisation, OrganisationKind, kinds_under
from questionnaire.organisations.registering import Registered

K = OrganisationKind
HOUSE = Organisation("h", None, K.ETABLISSEMENT, "Hôpital", "sanitaire", "Europe/Paris")
SERVICE = Organisation("s", "h", K.SERVICE, "Néphrologie", "sanitaire", "Europe/Paris", within=HOUSE)


@pytest.mark.parametrize(
    "above, below",
    [
        (None, (K.REGION, K.GROUPE, K.ETABLISSEMENT)),
        (K.REGION, (K.GROUPE, K.ETABLISSEMENT)),
        (K.GROUPE, (K.ETABLISSEMENT,)),
        (K.ETABLISSEMENT, (K.SERVICE,)),
        (K.SERVICE, ()),
    ],
)
def test_levels_stand_under_wider_ones_and_services_under_establishments(above, below):
    assert kinds_under(above) == below


def test_documents_of_a_service_are_made_in_the_name_of_its_establishment():
    assert (SERVICE.house, SERVICE.full_name) == (HOUSE, "Hôpital – Néphrologie")
    assert (HOUSE.house, HOUSE.full_name) == (HOUSE, "Hôpital")


def test_what_is_typed_is_put_in_order():
    typed = Registered.of(
        name="  CH  de l’Exemple ", kind="etablissement", department="2a", address=" 1 rue \n\n Lyon "
    )
    assert typed == Registered(
        "CH de l’Exemple", "etablissement", "sanitaire", "Europe/Paris", "2A", "", "1 rue\n\nLyon"
    )
    assert typed.faults([K.ETABLISSEMENT]) == {}


def test_every_fault_of_what_is_typed_is_told_at_once():
    typed = Registered.of(
        name="", kind="service", sector="autre", timezone="Paris", department="0", finess="1", address="x" * 401
    )
    assert sorted(typed.faults([K.ETABLISSEMENT])) == sorted(
        ["name", "kind", "sector", "timezone", "department", "finess", "address"]
    )
    assert "200 caractères" in Registered.of(name="x" * 201, kind="groupe").faults([K.GROUPE])["name"]
