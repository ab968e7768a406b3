import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.proof.errors import SigningError
from questionnaire.proof.reasons import SEAL_REASON, SignedAct, read_reason, write_reason

printable = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)
values = st.lists(printable, min_size=1, max_size=4).map(" ".join)


def shown(sentence):
    return sentence.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Bruno Petit", "Signature de Bruno Petit, porteur du projet, par nom saisi"),
        ("Amina Haddad", "Signature d’Amina Haddad, porteur du projet, par nom saisi"),
        ("Élise Roy", "Signature d’Élise Roy, porteur du projet, par nom saisi"),
    ],
)
def test_reason_reads_as_a_french_sentence(name, expected):
    assert shown(write_reason(SignedAct("Signature", name, "porteur du projet", "nom saisi"))) == expected


@given(act=values, name=values, role=values, method=values)
def test_reason_round_trip_gives_the_act_back(act, name, role, method):
    signed = SignedAct(act, name, role, method)
    assert read_reason(write_reason(signed)) == signed


def test_values_that_imitate_the_sentence_are_not_mistaken_for_it():
    signed = SignedAct("Avis de la direction", "Petit, de Paris, par ici", "d’Ici, par là,", "nom, par écrit")
    assert read_reason(write_reason(signed)) == signed


def test_white_space_and_control_characters_count_as_one_space():
    written = write_reason(SignedAct("Visa", " Bruno\t\n Petit\x00", "directeur\u00a0adjoint", "code"))
    assert read_reason(written) == SignedAct("Visa", "Bruno Petit", "directeur adjoint", "code")


@pytest.mark.parametrize("act, name", [("", "Bruno"), ("Visa", " \u00a0\t"), ("Visa", "")])
def test_blank_values_are_refused(act, name):
    with pytest.raises(SigningError):
        write_reason(SignedAct(act, name, "directeur", "code"))


@pytest.mark.parametrize(
    "text", ["", "Signature", SEAL_REASON, "Visa de Amina, rôle, par code", "Visa de  Bruno, rôle, par code"]
)
def test_other_sentences_are_not_read(text):
    assert read_reason(text) is None


@given(st.text())
def test_any_text_is_read_or_not_without_error(text):
    read = read_reason(text)
    assert read is None or write_reason(read) == text
