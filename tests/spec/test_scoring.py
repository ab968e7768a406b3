"""Scores and charts as authors write them: what they become, and each mistake told with its place and remedy."""

from fractions import Fraction

import pytest

from questionnaire.spec import SpecError, load_text
from questionnaire.spec.faults import CATALOGUE
from questionnaire.spec.measures import Band, Criterion, two_lines

NAMES = ("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")
LEVELS = "[{name: 0, label: Zéro}, {name: 4, label: Quatre}]"
HEAD = "form: demo\ntitle: Démo\nsections:\n  - name: page\n    title: Page\n    questions:\n"
QUESTIONS = "".join(f"      - {{name: {name}, kind: rating, label: {name}, choices: {LEVELS}}}\n" for name in NAMES)
OTHERS = (
    "      - {name: mot, kind: text, label: Mot}\n"
    "      - {name: r, kind: repeat, label: R, questions: [{name: each, kind: rating, label: E, choices: "
    + LEVELS
    + "}]}\n"
)
SCORES = "scores:\n  title: Lecture\n  sectors:\n" + "".join(
    f"    - {{name: {sector}, label: Secteur {sector}, mean: [{sector}1, {sector}2], minimum: 1}}\n"
    for sector in "abcd"
)
CHARTS = "charts:\n  - name: roue\n    shape: wheel\n    title: Roue\n    label: Moi\n    quarters:\n" + "".join(
    f"      - {{sector: {sector}, criteria: [{{name: {sector}1, short: Un}}, {{name: {sector}2, short: Deux}}]}}\n"
    for sector in "abcd"
)
FORM = HEAD + QUESTIONS + OTHERS
SOUND = FORM + SCORES + CHARTS
BANDS = "  bands: [{label: Peu, below: 1.5}, {label: Assez, below: 3}, {label: Beaucoup}]\n"

CASES = {
    "unknown_rating": (SOUND.replace("mean: [a1", "mean: [a3"), 20, 42),
    "not_a_rating": (SOUND.replace("mean: [a1", "mean: [mot"), 20, 42),
    "counted_twice": (SOUND.replace("mean: [b1", "mean: [a1"), 21, 42),
    "bad_integer": (SOUND.replace("a2], minimum: 1", "a2], minimum: 3"), 20, 60),
    "bad_edge": (FORM + SCORES + BANDS.replace("3}", "1.5}"), 24, 37),
    "bad_boolean": (FORM + SCORES + "  overall: oui\n", 24, 12),
    "scores_needed": (FORM + CHARTS, 18, 5),
    "unknown_sector": (SOUND.replace("sector: a,", "sector: e,"), 30, 18),
    "four_quarters": (SOUND.rsplit("      - {sector: d", 1)[0], 25, 5),
    "not_in_sector": (SOUND.replace("criteria: [{name: a1", "criteria: [{name: mot"), 30, 39),
    "left_out": (SOUND.replace(", {name: a2, short: Deux}", ""), 30, 9),
    "off_the_rings": (SOUND.replace("{name: 4, label: Quatre}", "{name: 5, label: Cinq}"), 30, 39),
    "too_wide": (SOUND.replace("short: Un}", "short: Anticonstitutionnel}", 1), 30, 50),
    "unknown_side": (SOUND.replace("label: Moi", "label: Moi\n    side: mots"), 29, 11),
    "bad_word": (SOUND.replace("shape: wheel", "shape: whel"), 26, 12),
    "duplicate_name": (SOUND.replace("name: b, label", "name: a, label"), 21, 14),
    "nothing_to_sign": (FORM + "life: finished\nparties: {p: {role: copilote}}\ncircuit: [{party: p}]\n", 19, 11),
}


def found(text):
    with pytest.raises(SpecError) as caught:
        load_text(text)
    return caught.value.faults


@pytest.mark.parametrize("code", CASES)
def test_code_is_said_where_the_fault_is(code):
    text, line, column = CASES[code]
    fault = next(fault for fault in found(text) if fault.code == code)
    assert (fault.line, fault.column) == (line, column)
    ends = {sentence[-1] for sentence in (fault.message, fault.remedy) if sentence}
    assert (ends <= set(".?:"), "{" in str(fault), code in CATALOGUE) == (True, False, True)


def test_a_rating_of_items_counts_in_no_score():
    assert "not_a_rating" in [fault.code for fault in found(SOUND.replace("mean: [a1", "mean: [each"))]


@pytest.mark.parametrize(
    "bands",
    [
        "[{label: Peu}, {label: Assez}]",
        "[{label: Peu, below: 1}]",
        "[{label: Peu, below: un}, {label: Assez}]",
        "[{label: Peu, below: 2}, {label: Assez, below: 1}, {label: Trop}]",
    ],
)
def test_bands_that_leave_a_gap_or_overlap_are_refused(bands):
    assert [fault.code for fault in found(FORM + SCORES + f"  bands: {bands}\n")] == ["bad_edge"]


@pytest.mark.parametrize(
    "before, after, meant",
    [
        ("criteria: [{name: a1", "criteria: [{name: a11", "a1"),
        ("label: Moi", "label: Moi\n    side: mots", "mot"),
        ("overall", "overal", "overall"),
    ],
)
def test_mistyped_name_is_guessed(before, after, meant):
    text = SOUND.replace(CHARTS, "  overall: true\n" + CHARTS).replace(before, after, 1)
    assert f"«\u00a0{meant}\u00a0»" in found(text)[0].remedy


def test_scores_and_chart_are_compiled():
    form = load_text(FORM + SCORES + BANDS + "  overall: true\n" + CHARTS)
    assert form.scores is not None
    assert [(sector.name, sector.criteria, sector.minimum) for sector in form.scores.sectors][:2] == [
        ("a", ("a1", "a2"), 1),
        ("b", ("b1", "b2"), 1),
    ]
    assert [band.below for band in form.scores.bands] == [Fraction(3, 2), Fraction(3), None]
    assert isinstance(form.scores.bands[0], Band)
    assert form.scores.overall is True
    (chart,) = form.charts
    assert chart.criteria == NAMES
    assert chart.quarters[0].criteria == (Criterion("a1", "Un"), Criterion("a2", "Deux"))


def test_scores_are_optional_and_overall_is_off():
    assert load_text(FORM).scores is None
    assert load_text(FORM).charts == ()
    scores = load_text(FORM + SCORES).scores
    assert scores is not None
    assert scores.overall is False


@pytest.mark.parametrize(
    "short, lines",
    [
        ("Rôles", ("Rôles",)),
        ("Ressources mobilisées", ("Ressources", "mobilisées")),
        ("Anticonstitutionnel", None),
        ("un deux trois quatre cinq six sept", None),
    ],
)
def test_short_name_fits_on_two_lines(short, lines):
    assert two_lines(short) == lines
