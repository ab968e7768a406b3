"""Options put in order without script: a list for each rank, nothing lost of what was chosen."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, redrawn

ORDER = ["argent", "temps", "lieu", "formation"]


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture
def porteur(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return begin(porteur, "priorites")


@pytest.fixture
def page(porteur: Visitor, draft: str) -> Tab:
    return Tab(porteur, f"{draft}/parties/ordre/")


def ranks(page: Page) -> list[str]:
    """What each list has chosen, in order."""
    lists = re.findall(r'<select[^>]*name="besoins".*?</select>', page.text, re.DOTALL)
    return [next(iter(re.findall(r'<option value="(\w+)" selected', each)), "") for each in lists]


def test_each_rank_is_a_list_with_its_label_in_one_group(page):
    (group,) = re.findall(r'<fieldset class="question" id="question-besoins".*?</fieldset>', page.page.text, re.DOTALL)
    labels = re.findall(r'<label for="(q-besoins[^"]*)">([^<]+)</label>', group)
    assert [said for _, said in labels] == ["Rang 1", "Rang 2", "Rang 3", "Rang 4"]
    assert {field for field, _ in labels} <= set(re.findall(r'<select[^>]* id="([^"]+)"', group))


def test_the_order_is_stored_and_read_again(porteur, draft, page):
    assert page.submit({"besoins": ORDER}, "stay").status == 200
    assert ranks(page.load()) == ORDER
    assert "1. Un budget" in plain(porteur.get(f"{draft}/verifier").text)


def test_the_first_decides_what_is_asked(page):
    assert "question-pourquoi" in redrawn(page.leave_field({"besoins": ORDER}))


def test_the_same_answer_twice_is_said_beside_with_all_lists_as_chosen(page):
    reply = page.submit({"besoins": ["argent", "", "argent", "lieu"]})
    assert (reply.status, ranks(reply)) == (422, ["argent", "", "argent", "lieu"])
    assert beside(reply, "q-besoins").startswith("Vous classez deux fois")


def test_nobody_is_scolded_on_the_way_from_one_rank_to_the_next(page):
    reply = page.leave_field({"besoins": ["argent", "lieu", "", ""]})
    assert (reply.status, beside(reply, "q-besoins")) == (200, "")
    assert ranks(page.load()) == ["argent", "lieu", "", ""]


def test_what_is_left_to_rank_is_asked_for_by_the_button(page):
    reply = page.submit({"besoins": ["argent", "lieu", "", ""]})
    assert (reply.status, beside(reply, "q-besoins")) == (422, "Classez encore 2 réponses.")


def test_one_may_decline_to_rank(porteur, draft, page):
    assert page.submit({"besoins": ["", "", "", "", "nsp"]}, "stay").status == 200
    assert "Je ne sais pas" in plain(porteur.get(f"{draft}/verifier").text)
