"""The whole content of a document."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from questionnaire.content import (
    FOOTNOTE,
    SIMPLE_SIGNATURE,
    Evidence,
    Issue,
    SignatureBox,
    compose,
    describe,
    footer,
    subject,
)
from questionnaire.spec import Paper
from questionnaire.spec.text_reading import parse_text
from tests.filling.building import FICHE, filled, tiny
from tests.journeys.house import example

FROZEN = datetime(2026, 11, 9, 23, 30, tzinfo=UTC)
OUTSIDE = Issue("Hôpital des Deux-Rives", FROZEN)
BOX = SignatureBox("signature_1", "Signature", "Porteur du projet")
INSIDE = Issue(
    "Hôpital des Deux-Rives",
    FROZEN,
    reference="FP-2026-0001",
    control_code="ABCD-EFGH",
    verify_url="https://example.org/v",
    mentions=("Copie",),
    signatures=(BOX,),
)


def test_document_carries_its_body_and_its_form():
    form = filled(FICHE, example("complete"))
    content = compose(form, OUTSIDE)
    assert (content.blocks, content.form_title, content.form_version) == (
        describe(form),
        "Fiche projet en partenariat",
        "2026-1",
    )


def test_day_is_that_of_the_establishment():
    content = compose(filled(tiny("text"), {}), OUTSIDE)
    assert (content.day, content.language) == (date(2026, 11, 10), "fr-FR")


def test_document_of_an_installation_carries_its_names():
    content = compose(filled(tiny("text"), {}), INSIDE)
    assert (content.reference, content.control_code, content.verify_url, content.mentions, content.signatures) == (
        "FP-2026-0001",
        "ABCD-EFGH",
        "https://example.org/v",
        ("Copie",),
        (BOX,),
    )


def test_level_of_signature_is_told_where_somebody_signs():
    form = filled(tiny("text"), {})
    assert [compose(form, issue).signature_level for issue in (OUTSIDE, INSIDE)] == ["", SIMPLE_SIGNATURE]


def test_evidence_of_a_copy_drawn_outside():
    form = tiny("text")
    assert compose(filled(form, {}), OUTSIDE).evidence == (
        Evidence("Formulaire", f"Texte, version {form.version}"),
        Evidence("Empreinte du formulaire (SHA-256)", form.digest),
        Evidence("Contenu arrêté le", "10/11/2026 à 00:30"),
        Evidence("Référence", "Sans référence"),
        Evidence("Contenu joint", "Réponses, version du formulaire, journal"),
    )


def test_evidence_of_a_registered_document():
    rows = {row.label: row.value for row in compose(filled(tiny("text"), {}), INSIDE).evidence}
    assert (rows["Référence"], rows["Code de contrôle"]) == ("FP-2026-0001", "ABCD-EFGH")


@pytest.mark.parametrize(
    "sheet,title", [({"sujet": "Le retour"}, "Le retour"), ({}, "Circuit"), ({"sujet": ""}, "Circuit")]
)
def test_document_is_called_by_its_subject_else_by_its_form(sheet, title):
    form = filled(tiny("circuit"), sheet)
    assert (subject(form), compose(form, OUTSIDE).title) == (title, title)


def test_form_without_subject_gives_its_title():
    assert subject(filled(tiny("text"), {"nom": "Ana"})) == "Texte"


def test_foot_says_footnote_source_rights_and_standing():
    lines = footer(filled(FICHE, {}))
    assert (lines[0], len(lines), lines[1].startswith("Trame établie"), lines[2:]) == (
        FOOTNOTE,
        4,
        True,
        (
            "Les textes cités appartiennent à leurs auteurs.",
            "Trame proposée – à adapter par l’établissement",
        ),
    )


def test_first_page_says_it_all_and_the_following_ones_where_it_is_said():
    footnote, source, *_ = footer(filled(FICHE, {}))
    content = compose(filled(FICHE, {}), OUTSIDE)
    standing = "Trame proposée – à adapter par l’établissement."
    assert content.footer == (footnote, f"{source} Les textes cités appartiennent à leurs auteurs. {standing}")
    assert content.running == (footnote, f"{standing} Source et droits\u00a0: voir page 1.")


def test_foot_of_a_form_that_says_nothing_of_itself_is_the_footnote():
    content = compose(filled(tiny("text"), {}), OUTSIDE)
    assert (content.footer, content.running) == ((FOOTNOTE,), (FOOTNOTE,))


@pytest.mark.parametrize(
    "status,lines",
    [
        ("definitif", ()),
        ("non_definitif", ("Document non définitif",)),
        ("trame_proposee", ("Trame proposée – à adapter par l’établissement",)),
    ],
)
def test_standing_of_the_text(status, lines):
    assert footer(filled(replace(tiny("text"), status=status), {}))[1:] == lines


def test_mention_of_the_form_stands_first():
    form = replace(tiny("text"), paper=Paper(layout="charter", mention=parse_text("Projet de charte")))
    content = compose(filled(form, {}), INSIDE)
    assert (content.layout, content.mentions) == ("charter", ("Projet de charte", "Copie"))
