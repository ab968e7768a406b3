"""Long lists without script: one types words, presses « Chercher », and chooses among what is found."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, plain, typed

SHOWN = 50


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def page(nadia: Visitor) -> Tab:
    return Tab(nadia, f"{begin(nadia, 'villes')}/parties/lieux/")


def offered(page: Page, name: str = "ville") -> list[str]:
    """The labels that a list shows, but the one that says to choose."""
    (shown,) = re.findall(rf'<select[^>]* name="{name}".*?</select>', page.text, re.DOTALL)
    return [plain(label) for value, label in re.findall(r'<option value="([^"]*)"[^>]*>([^<]*)', shown) if value]


def boxes(page: Page) -> list[str]:
    return re.findall(r'<input type="checkbox"[^>]* name="visitees" value="([^"]+)"', page.text)


def chosen(page: Page, name: str = "ville") -> list[str]:
    (shown,) = re.findall(rf'<select[^>]* name="{name}".*?</select>', page.text, re.DOTALL)
    return re.findall(r'<option value="([^"]+)" selected', shown)


def said(page: Page, name: str = "ville") -> str:
    """What is said of the search, where screen readers hear it."""
    (text,) = re.findall(rf'<p class="meta[^"]*" id="q-{name}-found" role="status">(.*?)</p>', page.text, re.DOTALL)
    return plain(text)


def search(page: Tab, words: str, name: str = "ville", action: str = "", **fields: str | list[str]) -> Page:
    return page.submit({**fields, f"_seek:{name}": words, f"_sought:{name}": ""}, action or f"seek:{name}")


def test_a_list_too_long_for_the_page_is_searched_from_the_beginning(page):
    assert (offered(page.page), said(page.page)) == (["Autre"], "241 réponses possibles : cherchez la vôtre.")
    labels = dict(re.findall(r'<label for="([^"]+)">([^<]+)<', page.page.text))
    assert labels["q-ville-seek"] == "Chercher dans la liste"
    assert 'type="search" id="q-ville-seek"' in page.page.text


def test_words_find_whatever_their_accents_order_and_capitals(page):
    reply = search(page, " BRIE  saint eloi ")
    assert (reply.status, offered(reply), said(reply)) == (200, ["Saint-Éloi-en-Brie", "Autre"], "1 réponse possible")
    assert typed(reply, "_seek:ville") == "BRIE saint eloi"


def test_what_begins_with_the_words_comes_first(page):
    found = offered(search(page, "val"))
    assert found[0].startswith("Val-")
    assert "Saint-Éloi-en-Valois" in found[24:]


def test_too_many_are_not_all_shown_and_one_is_asked_for_more(page):
    reply = search(page, "e")
    assert (len(offered(reply)), said(reply)) == (SHOWN + 1, "Plus de 50 réponses possibles : précisez.")


def test_nothing_found_is_said_and_other_stays(page):
    reply = search(page, "zzz")
    assert (offered(reply), said(reply)) == (["Autre"], "Aucune réponse possible : essayez un autre mot.")


def test_a_search_stores_all_that_was_typed_and_loses_no_choice(page):
    reply = search(page, "fontaine", nom="Nadia", ville="v001", visitees=["v001", "v002"])
    assert (typed(reply, "nom"), chosen(reply)) == ("Nadia", ["v001"])
    again = page.load()
    assert (typed(again, "nom"), chosen(again), boxes(again)) == ("Nadia", ["v001"], ["v001", "v002"])


def test_what_is_found_is_chosen_and_stored(page):
    assert "v025" in re.findall(r'value="(v\d+)"', search(page, "bourg").text)
    assert page.submit({"ville": "v025", "metier": "m01"}).url.endswith("/parties/fin/")
    assert chosen(page.load()) == ["v025"]


def test_boxes_found_stand_with_those_ticked(page):
    search(page, "", visitees=["v003"])
    reply = search(page, "roche brie", "visitees", visitees=["v003"])
    assert sorted(boxes(reply)) == ["v003", "v193"]
    assert said(reply, "visitees") == "1 réponse possible"


def test_a_filter_still_decides_and_other_is_always_there(page):
    search(page, "", rive="gauche")
    reply = search(page, "saint eloi", rive="gauche")
    assert len(offered(reply)) == 12 + 1
    assert search(page, "saint eloi sur seine", rive="gauche", nom="x").status == 200
    assert offered(page.page) == ["Autre"]


def test_enter_searches_when_words_were_typed_anew_and_goes_on_otherwise(page):
    reply = search(page, "bourg", action="next")
    assert (reply.status, said(reply)) == (200, "24 réponses possibles")
    on = page.submit({"_seek:ville": "bourg", "_sought:ville": "bourg", "metier": "m01"}, "next")
    assert on.url.endswith("/parties/fin/")


def test_a_mistake_elsewhere_is_kept_and_said_while_one_searches(page):
    reply = search(page, "bourg", metier="inconnu")
    assert reply.status == 200
    assert "Choisissez une réponse de la liste." in plain(reply.text)


def test_a_list_that_the_page_holds_stays_whole_and_may_be_searched(page):
    assert (len(offered(page.page, "metier")), said(page.page, "metier")) == (60, "")
    assert offered(search(page, "metier 07", "metier"), "metier") == ["Métier 07"]


def test_script_gets_the_list_alone_and_the_words_in_the_live_region(page):
    reply = page.leave_field({"_action": "seek:ville", "_seek:ville": "roche brie"})
    assert (reply.status, offered(reply)) == (200, ["Roche-en-Brie", "Autre"])
    assert '<p id="q-ville-found" hx-swap-oob="innerHTML">1 réponse possible</p>' in reply.text
    assert "<fieldset" not in reply.text
    assert "q-nom" not in reply.text


@pytest.mark.parametrize("path", ["nom", "rive", "absente", "ville[k1].x", ""])
def test_what_is_no_long_list_is_not_found(page, path):
    assert page.leave_field({"_action": f"seek:{path}"}).status == 422
