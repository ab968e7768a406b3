"""« Qui a rempli quoi »: a table that two judges accept, before the signatures."""

from dataclasses import replace

import pytest

from questionnaire.documents import draw
from tests.documents.samples import AT, MINIMAL, RICH
from tests.pdf_validation import page_faults, structure_of, text_of, verapdf_faults

ROWS = (("La mission", "Ana Bellec, Luc Marin", "02/03/2026"), ("Les souhaits", "Luc Marin", "01/03/2026"))
HELPERS = ("Claire Petit, assistante sociale (lecture, saisie)", "Un interprète (reformulation)")
TOLD = replace(RICH, trail=ROWS, helpers=HELPERS)


@pytest.mark.jvm
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_judges_find_nothing(profile, tmp_path):
    pdf = draw(TOLD, (), at=AT)
    assert (verapdf_faults(pdf, profile), page_faults(pdf, profile, tmp_path)) == ([], [])


def test_a_document_without_trail_says_nothing_of_it():
    assert "Qui a rempli quoi" not in text_of(draw(MINIMAL, (), at=AT))


def test_helpers_are_told_even_without_rows():
    assert "Rempli avec l’aide de : Un interprète (reformulation)." in text_of(
        draw(replace(MINIMAL, helpers=HELPERS[1:]), (), at=AT)
    ).replace("\u00a0", " ")


def test_each_row_is_headed_by_its_section():
    structure = structure_of(draw(replace(MINIMAL, trail=ROWS), (), at=AT))
    part = structure.partition("Qui a rempli quoi")[2].partition("H2")[0]
    assert (part.count("TR"), part.count("TH"), part.count("TD")) == (3, 5, 4)
