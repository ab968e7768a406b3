"""« Pourquoi cette question ? »: the page tells, without script, which answers decided that it is asked."""

import re

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, plain, redrawn

HELP = re.compile(r'<details class="help">(.*?)</details>', re.DOTALL)
BECAUSE = re.compile(r'<(p|div) id="q-([^"]+)-because"[^>]*>(.*?)</\1>', re.DOTALL)
LINE = re.compile(r"<li>(.*?)</li>|Posée d’après (« .*)")
NO_BREAK = str.maketrans("\u00a0", " ")


@pytest.fixture(scope="module")
def nadia(tmp_path_factory) -> Visitor:
    """One installation for all: each test has a draft of its own."""
    house: House = found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_reasons"))
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "accueil")


@pytest.fixture
def tab(nadia: Visitor, draft: str) -> Tab:
    return Tab(nadia, f"{draft}/parties/page/")


def told(text: str) -> dict[str, list[str]]:
    """What is said of each question, by its path."""
    found = ((path, LINE.findall(html.translate(NO_BREAK))) for _, path, html in BECAUSE.findall(text))
    return {path: ["".join(line) for line in lines] for path, lines in found}


def test_nothing_is_told_of_what_is_asked_of_everybody(tab):
    assert told(tab.page.text) == {}


def test_answers_that_decided_are_told_beside_the_reason_of_the_author(tab):
    tab.submit({"mineurs": "oui", "places": "20"})
    page = tab.load()
    assert told(page.text) == {"accord": ["« Accueillez-vous des mineurs ? » : Oui"]}
    (words,) = (plain(each).translate(NO_BREAK) for each in HELP.findall(page.text))
    decided = "Posée d’après « Accueillez-vous des mineurs ? » : Oui"
    assert words == f"Pourquoi cette question ? La loi demande l’accord des parents. {decided}"


def test_each_answer_that_decided_has_its_line(tab):
    tab.submit({"mineurs": "oui", "places": "200"})
    assert told(tab.load().text) == {"accord": ["« Accueillez-vous des mineurs ? » : Oui", "« Places » : 200"]}


def test_question_comes_with_its_reason(tab):
    reply = tab.leave_field({"places": "200"})
    assert (told(reply.text), "question-accord" in redrawn(reply)) == ({"accord": ["« Places » : 200"]}, True)


def test_reason_that_changes_is_told_anew_and_leaves_alone_what_is_being_typed(tab):
    tab.leave_field({"places": "200"})
    tab.load()
    reply = tab.leave_field({"places": "300"})
    assert (told(reply.text), "question-accord" in redrawn(reply)) == ({"accord": ["« Places » : 300"]}, False)


def test_list_and_part_say_why_too(nadia, draft, tab):
    tab.submit({"motif": "Le temps " + "qui passe " * 12})
    long = "« Motif » : Le temps " + "qui passe " * 8 + "q…"
    assert told(tab.load().text) == {"visite": [long]}
    part = nadia.get(f"{draft}/parties/suite/").text
    (words,) = (plain(each).translate(NO_BREAK) for each in HELP.findall(part))
    assert words == f"Pourquoi cette partie ? Elle est demandée d’après : {long}"


def test_question_of_an_item_tells_the_answer_of_that_item(nadia, draft, tab):
    tab.submit({"motif": "x"})
    path = nadia.add_item(draft, "page", "visite", {"faite": "oui"})
    page = tab.load(f"?ouvert={path}")
    assert told(page.text).get(f"{path.replace('[', '-').replace(']', '')}-avis") == ["« Faite » : Oui"]


def test_text_that_says_which_other_needs_no_reason(tab):
    tab.submit({"lieu": "autre"})
    page = tab.load()
    assert ("Précisez" in page.text, told(page.text)) == (True, {})
