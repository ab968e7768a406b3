"""Forms of other tools filled in a real browser to their end: a workbook of ours, others where ``XLSFORMS`` says."""

import re
from os import pathsep
from pathlib import Path

import pytest
from playwright.sync_api import expect

from questionnaire.filling import FilledForm, item_path
from questionnaire.spec import Form
from questionnaire.spec.model import Question
from tests.browser.eyes import faults
from tests.browser.person import Person
from tests.browser.sites import Bench, benched
from tests.journeys.imported import NAMES, OURS, forms_in, made_up, must_have_a_file

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the forms stand."""
    return tmp_path_factory.mktemp("forms")


@pytest.fixture(scope="module")
def forms(folder) -> dict[str, Form]:
    """The forms that the workbooks became."""
    return forms_in(folder)


@pytest.fixture(scope="module")
def hall(forms, folder, tmp_path_factory):
    """An installation that also serves those forms."""
    assert forms
    with benched(tmp_path_factory.mktemp("hall") / "data", FORMS_PATH=f"forms_spec{pathsep}{folder}") as running:
        yield running


def begin(hall: Bench, form: Form) -> str:
    """Begin a document of a form in a new project; its address."""
    porteur = hall.house.visitor("porteur_projet")
    project = porteur.get(porteur.begin()).links(r"/projets/\w+/")[0]
    porteur.get(project)
    return porteur.post(f"{project}documents", {"formulaire": form.name}).url


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", NAMES)
def test_a_form_of_others_is_filled_to_its_end(hall, forms, seat, name, width):
    form = forms.get(name)
    if form is None:
        pytest.skip("refused, with its place")
    draft = begin(hall, form)
    person = seat(hall.url, "porteur_projet", width)
    known = made_up(form)
    for section in known.sections():
        person.section(draft, section.name)
        fill(person, known, section.questions, "", "")
        assert faults(person.page) == [] or name != OURS
    person.goto(f"{draft}/verifier")
    person.page.locator("#finaliser button[type=submit]").last.click()
    end = person.page.locator(".error-summary, h1").first
    expect(end).not_to_have_text("Vérifier mes réponses")
    # No file is joined here: a form that must have one says so, and nothing else.
    finished = re.search(r"/documents/\w+/", person.page.url) is not None
    assert finished or (must_have_a_file(form) and "Ajoutez un fichier" in end.inner_text()), end.inner_text()


def fill(person: Person, known: FilledForm, questions: tuple[Question, ...], old: str, new: str) -> None:
    """Answer questions as ``known`` does, items after the plain ones; ``old`` and ``new`` come before their names."""
    plain = [each for each in questions if each.kind.answered and not each.files and not each.is_repeat]
    asked = [each for each in plain if known.is_relevant(old + each.name) and old + each.name not in known.read_only]
    given = {new + each.name: each.kind.to_json(known.answer(old + each.name)) for each in asked}
    person.answer({path: value for path, value in given.items() if value not in (None, "", [])})
    for each in questions:
        if each.is_repeat:
            items(person, known, each, old + each.name, new + each.name)


def items(person: Person, known: FilledForm, repeat: Question, old: str, new: str) -> None:
    """The items of a repeat, and all that they hold."""
    for key in known.keys(old):
        before = person.page.locator(".item-open").count()
        person.page.locator(f'button[value="add:{new}"]').click()
        expect(person.page.locator(".item-open")).to_have_count(before + 1)
        close = person.page.locator(f'button[value^="close:{new}["]')
        path = str(close.get_attribute("value")).removeprefix("close:")
        person.keys[key] = path.rpartition("[")[2].removesuffix("]")
        fill(person, known, repeat.questions, f"{item_path(old, key)}.", f"{path}.")
        close.click()
        expect(person.page.locator(".item-open")).to_have_count(before)
