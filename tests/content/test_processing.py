"""The register of processing: read from the forms and the rights."""

from pathlib import Path

import pytest

from questionnaire.config import SHIPPED_FORMS
from questionnaire.content.processing import BASES, processing_of, register
from questionnaire.spec import catalogue_of
from questionnaire.spec.words import LEGAL_BASES

CATALOGUE = catalogue_of((SHIPPED_FORMS,))
FORMS = [form for name in sorted({each.name for each in CATALOGUE.forms}) if (form := CATALOGUE.current(name))]
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
