import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.organisations.contacts import Contact, faults_of, is_address


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


@given(st.tuples(st.text(max_size=6), st.text(max_size=6), st.text(max_size=6)).map(lambda t: "{}@{}.{}".format(*t)))
def test_address_holds_nothing_unseen(text):
    assert not is_address(text) or (text.isprintable() and " " not in text and text.count("@") == 1)


@given(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"]), st.integers(0, 4))
def test_one_unseen_character_is_enough_to_refuse(character, place):
    parts = ["a", "@", "b", ".", "fr"]
    parts.insert(place, character)
    assert not is_address("".join(parts))


@pytest.mark.parametrize("address", ["a@b.fr", "françoise.lebœuf@hôpital.fr", "o'neil+x@b.example"])
def test_address_that_people_have_is_one(address):
    assert is_address(address)
