"""Who changed what, and taking a change back."""

import re

from tests.journeys.house import House, Visitor, example
from tests.journeys.test_fiche_projet import SECTIONS


def values(visitor: Visitor, draft: str) -> list[tuple[str, str]]:
    """(before, after) of each line."""
    page = visitor.get(f"{draft}/changements/").text
    return list(
        zip(re.findall(r"Avant</dt><dd>([^<]*)", page), re.findall(r"Après</dt><dd>([^<]*)", page), strict=True)
    )


def take_back(visitor: Visitor, draft: str):
    page = visitor.get(f"{draft}/changements/")
    return visitor.post(
        f"{draft}/changements/reprendre", {"reponse": page.hidden("reponse"), "revision": page.hidden("revision")}
    )


def test_saves_of_one_answer_by_one_person_are_one_line(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    for title in ("Premier titre du projet", "Deuxième titre du projet"):
        porteur.answer(draft, "identite", {"titre": title})
    assert values(porteur, draft) == [("(sans réponse)", "Deuxième titre du projet")]


def test_a_change_is_taken_back_and_that_is_a_change_too(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer(draft, "identite", {"titre": "Premier titre du projet"})
    page = take_back(porteur, draft)
    assert "La réponse précédente est rétablie." in page.text
    assert "Premier titre du projet" not in porteur.get(f"{draft}/parties/identite/").text


def test_a_change_made_old_by_another_cannot_be_taken_back(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer(draft, "identite", {"titre": "Premier titre du projet"})
    page = porteur.get(f"{draft}/changements/")
    line = {"reponse": page.hidden("reponse"), "revision": page.hidden("revision")}
    porteur.answer(draft, "identite", {"titre": "Deuxième titre du projet"})
    refused = porteur.post(f"{draft}/changements/reprendre", line)
    assert (refused.status, "a changé de nouveau" in refused.text) == (409, True)


def test_the_history_names_people_and_stays_within_the_team(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer(draft, "identite", {"titre": "Premier titre du projet"})
    assert "Nadia Lemoine" in porteur.get(f"{draft}/changements/").text
    assert house.visitor("qualite").get(f"{draft}/changements/").status == 403


def test_the_history_is_read_page_by_page(house: House):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    porteur.answer_sheet(draft, example("complete"), SECTIONS)
    numbers = []
    page = porteur.get(f"{draft}/changements/")
    while older := re.findall(r'href="([^"]+)">Changements plus anciens', page.text):
        numbers.append(page.text.count("<dt>Avant</dt>"))
        page = porteur.get(older[0])
    assert len(numbers) > 2
    assert set(numbers) == {30}
    assert 0 < page.text.count("<dt>Avant</dt>") <= 30
    assert "Changements plus récents" in page.text
    assert "Changements plus récents" in porteur.get(f"{draft}/changements/?page=99").text
