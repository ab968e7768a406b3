import pytest

from questionnaire.spec import load_text
from questionnaire.spec.words import WORDS, served


def test_words_of_a_later_version_are_not_served():
    assert served({"a": True, "b": False, "c": True}) == ("a", "c")


@pytest.mark.parametrize("key", ["status", "life", "instances", "access", "archive", "privacy"])
def test_first_word_is_what_an_absent_key_means(written, key):
    form = load_text(written("- {name: a, kind: text, label: A}"))
    assert getattr(form, key) == next(iter(WORDS[key]))
