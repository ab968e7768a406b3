"""The structure of a file, as poppler reads it: right elements, right order, each text once."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Dictionary, Pdf

from questionnaire.content.blocks import Card, Clause, Heading, Prompt, Reply
from questionnaire.documents import draw
from tests.documents.samples import AT, BOXES, EVIDENCE, MINIMAL, RICH, UNSIGNED
from tests.pdf_validation import structure_of

SMALL = replace(RICH, blocks=(Heading(2, "Identité"), Reply("Champ", ("Sanitaire",))), footer=("Source",))


WHERE = "partenariat.hopital.example/verifier"
TO_GIVE = (
    " et donnez la référence FP-2026-0031 suivie du code de contrôle K7QM-2VXN-P4TA-9. "
    "Vous y lirez qui a signé, et l’empreinte à comparer avec celle de votre fichier."
)


def outline(content) -> list[str]:
    """Tag of each element that holds text, with its text; attributes left out."""
    lines = structure_of(draw(content, (), at=AT)).splitlines()
    found: list[str] = []
    for line in lines:
        if text := re.fullmatch(r'\s*"(.*)"', line):
            found[-1] += f" {text[1]}"
        elif not line.strip().startswith("/"):
            found.append(line.split()[0].rstrip(":"))
    return [entry for entry in found if " " in entry]


def test_elements_are_read_in_order():
    assert outline(SMALL)[:10] == [
        "P Hôpital des Deux-Rives",
        "P FP-2026-0031",
        "P Version 2026-1, 9 novembre 2026",
        "P Fiche projet en partenariat",
        "H1 Préparer ensemble le retour à domicile après un AVC",
        "P Aperçu – non signé",
        "H2 Identité",
        "Lbl Champ",
        "P Sanitaire",
        "H2 Signatures",
    ]


def test_last_page_is_read_in_order():
    assert outline(replace(SMALL, blocks=(), evidence=EVIDENCE[:1], signatures=BOXES[:1]))[6:] == [
        "H2 Signatures",
        "P Signature électronique simple",
        "P Chaque personne signe dans sa case. Le cachet de l’établissement clôt ensuite le document.",
        "P Signature",
        "P Amina Haddad, porteur du projet",
        "H3 Identité du document",
        "TH Formulaire",
        "TD Fiche projet en partenariat, version 2026-1",
        "TH Code de contrôle",
        "TD K7QM-2VXN-P4TA-9",
        "H3 Vérifier ce document",
        "P Photographiez ce code, ou allez à ",
        f"Link {WHERE}",
        f"Object {TO_GIVE}",
        "Figure ",
        "P Source",
    ]


def test_identity_is_a_table_with_row_heads():
    said = outline(replace(UNSIGNED, evidence=EVIDENCE[:1]))
    assert said[-2:] == ["TH Formulaire", "TD Fiche projet en partenariat, version 2026-1"]


def test_chosen_options_are_a_list():
    said = outline(replace(UNSIGNED, blocks=(Reply("Q", ("Un", "Deux"), "below", entries=True),)))
    assert said[-5:] == ["P Q", "Lbl –", "LBody Un", "Lbl –", "LBody Deux"]


def test_sentences_are_paragraphs():
    said = outline(replace(UNSIGNED, blocks=(Reply("Q", ("Oui.", "Non."), "below"),)))
    assert said[-3:] == ["P Q", "P Oui.", "P Non."]


def test_confirmed_clause_is_a_text_then_a_ticked_box():
    said = outline(replace(UNSIGNED, blocks=(Clause("B5. Respecter.", "Je m’y engage."),)))
    assert said[-3:] == ["P B5. Respecter.", "Figure ", "LBody Je m’y engage."]


@pytest.mark.parametrize("ticked,alt", [(True, "Case cochée"), (False, "Case à cocher")])
def test_box_says_whether_it_is_ticked(ticked, alt):
    pdf = draw(replace(UNSIGNED, blocks=(Clause("", "Je m’y engage.", ticked),)), (), at=AT)
    with Pdf.open(BytesIO(pdf)) as opened:
        alts = [str(thing.Alt) for thing in opened.objects if isinstance(thing, Dictionary) and "/Alt" in thing]
    assert alts == [alt]


def test_question_to_answer_by_hand_is_read_with_its_options():
    prompt = Prompt("Rôle", "(obligatoire)", ("Plusieurs réponses possibles.",), ("Un", "Deux"))
    said = outline(replace(UNSIGNED, blocks=(prompt,)))
    assert said[-6:] == [
        "P Rôle (obligatoire)",
        "P Plusieurs réponses possibles.",
        "Figure ",
        "LBody Un",
        "Figure ",
        "LBody Deux",
    ]


def test_unit_of_what_is_written_by_hand_is_read():
    said = outline(replace(UNSIGNED, blocks=(Prompt("Début", "", rows=1, unit="jj/mm/aaaa"),)))
    assert said[-2:] == ["P Début", "P jj/mm/aaaa"]


def test_box_to_sign_with_a_pen_is_no_field():
    box = replace(MINIMAL.signatures[0], field="")
    said = outline(replace(MINIMAL, signatures=(box,)))
    assert said[-4:] == [
        "P Chaque personne écrit son nom et la date, puis signe dans sa case.",
        "P Signature",
        "P Amina Haddad, porteur du projet",
        "P Nom, date :",
    ]
    assert "Form" not in structure_of(draw(replace(MINIMAL, signatures=(box,)), (), at=AT))


def test_title_of_a_card_is_one_level_below_the_last_heading():
    cards = (Card("Ada", (Card("Dedans", ()),)), Card("Bob", (Reply("Q", ("R",)),)))
    said = outline(replace(UNSIGNED, blocks=(Heading(2, "A"), *cards)))
    assert said[-6:] == ["H2 A", "H3 Ada", "H4 Dedans", "H3 Bob", "Lbl Q", "P R"]


def test_foot_is_read_once_at_the_end():
    said = outline(replace(RICH, blocks=RICH.blocks[:9], footer=("Source du texte", "Droits")))
    assert said[-2:] == ["P Source du texte", "P Droits"]
    assert len([line for line in said if "Source du texte" in line]) == 1


def test_each_box_is_a_form_element():
    text = structure_of(draw(MINIMAL, (), at=AT))
    assert [line.strip() for line in text.splitlines() if line.strip().startswith("Form")] == ["Form"]
