"""Documents are drawn, shown and drawn again with the form they were filled with, though it has changed or gone."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.papers.drawing import FORM
from questionnaire.journeys.papers.redrawing import is_redrawn
from questionnaire.spec import load
from tests.journeys.house import House, open_house
from tests.journeys.workshop import title
from tests.scenes import Scene, scenes_in

SHIPPED = Path("forms_spec/fiche_projet/2026-1.yaml")
TITLE = "Fiche projet en partenariat"


@pytest.fixture
def scene(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Callable[[str], Scene]:
    """A scene of one's own; asked twice, two installations alike."""
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return lambda name: scenes.copy(name, tmp_path / f"{name}-{len(list(tmp_path.iterdir()))}")


@pytest.fixture(params=["changed", "gone"])
def forms(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Folders of forms without the version used: with a newer one that asks otherwise, or none at all."""
    folder = tmp_path / "forms"
    if request.param == "gone":
        shutil.copytree("tests/journeys/forms", folder)
        return folder
    text = (
        SHIPPED.read_text(encoding="utf-8").replace(TITLE, "Tout autre chose").replace("- name: titre", "- name: nom")
    )
    (folder / "fiche_projet").mkdir(parents=True)
    (folder / "fiche_projet" / "2026-2.yaml").write_text(text.replace("${titre}", "${nom}"), encoding="utf-8")
    shutil.copytree("forms_spec/choices", folder / "choices")
    return folder


def served_with(scene: Scene, forms: Path) -> House:
    """The installation of a scene, started with other forms."""
    house = open_house(scene.house.settings.data_dir, FORMS_PATH=str(forms))
    current = house.app.extensions["shelf"].catalogue.current("fiche_projet")
    assert current is None or current.digest != load(SHIPPED).digest
    return house


def pdf_of(house: House, scene: Scene) -> bytes:
    """The file of the document of a scene."""
    return bytes(house.visitor("porteur_projet").client.get(f"{scene.url}fichier.pdf").data)


def test_a_signed_document_is_drawn_again_from_its_file_alone(scene, forms, tmp_path, monkeypatch):
    archived = scene("archived")
    pdf = pdf_of(served_with(archived, forms), archived)
    monkeypatch.chdir(tmp_path)  # no form within reach
    assert is_redrawn(pdf) is True


def test_a_document_carries_the_form_that_it_was_filled_with(scene, forms):
    archived = scene("archived")
    pdf = pdf_of(served_with(archived, forms), archived)
    assert read_attachments(pdf)[FORM].decode() == load(SHIPPED).yaml


def test_a_signed_document_is_still_shown(scene, forms):
    archived = scene("archived")
    page = served_with(archived, forms).visitor("porteur_projet").get(archived.url)
    assert (page.status, TITLE in page.text) == (200, True), title(page)


def test_a_document_frozen_before_is_drawn_as_if_nothing_had_changed(scene, forms):
    here, there = scene("frozen"), scene("frozen")
    other = served_with(there, forms)
    here.house.work()
    other.work()
    assert pdf_of(other, there) == pdf_of(here.house, here)


def test_a_draft_begun_before_is_still_filled(scene, forms):
    filled = scene("filled")
    page = served_with(filled, forms).visitor("porteur_projet").get(f"{filled.url}/parties/identite/")
    assert (page.status, 'name="titre"' in page.text) == (200, True)
