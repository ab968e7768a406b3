"""Sealing and opening of stored texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.storage.cipher import (
    MARK,
    BadKey,
    Cipher,
    KeyMissing,
    SealBroken,
    is_sealed,
    name_of,
    new_key,
    read_key,
)

ONE, TWO = bytes(range(32)), bytes(range(32, 64))
PLACE = ("draft", "titre")
texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, st.lists(texts, max_size=3))
def test_what_is_sealed_opens_at_its_place(text, place):
    cipher = Cipher([ONE])
    sealed = cipher.seal(text, *place)
    assert (is_sealed(sealed), cipher.open(sealed, *place)) == (True, text)


def test_the_same_text_is_never_sealed_twice_alike():
    cipher = Cipher([ONE])
    assert len({cipher.seal('"oui"', *PLACE) for _ in range(100)}) == 100


def test_a_sealed_text_says_nothing_of_it_but_its_length():
    assert "secret" not in Cipher([ONE]).seal('"secret"', *PLACE)


def test_without_key_texts_are_stored_as_they_are():
    cipher = Cipher()
    assert (bool(cipher), cipher.seal('"oui"', *PLACE), cipher.open('"oui"', *PLACE)) == (False, '"oui"', '"oui"')


def test_texts_stored_before_there_were_keys_are_read():
    assert Cipher([ONE]).open('"oui"', *PLACE) == '"oui"'


def test_the_first_key_seals_and_all_of_them_open():
    old = Cipher([ONE]).seal('"oui"', *PLACE)
    both = Cipher([TWO, ONE])
    new = both.seal('"oui"', *PLACE)
    assert (both.open(old, *PLACE), Cipher([TWO]).open(new, *PLACE)) == ('"oui"', '"oui"')
    assert (both.is_current(old), both.is_current(new), both.is_current('"oui"')) == (False, True, False)
    assert (Cipher().is_current('"oui"'), Cipher().is_current(new)) == (True, False)


@pytest.mark.parametrize("keys", [(), (TWO,)])
def test_a_lost_key_is_named(keys):
    sealed = Cipher([ONE]).seal('"oui"', *PLACE)
    with pytest.raises(KeyMissing, match=f"la clé {name_of(ONE)}, qui n’est plus dans ANSWERS_KEYS"):
        Cipher(keys).open(sealed, *PLACE)


@pytest.mark.parametrize("place", [("draft", "autre"), ("other", "titre"), ("draftt", "itre"), ("draft",), ()])
def test_a_text_moved_elsewhere_does_not_open(place):
    cipher = Cipher([ONE])
    with pytest.raises(SealBroken):
        cipher.open(cipher.seal('"oui"', *PLACE), *place)


@given(st.data())
def test_a_text_that_was_changed_does_not_open(data):
    cipher = Cipher([ONE])
    sealed = cipher.seal('"oui"', *PLACE)
    head = len(MARK) + len(name_of(ONE)) + 1
    at = data.draw(st.integers(head, len(sealed) - 3))
    letter = data.draw(st.sampled_from("ABab01-_").filter(lambda other: other != sealed[at]))
    with pytest.raises(SealBroken):
        cipher.open(sealed[:at] + letter + sealed[at + 1 :], *PLACE)


@pytest.mark.parametrize("rest", ["", "!", "é", "AAAA", "A" * 16, "\0"])
def test_what_only_looks_sealed_does_not_open(rest):
    with pytest.raises(SealBroken):
        Cipher([ONE]).open(f"{MARK}{name_of(ONE)}:{rest}", *PLACE)


def test_a_new_key_reads_back_and_is_like_no_other():
    made = [new_key() for _ in range(20)]
    assert {len(read_key(key)) for key in made} == {32}
    assert len(set(made)) == 20


@pytest.mark.parametrize("written", ["", "x", "AAAA", "é" * 44, "A" * 42 + "==", "A" * 88])
def test_a_key_of_another_length_or_alphabet_is_refused(written):
    with pytest.raises(BadKey, match="une clé est faite de 32 octets en base64"):
        read_key(written)


def test_both_alphabets_of_base64_are_read():
    assert read_key("-_" * 21 + "8=") == read_key("+/" * 21 + "8=")
