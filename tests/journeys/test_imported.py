"""Forms of other tools filled through the pages to their end: a workbook of ours, others where ``XLSFORMS`` says."""

import re
from pathlib import Path

import pytest

from questionnaire.spec import Form
from tests.journeys.by_pages import fill_by_pages
from tests.journeys.house import House, Visitor
from tests.journeys.imported import NAMES, forms_in, made_up, must_have_a_file
from tests.journeys.workshop import found_workshop, plain


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the forms stand."""
    return tmp_path_factory.mktemp("forms")


@pytest.fixture(scope="module")
def forms(folder) -> dict[str, Form]:
    """The forms that the workbooks became."""
    return forms_in(folder)


@pytest.fixture(scope="module")
def house(forms, folder, tmp_path_factory) -> House:
    assert forms
    return found_workshop(tmp_path_factory.mktemp("house"), folder)


@pytest.fixture(scope="module")
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture(scope="module")
def project(porteur: Visitor) -> str:
    """The address of a project, in which the documents begin."""
    return porteur.get(porteur.begin()).links(r"/projets/\w+/")[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_form_of_others_is_filled_to_its_end(forms, porteur, project, name):
    form = forms.get(name)
    if form is None:
        pytest.skip("refused, with its place")
    porteur.get(project)
    draft = porteur.post(f"{project}documents", {"formulaire": form.name}).url
    fill_by_pages(porteur, draft, made_up(form))
    review = porteur.get(f"{draft}/verifier")
    end = porteur.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")})
    finished = re.match(r"/documents/\w+/", end.url) is not None
    # No file is joined here: a form that must have one says so, and nothing else.
    assert finished or (must_have_a_file(form) and "Ajoutez un fichier" in end.text), plain(end.text)[:2000]
