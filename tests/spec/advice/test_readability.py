from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.advice.readability import Ease, ease


def test_score_is_that_of_the_formula():
    # 5 words in one sentence, 6 syllables: 207 - 1.015 x 5 - 73.6 x 6/5 = 113.6, no more than 100.
    assert ease(["Le chat dort sur le lit."]) == Ease(100, 6)
    # 4 words, 17 syllables, one sentence: 207 - 4.06 - 312.8 is under 0.
    assert ease(["Responsabilité organisationnelle particulièrement complexifiée"]) == Ease(0, 4)
    # 7 words, 2 sentences, 19 syllables: 207 - 1.015 x 3.5 - 73.6 x 19/7 = 3.7.
    assert ease(["Chaque hôpital évalue régulièrement.", "Répondez demain matin."]) == Ease(4, 7)


def test_level_is_a_word_of_the_scale():
    assert [Ease(score, 1).level for score in (100, 90, 89, 70, 60, 59, 30, 29, 0)] == [
        "très facile", "très facile", "facile", "assez facile", "courante", "assez difficile", "difficile",
        "très difficile", "très difficile",
    ]  # fmt: skip


def test_nothing_to_read_is_easy():
    assert ease([]) == Ease(100, 0)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_score_stays_on_its_scale(texts):
    assert 0 <= ease(texts).score <= 100
