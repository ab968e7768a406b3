"""Arabic letters take the shapes of their neighbours, and give them back."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.documents.arabic import join, unjoin


def test_letters_join_on_both_sides():
    assert join("محمد") == "\ufee3\ufea4\ufee4\ufeaa"


def test_letter_that_never_joins_the_next_one_stops_the_word():
    assert join("دار") == "\ufea9\ufe8d\ufead"


def test_lam_alef_is_one_shape():
    assert join("لا سلام") == "\ufefb \ufeb3\ufefc\ufee1"


def test_vowel_mark_does_not_part_letters():
    assert join("بَب") == "\ufe91\u064e\ufe90"


def test_other_text_is_untouched():
    assert join("abc שלום") == "abc שלום"


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىءةآأإ .a"))
def test_joined_text_reads_back(text):
    assert unjoin(join(text)) == text
