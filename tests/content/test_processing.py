"""The register of processing: read from the forms and the rights."""

from pathlib import Path

import pytest

from questionnaire.config import SHIPPED_FORMS
from questionnaire.content.processing import (
    BASES,
    COLUMNS,
    consent_line,
    processing_of,
    processings,
    register,
    register_sheet,
)
from questionnaire.spec import catalogue_of, load
from questionnaire.spec.words import LEGAL_BASES

CATALOGUE = catalogue_of((SHIPPED_FORMS,))
FORMS = [form for name in sorted({each.name for each in CATALOGUE.forms}) if (form := CATALOGUE.current(name))]
CONSENT = load("tests/journeys/forms_consent/profil/1.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "rgpd" / "registre.md"


def test_every_legal_basis_has_its_words():
    assert list(BASES) == list(LEGAL_BASES)


def test_the_page_is_that_of_the_shipped_forms():
    assert PAGE.read_text() == register(FORMS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_shipped_form_says_why_and_by_which_right(form):
    told = processing_of(form)
    assert [words for words in (told.purpose, told.basis, told.people) if words == "non renseigné"] == []


def test_a_reserved_answer_is_told_with_those_who_read_it():
    told = processing_of(next(form for form in FORMS if form.name == "charte_partenariat"))
    assert told.sensitive == ("Décrivez ce lien",)
    assert told.reserved == (
        ("Décrivez ce lien", ("porteur du projet", "département qualité", "référent partenariat")),
    )


def test_what_one_rates_alone_goes_to_nobody_else():
    told = processing_of(next(form for form in FORMS if form.name == "barometre_soins"))
    assert {reader.endswith("(le sien)") for reader in told.recipients} == {True}


def test_explicit_consents_are_named_with_what_is_asked_only_then():
    ((label, asked),) = processing_of(CONSENT).consents
    assert label.startswith("J’accepte d’indiquer des informations sur ma santé")
    assert asked == ("Maladie", "Traitements", "Nom", "Hôpital")
    line = f"| Consentement explicite | {consent_line(label, asked)} |\n"
    assert (line in register([CONSENT]), line.endswith(" Le retirer efface ces réponses. |\n")) == (True, True)
    assert "Consentement explicite" not in register(FORMS)


def test_the_table_has_a_row_a_form_and_says_who_answers_for_it():
    told = processings([*FORMS, CONSENT])
    sheet = register_sheet(told, "CHU de Test")
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
    assert (sheet.columns, [row["Traitement"] for row in rows]) == (COLUMNS, [each.title for each in told])
    assert {row["Responsable de traitement"] for row in rows} == {"CHU de Test"}
    (profile,) = (row for row in rows if row["Traitement"] == "Mon profil")
    assert str(profile["Consentements explicites"]).endswith("\u00a0; Hôpital. Le retirer efface ces réponses.")
    assert (profile["Réponses réservées"], profile["Finalité"]) == ("aucune", "non renseigné")
