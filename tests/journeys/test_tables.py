"""Grids, tables and long lists, with and without script: a row a question, a row an item, nothing typed lost."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, redrawn, ticked, typed

TEMPLATES = re.compile(r"<template>(.*?)</template>", re.DOTALL)


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_tables"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "bilan")


@pytest.fixture
def avis(nadia: Visitor, draft: str) -> Tab:
    """The page of the grids."""
    return Tab(nadia, f"{draft}/parties/avis/")


@pytest.fixture
def moyens(nadia: Visitor, draft: str) -> Tab:
    """The page of the table."""
    return Tab(nadia, f"{draft}/parties/moyens/")


@pytest.fixture
def lieux(nadia: Visitor, draft: str) -> Tab:
    """The page of the long lists, hours and texts."""
    return Tab(nadia, f"{draft}/parties/lieux/")


def items(page: Page) -> list[str]:
    """The rows of the table."""
    return re.findall(r'value="remove:([^"]+)"', page.text)


def heads(page: Page) -> list[str]:
    """The words at the head of its columns."""
    return [plain(head) for head in re.findall(r'<th scope="col">(.*?)</th>', page.text)]


@pytest.mark.parametrize("htmx", [False, True])
def test_each_row_of_a_grid_is_an_answer(avis, htmx):
    avis.post({"ecoute": "3"}, htmx=htmx)
    avis.post({"parole": "nsp"}, htmx=htmx)
    page = avis.load()
    assert (ticked(page, "ecoute"), ticked(page, "parole")) == (["3"], ["nsp"])


def test_row_appears_alone_when_its_condition_holds(avis):
    reply = avis.leave_field({"parole": "1"})
    assert [id_ for id_ in redrawn(reply) if id_.startswith("question-")] == ["question-suite"]
    (row,) = TEMPLATES.findall(reply.text)  # a browser drops a row that stands outside of any table
    assert plain(row).startswith("vos idées ont été reprises")


def test_grid_appears_whole_and_goes_whole(avis):
    shown = avis.leave_field({"ecoute": "2"})
    assert "question-habitudes" in redrawn(shown)
    assert 'name="relu"' in shown.text
    assert 'id="question-habitudes" hidden' in avis.leave_field({"ecoute": "0"}).text


def test_answer_taken_back_without_script_leaves_its_row_blank(avis):
    avis.submit({"ecoute": "2"}, "stay")
    avis.submit({"ecoute": ""}, "stay")
    assert ticked(avis.page, "ecoute") == []


def test_row_still_to_answer_is_said_in_its_row(avis):
    page = avis.load("?corriger=oui")
    assert beside(page, "q-ecoute") == "Choisissez une réponse."


def test_mark_that_is_none_is_said_in_its_row(avis):
    reply = avis.leave_field({"ecoute": "9"})
    assert (reply.status, 'id="q-ecoute-error"' in reply.text) == (422, True)


def test_rows_of_a_table_are_filled_all_at_once(moyens):
    moyens.submit({}, "add:depense")
    moyens.submit({}, "add:depense")
    one, two = items(moyens.page)
    moyens.submit({f"{one}.quoi": "Papier", f"{two}.quoi": "Salle", f"{two}.montant": "300"}, "stay")
    page = moyens.load()
    assert [typed(page, f"{path}.quoi") for path in (one, two)] == ["Papier", "Salle"]
    assert typed(page, f"{two}.montant") == "300"


def test_columns_are_called_as_their_questions(moyens):
    moyens.submit({}, "add:depense")
    assert heads(moyens.page) == ["Ligne", "Intitulé", "Montant", "Payée le jj/mm/aaaa", "Payée", "Rythme"]


def test_every_cell_is_called_by_its_column_and_its_row(moyens):
    moyens.submit({}, "add:depense")
    (path,) = items(moyens.page)
    moyens.submit({f"{path}.quoi": "Papier"}, "stay")
    labels = re.findall(r'<label class="label" for="q-depense[^"]*">(.*?)</label>', moyens.page.text)
    assert [plain(label) for label in labels] == [
        "Intitulé : Papier",
        "Montant : Papier (facultatif)",
        "Payée le : Papier (facultatif)",
        "Payée : Papier (facultatif)",
    ]


def test_rows_are_moved_and_removed(moyens):
    for _ in range(3):
        moyens.submit({}, "add:depense")
    one, two, three = items(moyens.page)
    moyens.submit({}, f"up:{three}")
    assert items(moyens.page) == [one, three, two]
    moyens.submit({}, f"remove:{one}")
    moyens.visitor.post(f"{moyens.url}retirer", {"element": one})
    assert items(moyens.load()) == [three, two]


def test_cell_left_is_saved_and_a_cell_appears_beside(moyens):
    moyens.submit({}, "add:depense")
    (path,) = items(moyens.page)
    reply = moyens.leave_field({f"{path}.payee": "oui"})
    cell = "question-" + path.replace("[", "-").replace("]", "") + "-rythme"
    assert cell in redrawn(reply)
    assert ('<option value="oui" selected>' in moyens.load().text) is True


def test_mistake_of_a_cell_is_said_in_the_cell_and_kept(moyens):
    moyens.submit({}, "add:depense")
    (path,) = items(moyens.page)
    page = moyens.submit({f"{path}.montant": "-3"}, "stay")
    control = "q-" + path.replace("[", "-").replace("]", "") + "-montant"
    assert (page.status, beside(page, control)) == (422, "Indiquez au moins 0 €.")
    assert typed(page, f"{path}.montant") == "-3"


def test_long_list_is_an_ordinary_list_without_script(lieux):
    lieux.submit({"departement": "05", "autres": ["01", "13"]}, "stay")
    page = lieux.load()
    assert re.findall(r'<option value="(\w+)" selected>', page.text) == ["05"]
    assert ticked(page, "autres") == ["01", "13"]
    assert len(re.findall(r"<select[^>]* data-long>|<div[^>]* data-long>", page.text)) == 2


def test_hours_outside_their_bounds_are_said(lieux):
    page = lieux.submit({"debut": "9h", "fin": "8h30"}, "stay")
    assert beside(page, "q-fin") == "Indiquez une heure à partir de 09:00."


@pytest.mark.parametrize("htmx", [False, True])
def test_what_is_typed_beyond_the_limit_is_kept(lieux, htmx):
    text = "m" * 125
    reply = lieux.post({"remarque": text}, htmx=htmx)
    assert "Ce texte dépasse de 5 caractères" in reply.text
    assert text in lieux.load().text


def test_text_too_long_for_its_pattern_is_only_too_long(lieux):
    lieux.submit({"slogan": "m" * 6000}, "stay")
    assert beside(lieux.page, "q-slogan") == "Ce texte dépasse de 5960 caractères la longueur possible (40 caractères)."


def test_review_reads_rows_and_items_back(nadia, draft, avis, moyens):
    avis.submit({"ecoute": "3", "parole": "nsp"}, "stay")
    moyens.submit({}, "add:depense")
    (path,) = items(moyens.page)
    moyens.submit({f"{path}.quoi": "Papier"}, "stay")
    said = plain(nadia.get(f"{draft}/verifier").text)
    assert ("on vous a écouté 3 – Tout à fait" in said, "Intitulé Papier" in said) == (True, True)
