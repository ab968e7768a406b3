"""Going on where one stopped, from another device; a draft whose form has a newer version meanwhile."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from questionnaire import create_app
from tests.journeys.house import House, Visitor, settings_in
from tests.journeys.together import FORMS, begin_letter, found_letters
from tests.journeys.workshop import begin, found_workshop, plain


@pytest.fixture
def house(tmp_path) -> House:
    return found_letters(tmp_path)


def ways(visitor: Visitor, url: str) -> list[str]:
    return [plain(text) for text in re.findall(r"<a [^>]*>(Reprendre où.*?)(?:<span|</a>)", visitor.get(url).text)]


def test_a_new_draft_proposes_nothing_to_go_on_with(house):
    porteur = house.visitor("porteur_projet")
    assert ways(porteur, begin_letter(porteur)) == []


def test_one_goes_on_where_one_answered_last_from_another_device(house):
    porteur = house.visitor("porteur_projet")
    draft = begin_letter(porteur)
    porteur.answer(draft, "mission", {"objet": "Relire les livrets"})
    porteur.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    elsewhere = house.visitor("porteur_projet")
    expected = ["Reprendre où vous en étiez : Les souhaits"]
    assert (ways(elsewhere, draft), ways(elsewhere, "/")) == (expected, expected)
    assert elsewhere.get(f"{draft}/continuer").url == f"{draft}/parties/souhaits/"


def test_a_section_only_visited_counts_too(house):
    porteur = house.visitor("porteur_projet")
    draft = begin_letter(porteur)
    porteur.answer(draft, "souhaits", {"souhait": "Venir le matin"})
    porteur.get(f"{draft}/parties/mission/")
    porteur.post(f"{draft}/parties/mission/presence", {}, headers={"HX-Request": "true"})
    assert ways(porteur, "/") == ["Reprendre où vous en étiez : La mission"]
    assert porteur.get(f"{draft}/continuer").url == f"{draft}/parties/mission/"


def test_each_person_goes_on_where_they_were_themselves(house):
    porteur, referent = house.visitor("porteur_projet"), house.visitor("referent_partenariat")
    draft = begin_letter(porteur)
    porteur.answer(draft, "mission", {"objet": "Relire les livrets"})
    assert ways(referent, draft) == []
    assert referent.get(f"{draft}/continuer").url == draft


def test_a_section_that_is_no_longer_asked_is_not_gone_on_with(tmp_path):
    house = found_workshop(tmp_path)
    porteur = house.visitor("porteur_projet")
    draft = begin(porteur)
    porteur.answer(draft, "page", {"suite": "oui"})
    porteur.answer(draft, "page_suite", {"rythme": "Chaque mois"})
    other = house.visitor("porteur_projet")
    assert other.get(f"{draft}/continuer").url == f"{draft}/parties/page_suite/"
    section = f"{draft}/parties/page/"
    page = porteur.get(section)
    porteur.autosave(section, page.hidden("_rev"), {"suite": "non"})
    assert other.get(f"{draft}/continuer").url == f"{draft}/parties/page/"


def restarted(folder: Path, forms: Path) -> House:
    """The same installation after a restart with these forms."""
    settings = settings_in(folder, FORMS_PATH=f"forms_spec:{forms}")
    app = create_app(settings)
    app.config["TESTING"] = True
    return House(app, settings)


@pytest.fixture
def forms(tmp_path) -> Path:
    return Path(copytree(FORMS, tmp_path / "forms"))


@pytest.fixture
def begun(tmp_path, forms) -> tuple[House, Visitor, str]:
    """A draft of the first version."""
    house = found_workshop(tmp_path / "data", forms)
    porteur = house.visitor("porteur_projet")
    return house, porteur, begin_letter(porteur)


def test_a_draft_keeps_the_version_that_it_began_with(tmp_path, forms, begun):
    _, _, draft = begun
    text = (forms / "lettre" / "1.yaml").read_text()
    (forms / "lettre" / "2.yaml").write_text(text.replace("Objet de la mission", "But de la mission"))
    porteur = restarted(tmp_path / "data", forms).visitor("porteur_projet")
    assert "Objet de la mission" in porteur.get(f"{draft}/parties/mission/").text
    assert porteur.answer(draft, "mission", {"objet": "Relire les livrets"}).status == 200
    assert "But de la mission" in porteur.get(f"{begin_letter(porteur)}/parties/mission/").text


def test_a_draft_whose_file_is_gone_goes_on(tmp_path, forms, begun):
    _, _, draft = begun
    (forms / "lettre" / "1.yaml").rename(tmp_path / "away.yaml")
    (forms / "lettre").rmdir()
    porteur = restarted(tmp_path / "data", forms).visitor("porteur_projet")
    porteur.answer(draft, "mission", {"objet": "Relire les livrets"})
    assert "Relire les livrets" in porteur.get(f"{draft}/parties/mission/").text
    assert (porteur.get("/").status, ways(porteur, draft)) == (200, ["Reprendre où vous en étiez : La mission"])


def test_a_version_changed_under_a_draft_is_refused_for_new_ones_and_leaves_it_alone(tmp_path, forms, begun):
    _, _, draft = begun
    path = forms / "lettre" / "1.yaml"
    path.write_text(path.read_text().replace("Objet de la mission", "But de la mission"))
    porteur = restarted(tmp_path / "data", forms).visitor("porteur_projet")
    assert "Objet de la mission" in porteur.get(f"{draft}/parties/mission/").text
    porteur.get("/")
    refused = porteur.post("/dossiers/", {"formulaire": "lettre"})
    assert (refused.status, "a changé sous la version 1, déjà utilisée" in refused.text) == (409, True)
