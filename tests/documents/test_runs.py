"""Any text becomes runs whose every glyph exists."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.documents.faces import FALLBACK, SUBSTITUTE
from questionnaire.documents.runs import clean, runs

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def drawn(text: str) -> list[tuple[str, bool, str | None]]:
    return [(run.text, run.face.name == FALLBACK, run.meant) for run in runs(text, "regular")]


@given(ANY_TEXT)
def test_no_run_asks_for_a_missing_glyph(text):
    for run in runs(clean(text).replace("\n", ""), "bold"):
        assert all(map(run.face.has, run.text))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


def test_french_spaces_and_hyphens_become_drawable():
    assert clean("oui\u202f? l\u2011a\u00adb\u200bc\u2003d\te\r\nf") == "oui\u00a0? l-abc d e\nf"


def test_decomposed_accents_are_composed():
    assert clean("e\u0301te\u0301") == "été"


def test_plain_text_is_one_run():
    assert drawn("Œuvre à 12 €") == [("Œuvre à 12 €", False, None)]


def test_other_scripts_go_to_the_fallback():
    assert drawn("a→Ж b") == [("a", False, None), ("→Ж", True, None), (" b", False, None)]


def test_unknown_character_becomes_a_sign_that_remembers_it():
    assert drawn("a你") == [("a", False, None), (SUBSTITUTE, True, "你")]


def test_character_without_meaning_is_only_a_sign():
    assert drawn("\ue000\ud800") == [(SUBSTITUTE, True, SUBSTITUTE)] * 2


def test_empty_text_has_no_run():
    assert runs("", "regular") == ()
