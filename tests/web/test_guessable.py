"""Passwords that strangers would guess, and those that they would not."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from questionnaire.web.guessable import BETTER, JUDGED, OWN, SHORTLY, WHY, why_guessable

NADIA = ("Nadia", "Vasseur", "Nadia Vasseur", "nadia.vasseur@chu.example", "CHU", "Centre hospitalier de Montbrun")
SAID = {OWN, SHORTLY, *WHY.values()}


@pytest.mark.parametrize(
    "password, said",
    [
        ("motdepasse2026", WHY["dictionary"]),
        ("azertyuiop12", WHY["dictionary"]),
        ("aaaaaaaaaaaaaaaa", WHY["repeat"]),
        ("abcdefghijklm", WHY["sequence"]),
        ("nadiavasseur", OWN),
        ("Montbrun2026", OWN),
        ("nadia.vasseur@chu.example", OWN),
        ("password1234", WHY["dictionary"]),
    ],
)
def test_password_soon_guessed_is_refused_with_why_and_a_better_way(password, said):
    assert why_guessable(password, NADIA) == f"{said} {BETTER}"


@pytest.mark.parametrize(
    "password",
    ["trois cygnes sous la pluie", "Vk7-qpTz9.wLm", "le facteur boite depuis mardi", "x" * 60 + "Vk7-qpTz9.wLm"],
)
def test_password_hard_to_guess_stands(password):
    assert why_guessable(password, NADIA) == ""


def test_the_commonest_passwords_are_refused():
    common = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= 12]
    assert [word for word in common if not why_guessable(word)] == []


@settings(max_examples=60, deadline=5000)
@given(st.text(max_size=4096), st.lists(st.text(max_size=60), max_size=6))
def test_any_text_is_judged_by_its_ends_in_one_of_our_sentences(password, about):
    said = why_guessable(password, about)
    assert not said or said.removesuffix(f" {BETTER}") in SAID
    if len(password) > 2 * JUDGED:
        middle = password[:JUDGED] + "Vk7-qpTz9.wLm" + password[-JUDGED:]
        assert why_guessable(middle, about) == said


def test_no_list_of_words_is_loaded_before_a_password_is_chosen():
    command = "import sys, questionnaire, questionnaire.web.accounts; print('zxcvbn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
