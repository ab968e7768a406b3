"""Installations in which one fiche projet has come to a given point, made once and copied for each test."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from questionnaire.spec import load
from questionnaire.web.extensions import db
from tests.journeys.house import House, Visitor, example, found_house, open_house

SIGNING = {"lu": "oui", "electronique": "oui", "nom": "Nadia Lemoine"}


@dataclass(frozen=True)
class Scene:
    """An installation, and the address of the draft or of the document that it is about."""

    house: House
    url: str

    @property
    def id(self) -> str:
        """The draft's or the submission's id."""
        return self.url.split("/")[2]


class Scenes:
    """The points: filled, frozen, drawn, signed (the person's act is stored), archived."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._urls: dict[str, str] = {}

    def folder(self, name: str) -> Path:
        """The data folder of a scene; read it, or copy it."""
        if name not in self._urls:
            before, play = _STEPS[name]
            folder = self._root / name
            house = open_house(Path(shutil.copytree(self.folder(before), folder))) if before else found_house(folder)
            self._urls[name] = play(house, house.visitor("porteur_projet"), self._urls.get(before, ""))
            _leave(house)
        return self._root / name

    def copy(self, name: str, to: Path) -> Scene:
        """A scene of one's own, in a folder that does not exist yet."""
        shutil.copytree(self.folder(name), to)
        return Scene(open_house(to), self._urls[name])

    def subject(self, name: str) -> str:
        """The id of the draft or submission."""
        self.folder(name)
        return self._urls[name].split("/")[2]


@cache
def scenes_in(root: Path) -> Scenes:
    """The scenes of a test run."""
    return Scenes(root / "scenes")


def _leave(house: House) -> None:
    with house.app.app_context():
        db.session.remove()
        db.engine.dispose()


def _fill(_house: House, porteur: Visitor, _url: str) -> str:
    form = load("forms_spec/fiche_projet/2026-1.yaml")
    sections = {section.name: [question.name for question in section.questions] for section in form.sections}
    draft = porteur.begin()
    porteur.answer_sheet(draft, example("complete"), sections)
    return draft


def _freeze(_house: House, porteur: Visitor, url: str) -> str:
    page = porteur.get(f"{url}/verifier")
    return porteur.post(f"{url}/finaliser", {"_rev": page.hidden("_rev")}).url


def _work(house: House, _porteur: Visitor, url: str) -> str:
    assert house.work() > 0
    return url


def _sign(_house: House, porteur: Visitor, url: str) -> str:
    porteur.get(f"{url}signer")
    page = porteur.post(f"{url}signer", SIGNING)
    assert "signature est enregistrée" in page.text
    return url


_STEPS: dict[str, tuple[str, Callable[[House, Visitor, str], str]]] = {
    "filled": ("", _fill),
    "frozen": ("filled", _freeze),
    "drawn": ("frozen", _work),
    "signed": ("drawn", _sign),
    "archived": ("signed", _work),
}
