import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.advice.counting import sentences, syllables, words


@pytest.mark.parametrize(
    "word, count",
    [
        ("le", 1), ("personne", 2), ("hôpital", 3), ("partenariat", 4), ("question", 2), ("océan", 3), ("voyelle", 2),
        ("maladie", 3), ("travaillaient", 3), ("naïf", 2), ("qu’il", 1), ("guérir", 2), ("proche-aidant", 3),
        ("l’établissement", 5), ("12", 1), ("idées", 2), ("poème", 2), ("aiguille", 2),
    ],
)  # fmt: skip
def test_syllables_are_those_that_one_hears(word, count):
    assert syllables(word) == count


def test_elided_and_joined_words_are_one_each():
    assert words("L’hôpital, aujourd'hui : 3 proches-aidants (ou plus) !") == (
        "L’hôpital", "aujourd'hui", "3", "proches-aidants", "ou", "plus",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text, count", [("", 1), ("Oui", 1), ("Oui. Non ?", 2), ("Un… Deux !\nTrois", 3), ("3.5 km. Fin.", 2)]
)
def test_sentences_end_where_a_reader_stops(text, count):
    assert sentences(text) == count


@given(st.text(alphabet="abcdeéèêïouy’-", min_size=1, max_size=30))
def test_a_word_has_from_one_syllable_to_its_letters(word):
    assert 1 <= syllables(word) <= max(1, len(word))
