"""Scores and their place in a document, on a tiny form with and without what is optional."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from questionnaire.content import Heading, Issue, Reply, compose
from questionnaire.content.scoring import ScoreLine, score_lines
from questionnaire.content.wheel import Wheel
from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load_text
from tests.spec.test_scoring import BANDS, CHARTS, FORM, SCORES

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
WHOLE = FORM + SCORES + BANDS + "  overall: true\n" + CHARTS
PLAIN = FORM + SCORES
ALL = {"a1": 4, "a2": 4, "b1": 0, "c1": 4, "d1": 0, "d2": 4}


def filled(text, **sheet):
    form = load_text(text)
    answers, problems = from_sheet(form, sheet)
    assert problems == ()
    return fill(form, answers, Context(now=NOW, tz=UTC))


def blocks_of(done):
    return compose(done, Issue("Hôpital", NOW)).blocks


def kinds_of(blocks):
    return [block.text if isinstance(block, Heading) else type(block).__name__ for block in blocks]


def test_overall_score_counts_each_sector_the_same():
    assert score_lines(filled(WHOLE, **ALL))[-1] == ScoreLine("Ensemble des secteurs", "2,5", "Assez")


def test_overall_score_exists_only_if_every_sector_has_one():
    partial = {name: value for name, value in ALL.items() if name != "c1"}
    assert score_lines(filled(WHOLE, **partial))[-1] == ScoreLine("Ensemble des secteurs", "–", "non calculé")


def test_without_bands_a_score_is_its_figure():
    lines = score_lines(filled(PLAIN, **ALL))
    assert [line.said for line in lines] == ["4,0", "0,0", "4,0", "2,0"]


def test_score_reads_as_figure_then_words_and_absent_as_words_alone():
    lines = score_lines(filled(WHOLE, a1=4))
    assert [line.said for line in lines][:2] == ["4,0\u00a0– Beaucoup", "non calculé"]


def test_form_without_scores_has_no_line():
    assert score_lines(filled(FORM)) == ()


@pytest.mark.parametrize(
    "text, ending",
    [(WHOLE, ["Roue", "Wheel", "Lecture", *["Reply"] * 5]), (PLAIN, ["Lecture", *["Reply"] * 4]), (FORM, ["Reply"])],
)
def test_ordinary_document_ends_with_charts_and_scores(text, ending):
    assert kinds_of(blocks_of(filled(text, a1=4)))[-len(ending) :] == ending


BAROMETER = (
    WHOLE.replace(
        "sections:\n", "sections:\n  - {name: avant, title: Avant, questions: [{name: qui, kind: text, label: Q}]}\n"
    )
    + "document: {layout: barometer}\n"
)
REMARKED = BAROMETER.replace(
    "      - {name: a2,",
    "      - {name: a1_mot, kind: text, appearance: folded, label: Un exemple}\n      - {name: a2,",
)


def test_barometer_puts_the_wheel_and_the_scores_before_the_remarks():
    blocks = blocks_of(filled(BAROMETER, qui="Odette", mot="Merci", **ALL))
    assert kinds_of(blocks) == ["Avant", "Reply", "Roue", "Wheel", "Lecture", *["Reply"] * 5, "Page", "Reply"]
    assert blocks[-1].label == "Mot"


def test_barometer_says_a_rating_again_only_with_the_remark_made_of_it():
    blocks = blocks_of(filled(REMARKED, a1_mot="À deux.", **ALL))
    after = blocks[kinds_of(blocks).index("Page") + 1 :]
    assert [(block.label, block.lines) for block in after] == [
        ("a1", ("4\u00a0– Quatre",)),
        ("Un exemple", ("À deux.",)),
    ]


def test_barometer_without_remark_ends_with_its_scores():
    assert kinds_of(blocks_of(filled(BAROMETER, **ALL)))[-6:] == ["Lecture", *["Reply"] * 5]


def test_wheel_shows_what_was_answered():
    wheel = next(block for block in blocks_of(filled(BAROMETER, **ALL)) if isinstance(block, Wheel))
    assert [row.cells[0].text for row in wheel.table.rows[:3]] == ["4,0", "4", "4"]
    assert replace(wheel, caption="") == wheel
    assert isinstance(blocks_of(filled(FORM, mot="x"))[-1], Reply)
