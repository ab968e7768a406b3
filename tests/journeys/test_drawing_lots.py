"""What a form draws by chance: one value for a document, on every page, in the frozen document and in its copy."""

import re

import pytest

from questionnaire.documents.attached import read_attachments
from questionnaire.journeys.papers.drawing import ANSWERS
from questionnaire.journeys.papers.redrawing import is_redrawn
from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, plain

PAGE = "parties/page/"


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_chance"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


def order(nadia: Visitor, draft: str) -> list[str]:
    return re.findall(r'name="gouts" value="(\w)"', nadia.get(f"{draft}/{PAGE}").text)


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "tirage")


def drawn(text: str, pattern: str) -> list[str]:
    """What is told of a kind, each once."""
    return sorted(set(re.findall(pattern, plain(text))))


def code(nadia: Visitor, draft: str) -> str:
    (found,) = drawn(nadia.get(f"{draft}/{PAGE}").text, r"Code (\w{12})\b")
    return found


def test_value_is_drawn_as_the_document_begins_and_stands_at_each_visit(nadia, draft):
    first = code(nadia, draft)
    nadia.answer(draft, "page", {"nom": "Marie"})
    assert code(nadia, draft) == first


def test_each_document_has_its_own(nadia, draft):
    assert code(nadia, draft) != code(nadia, begin(nadia, "tirage"))


def test_copy_draws_anew(nadia, draft):
    nadia.answer(draft, "page", {"nom": "Marie"})
    copy = nadia.post(f"{draft}/dupliquer", {}).url
    assert code(nadia, draft) != code(nadia, copy)


@pytest.mark.parametrize("htmx", [False, True])
def test_value_comes_with_its_question_and_comes_back_the_same(nadia, draft, htmx):
    tab = Tab(nadia, f"{draft}/{PAGE}")
    answer = tab.leave_field if htmx else tab.submit
    shown = [answer({"age": age}).text if htmx else (answer({"age": age}), tab.load())[1].text for age in ("20", "3")]
    answer({"age": "21"})
    groups = [drawn(text, r"G-\w{8}") for text in (shown[0], tab.load().text)]
    assert (len(groups[0]), groups[1], drawn(shown[1], r"G-\w{8}")) == (1, groups[0], [])


def test_what_is_drawn_is_nobodys_change(nadia, draft):
    nadia.answer(draft, "page", {"age": "20"})
    page = nadia.get(f"{draft}/changements/").text
    assert re.findall(r"Après</dt><dd>([^<]*)", page) == ["20"]


def test_choices_stand_in_an_order_that_lasts(nadia, draft):
    first, again = order(nadia, draft), order(nadia, draft)
    assert (first == again, sorted(first)) == (True, list("abcdef"))


def test_choices_of_another_document_stand_otherwise(nadia, draft):
    orders = {tuple(order(nadia, each)) for each in (draft, *(begin(nadia, "tirage") for _ in range(4)))}
    assert len(orders) > 1


def test_frozen_document_holds_what_was_drawn_and_can_be_drawn_again(house, nadia, draft):
    first = code(nadia, draft)
    nadia.answer(draft, "page", {"nom": "Marie", "age": "20", "gouts": ["e", "a"]})
    review = nadia.get(f"{draft}/verifier")
    document = nadia.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")}).url.rstrip("/")
    house.work()
    pdf = nadia.client.get(f"{document}/fichier.pdf").data
    carried = read_attachments(pdf)[ANSWERS].decode()
    assert (f'"code": "{first}"' in carried, is_redrawn(pdf)) == (True, True)
