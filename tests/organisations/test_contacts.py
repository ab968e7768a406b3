import pytest

from questionnaire.organisations.contacts import Contact, faults_of


@pytest.mark.parametrize(
    "contact, fields",
    [
        (Contact("Irène Caron", "01 23 45 67 89", "i.caron@hopital.fr"), []),
        (Contact("Accueil", "+33 1 23 45 67 89"), []),
        (Contact("Accueil", email="a@b.fr"), []),
        (Contact("", "01 23 45 67 89"), ["name"]),
        (Contact("x" * 121, "01 23 45 67 89"), ["name"]),
        (Contact("Accueil"), ["phone"]),
        (Contact("Accueil", "demander au standard"), ["phone"]),
        (Contact("Accueil", email="a@b"), ["email"]),
        (Contact("Accueil", email=f"{'a' * 250}@b.fr"), ["email"]),
    ],
)
def test_contact_can_be_reached_or_its_fault_is_told(contact, fields):
    assert list(faults_of(contact)) == fields


def test_number_is_dialled_without_its_spaces():
    assert Contact("A", "+33 (1) 23.45-67 89").dialled == "+33123456789"
