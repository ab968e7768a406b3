"""Texts that answers change: what people read, on pages and on paper, whatever is answered."""

import pytest

from questionnaire.content import describe
from questionnaire.content.blocks import Heading
from questionnaire.filling import frozen_sheet
from questionnaire.spec.codebook import codebook, said
from tests.filling.building import filled, tiny

FORM = tiny("wording")
ANA = {"_key": "a", "m_prenom": "Ana", "m_age": 12}
YVES = {"_key": "y", "m_prenom": "Yves", "m_age": 40}


def read(sheet, *names):
    done = filled(FORM, sheet)
    return [done.wording.say(done.form.questions[name].label) for name in names]


def follow_up(sheet):
    done = filled(FORM, sheet)
    section = done.form.sections[1]
    return done.wording.say(section.title), done.wording.say(section.description)


@pytest.mark.parametrize(
    "sheet, title",
    [
        ({}, "Seul"),
        ({"membre": [ANA]}, "Avec Ana"),
        ({"membre": [ANA, YVES]}, "Avec 2 personnes"),
    ],
)
def test_title_of_a_section_is_the_variant_whose_condition_holds_first(sheet, title):
    assert follow_up(sheet)[0] == title


@pytest.mark.parametrize(
    "sheet, line",
    [
        ({}, "La personne compte ans et aucun usage."),
        ({"civilite": "f", "age": 0}, "Elle compte moins d’un an et aucun usage."),
        ({"civilite": "m", "age": 1, "usages": ["soin"]}, "Il compte 1 an et un usage."),
        ({"civilite": "m", "age": 2, "usages": ["avis", "soin"]}, "Il compte 2 ans et 2 usages."),
    ],
)
def test_line_agrees_with_numbers_and_options(sheet, line):
    assert " ".join(follow_up(sheet)[1].split()) == line


def test_label_hint_and_easier_words_have_variants():
    question = FORM.questions["accord"]
    for sheet, words in (
        (
            {"civilite": "f", "age": 12, "prenom": "Élise"},
            ("Êtes-vous prête\u00a0?", "Demande à Élise, ou au patient partenaire.", "Tu veux bien\u00a0?"),
        ),
        (
            {"age": 30, "prenom": "le tuteur"},
            ("Êtes-vous prêt\u00a0?", "Demandez au tuteur.", "Vous voulez bien\u00a0?"),
        ),
    ):
        say = filled(FORM, sheet).wording.say
        assert (say(question.label), say(question.hint), say(question.easy.label if question.easy else None)) == words


def test_rows_of_a_grid_have_variants():
    assert (read({"age": 12}, "ecoute"), read({}, "ecoute")) == (["On t’écoute"], ["On vous écoute"])


def test_each_item_has_its_own_words():
    done = filled(FORM, {"prenom": "Hélène", "membre": [ANA, YVES]})
    label = FORM.questions["m_avis"].label
    assert [done.wording.item_title("membre", key, 1) for key in "ay"] == ["Le jeune Ana", "Yves"]
    assert [done.wording.say(label, "membre", key) for key in "ay"] == [
        "Que penses-tu d’Hélène\u00a0?", "Que pensez-vous d’Hélène\u00a0?",
    ]  # fmt: skip
    assert done.wording.say(FORM.questions["m_age"].label, "membre", "a") == "Âge d’Ana"


def test_paper_says_what_was_read_and_the_frozen_document_keeps_why():
    done = filled(FORM, {"civilite": "f", "membre": [ANA], "accord": "oui"})
    assert [block.text for block in describe(done) if isinstance(block, Heading) and block.level == 2] == [
        "Équipe", "Avec Ana",
    ]  # fmt: skip
    sheet = frozen_sheet(done)
    assert (sheet["suite_title_variant"], sheet["accord_label_variant"]) == ("v2", "v1")
    assert sheet["membre"][0]["membre_item_label_variant"] == "v1"


def test_codebook_names_what_chose_and_says_the_usual_words():
    entries = {entry.path: (entry.kind, entry.label) for entry in codebook(FORM)}
    assert entries["accord"] == ("yes_no", "Êtes-vous prêt\u00a0?")
    assert entries["accord_label_variant"] == ("hidden", "Variante de «\u00a0label\u00a0»")
    assert said(FORM.sections[1].title) == "Avec … personnes"
