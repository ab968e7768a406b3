"""The barometers on paper: the eleven criteria word for word, the wheel before its table, files that judges accept."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from questionnaire.content import PERSONAL_COPY, Issue, compose
from questionnaire.documents import draw
from questionnaire.filling import Context, fill
from questionnaire.filling.answers import from_sheet
from questionnaire.spec import load
from tests.documents.test_structure import outline
from tests.pdf_validation import page_faults, qpdf_complaints, text_of, verapdf_faults
from tests.specs.test_barometres import CRITERIA, SENTENCES, WORDING

FOLDER = Path(__file__).parents[2] / "forms_spec"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
EXAMPLES = {
    ("soins", "patient"): "patient_partenaire",
    ("soins", "professionnel"): "porteur_projet",
    ("etablissement", "professionnelle"): "professionnel_partenaire",
    ("etablissement", "representant"): "representant_usagers",
}


def content(variant, example):
    folder = FOLDER / f"barometre_{variant}"
    form = load(folder / "2026-1.yaml")
    answers, _ = from_sheet(form, json.loads((folder / "examples" / f"{example}.json").read_text(encoding="utf-8")))
    filled = fill(form, answers, Context(now=NOW, tz=UTC))
    return compose(filled, Issue("Hôpital des Deux-Rives", NOW, mentions=(PERSONAL_COPY,)))


@cache
def drawn(variant, example):
    return draw(content(variant, example), (), at=NOW)


@cache
def text(variant, example):
    return " ".join(text_of(drawn(variant, example)).replace("\u00a0", " ").split())


@pytest.mark.jvm
@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("sample", [("soins", "patient"), ("etablissement", "professionnelle")])
def test_both_judges_find_nothing(sample, profile, tmp_path):
    assert verapdf_faults(drawn(*sample), profile) == []
    assert page_faults(drawn(*sample), profile, tmp_path) == []


@pytest.mark.parametrize("sample", EXAMPLES)
def test_qpdf_has_nothing_to_say(sample, tmp_path):
    assert qpdf_complaints(drawn(*sample), tmp_path) == ""


@pytest.mark.parametrize("variant, example", EXAMPLES)
def test_criteria_are_read_back_word_for_word(variant, example):
    said = outline(content(variant, example))
    rows = [entry.removeprefix("TH ") for entry in said if entry.startswith("TH ") and entry[3].isdigit()]
    assert rows == [f"{rank}. {WORDING[variant][name]}" for rank, name in enumerate(CRITERIA, start=1)]


@pytest.mark.parametrize("variant, example", EXAMPLES)
def test_instructions_are_those_of_the_side(variant, example):
    own = SENTENCES[variant, EXAMPLES[variant, example]]
    others = [words for (each, _), words in SENTENCES.items() if each == variant and words != own]
    assert own in text(variant, example)
    assert [words for words in others if words in text(variant, example)] == []


@pytest.mark.parametrize("variant, example", EXAMPLES)
def test_wheel_is_followed_by_its_table_then_by_its_scores(variant, example):
    said = outline(content(variant, example))
    order = [
        next(rank for rank, entry in enumerate(said) if entry.startswith(opening))
        for opening in ("H2 Votre baromètre", "Figure ", "P Les mêmes valeurs", "P Baromètre de la", "H2 Lecture")
    ]
    assert order == sorted(order)


def test_copy_says_that_it_is_personal_and_what_is_rebuilt():
    said = text("soins", "patient")
    assert PERSONAL_COPY in said
    assert "Répartition des critères reconstituée" in said
    assert "La répartition des critères par secteur est reconstituée." in said


def test_what_was_declined_is_a_dash_and_its_sector_is_not_calculated():
    said = outline(content("soins", "patient"))
    row = said.index("TH 9. Partager les rôles et les responsabilités")
    assert said[row + 1] == "TD –"
    assert "non calculé" in text("soins", "patient")


def test_a_remark_stands_under_the_criterion_that_it_is_about():
    said = [entry.partition(" ")[2] for entry in outline(content("soins", "professionnel"))]
    place = said.index("L’atelier du matin a été choisi avant d’en parler avec Odette.")
    assert said[place - 3 : place] == [
        "Explorer conjointement toutes les options possibles",
        "2 – Consultation",
        "Un exemple, un commentaire",
    ]
