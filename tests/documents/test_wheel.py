"""The wheel on paper: one figure told in words, then its table, in a file that both judges accept."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pikepdf import Pdf

from questionnaire.content.blocks import Content, Heading
from questionnaire.content.wheel import Series, compose_wheel
from questionnaire.documents import draw
from questionnaire.results import profile_of
from tests.content.wheels import CAPTION, LEVELS, QUARTERS, TITLE, TOGETHER, USER, example
from tests.documents.samples import AT, UNSIGNED
from tests.documents.test_structure import outline
from tests.pdf_validation import page_faults, qpdf_complaints, text_of, verapdf_faults
from tests.results.barometer import PATIENT, PROFESSIONAL, SECTORS

FAR_APART = ("ensemble 3,0", "4 Partenariat", "Les mêmes valeurs en tableau", "11. Évaluer")

SAMPLES = {
    "whole": example(),
    "joint": example(TOGETHER),
    "several": example(Series("user", "Patients", profile_of([PATIENT, PROFESSIONAL], SECTORS)), TOGETHER),
    "empty": compose_wheel(TITLE, QUARTERS, [], levels=LEVELS),
    "bare": replace(example(USER), caption="", key=replace(example(USER).key, levels=())),
}


def content_of(sample: str) -> Content:
    return replace(UNSIGNED, blocks=(Heading(2, "Comparer nos estimations"), SAMPLES[sample]))


@cache
def drawn(sample: str) -> bytes:
    return draw(content_of(sample), (), at=AT)


@pytest.mark.jvm
@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_both_judges_find_nothing(sample, profile, tmp_path):
    assert verapdf_faults(drawn(sample), profile) == []
    assert page_faults(drawn(sample), profile, tmp_path) == []


def test_empty_wheel_has_no_table():
    said = text_of(drawn("empty"))
    assert ("Les niveaux" in said, "Lire la roue" in said, "Les mêmes valeurs" in said) == (True, False, False)


def test_qpdf_has_nothing_to_say(tmp_path):
    assert qpdf_complaints(drawn("whole"), tmp_path) == ""


def test_picture_is_one_figure_told_in_words_within_its_bounds():
    with Pdf.open(BytesIO(drawn("whole"))) as pdf:
        kids = pdf.Root.StructTreeRoot.K.K
        figure = next(kid for kid in kids if kid.S == "/Figure")
        left, bottom, right, top = map(float, figure.A.BBox)
        assert str(figure.Alt) == f"{TITLE}. {example().description}"
        assert (right - left) / (top - bottom) == pytest.approx(810 / 632, rel=1e-3)


def test_key_table_and_caption_are_read_after_the_picture():
    said = outline(content_of("whole"))
    start = next(place for place, entry in enumerate(said) if entry.startswith("Figure "))
    assert said[start - 1] == f"P {TITLE}"
    assert said[start + 1 : start + 4] == ["P Lire la roue", "LBody Professionnel, Amina", "LBody Patient, Jean-Marc"]
    assert said[start + 15 : start + 26] == [
        "P Les mêmes valeurs en tableau",
        "TH Critère",
        "TH Professionnel",
        "TH Patient",
        "TH Ensemble",
        "TH Écart",
        "TH Co-expression",
        "TD 3,5",
        "TD 2,5",
        "TD 3,0",
        "TD +1,0 à regarder",
    ]
    assert said[-1] == f"P {CAPTION}".replace("\u00a0", " ")


def test_each_criterion_is_one_row():
    said = outline(content_of("whole"))
    row = said.index("TH 5. Formuler conjointement les objectifs prioritaires")
    assert said[row + 1 : row + 5] == ["TD 3", "TD 1", "TD 2", "TD +2 à discuter en priorité"]


def test_names_and_joint_scores_stand_in_the_picture():
    picture = next(entry for entry in outline(content_of("whole")) if entry.startswith("Figure "))
    assert "Points de vue" in picture
    assert "ensemble 1,3" in picture


def test_side_of_several_says_how_many_persons_count():
    assert "TD 2,0 sur 1 de 2" in outline(content_of("several"))


def test_table_of_one_source_compares_nothing():
    said = outline(content_of("joint"))
    heads = said.index("TH Critère")
    assert said[heads : heads + 4] == ["TH Critère", "TH Ensemble", "TH Co-expression", "TD 3,0"]


def test_levels_and_caption_are_left_out_where_there_are_none():
    text = text_of(drawn("bare"))
    assert "Les niveaux" not in text
    assert "CRIAPS" not in text


def test_picture_and_key_share_a_page_and_so_do_the_rows_of_the_table():
    pages = text_of(drawn("whole")).split("\f")
    places = [[page for page, text in enumerate(pages) if words in text] for words in FAR_APART]
    assert places == [[1], [1], [2], [2]]
