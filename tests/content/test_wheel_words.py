"""What the wheel says in words and figures: table, key, description."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.content.wheel import Series
from questionnaire.content.wheel.figures import shown, shown_gap, shown_rating
from questionnaire.results import profile_of
from tests.content.wheels import LEVELS, PRO, TOGETHER, USER, example
from tests.results.barometer import CRITERIA, PATIENT, PROFESSIONAL, SECTORS

SILENT = Series("user", "Patient", profile_of([dict.fromkeys(CRITERIA)], SECTORS))


@pytest.mark.parametrize(
    "score,text",
    [(None, "–"), (Fraction(8, 3), "2,7"), (Fraction(2), "2,0"), (Fraction(5, 4), "1,3"), (Fraction(79, 20), "4,0")],
)
def test_score_is_shown_with_one_decimal_half_up(score, text):
    assert shown(score) == text


@pytest.mark.parametrize("score,text", [(None, "–"), (Fraction(0), "0"), (Fraction(3), "3"), (Fraction(7, 3), "2,3")])
def test_rating_is_shown_as_a_level_where_it_is_one(score, text):
    assert shown_rating(score) == text


@pytest.mark.parametrize(
    "gap,levels,text",
    [
        (Fraction(2), True, "+2"),
        (Fraction(-1), True, "−1"),
        (Fraction(0), True, "0"),
        (Fraction(1), False, "+1,0"),
        (Fraction(-2, 3), True, "−0,7"),
        (Fraction(1, 30), False, "0,0"),
    ],
)
def test_gap_is_shown_with_its_sign(gap, levels, text):
    assert shown_gap(gap, levels=levels) == text


@given(st.fractions(-4, 4))
def test_gap_reads_the_same_in_both_directions(gap):
    assert shown_gap(gap, levels=False).lstrip("+−") == shown_gap(-gap, levels=False).lstrip("+−")


def test_table_says_the_worked_example():
    rows = [
        (row.label[:16], *(cell.text for cell in row.cells), row.gap and row.gap.text) for row in example().table.rows
    ]
    assert rows == [
        ("Co-expression", "3,5", "2,5", "3,0", "+1,0 à regarder"),
        ("1. Solliciter et", "4", "2", "3", "+2 à discuter en priorité"),
        ("2. Partager des ", "3", "3", "3", "0 proches"),
        ("Co-construction", "2,7", "2,0", "2,3", "+0,7 proches"),
        ("3. Mobiliser les", "3", "3", "3", "0 proches"),
        ("4. Explorer conj", "2", "–", "2", "sans réponse"),
        ("5. Formuler conj", "3", "1", "2", "+2 à discuter en priorité"),
        ("Co-décision", "2,7", "1,3", "2,0", "+1,3 à regarder"),
        ("6. Fixer conjoin", "3", "1", "2", "+2 à discuter en priorité"),
        ("7. Élaborer conj", "2", "1", "1", "+1 à regarder"),
        ("8. Promouvoir le", "3", "2", "3", "+1 à regarder"),
        ("Co-mise en œuvre", "2,0", "–", "1,3", "non calculé"),
        ("9. Partager les ", "3", "–", "2", "sans réponse"),
        ("10. Exercer un l", "2", "1", "1", "+1 à regarder"),
        ("11. Évaluer conj", "1", "–", "1", "sans réponse"),
    ]


def test_table_points_at_what_to_discuss_first():
    first = [row.label.partition(".")[0] for row in example().table.rows if row.gap and row.gap.first]
    assert first == ["1", "5", "6"]


def test_table_of_one_source_compares_nothing():
    table = example(TOGETHER).table
    assert (table.gap_head, [head.label for head in table.heads]) == ("", ["Ensemble"])
    assert {row.gap for row in table.rows} == {None}


def test_sector_of_a_side_says_how_many_persons_it_counts():
    several = Series("user", "Patients", profile_of([PATIENT, PROFESSIONAL], SECTORS))
    notes = [row.cells[0].note for row in example(several).table.rows if row.kind == "sector"]
    assert notes == ["sur 2 de 2", "sur 2 de 2", "sur 2 de 2", "sur 1 de 2"]


def test_key_shows_the_signs_of_all_three():
    key = example().key
    assert [(entry.kind, entry.label, entry.who) for entry in key.entries] == [
        ("source", "Professionnel", "Amina"),
        ("source", "Patient", "Jean-Marc"),
        ("source", "Ensemble", ""),
        ("together", "Les trois au même endroit", ""),
        ("watch", "Écart à regarder", ""),
        ("discuss", "Écart à discuter en priorité", ""),
        ("arc", "Score du secteur, ensemble", ""),
    ]
    assert key.levels == LEVELS


def test_key_shows_only_what_may_stand_on_the_wheel():
    assert [entry.label for entry in example(USER).key.entries] == ["Patient"]


def test_description_says_what_to_look_at_first():
    assert example().description == (
        "Roue de quatre secteurs (Co-expression, Co-construction, Co-décision, Co-mise en œuvre) et 11 critères, "
        "de 0 au centre à 4 au bord. À discuter en priorité\u00a0: critères 1, 5 et 6. "
        "Les mêmes valeurs sont dans le tableau qui suit."
    )


def test_description_without_gap_to_discuss_says_so():
    assert "Aucun écart à discuter en priorité." in example(PRO, SILENT).description


def test_description_of_one_gap_names_one_criterion():
    near = Series("user", "Patient", profile_of([PROFESSIONAL | {"c1": 0}], SECTORS))
    assert "À discuter en priorité\u00a0: critère 1." in example(PRO, near).description


def test_description_of_one_source_speaks_of_no_gap():
    assert "discuter" not in example(USER).description
