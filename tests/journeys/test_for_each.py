"""A part for each thing ticked and for each person listed: its own page, title and progress, without any script."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, plain, redrawn, title, typed
from tests.pdf_validation import text_of


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_items"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "tournee")


@pytest.fixture
def start(nadia: Visitor, draft: str) -> Tab:
    """The page that says what there will be parts for."""
    return Tab(nadia, f"{draft}/parties/debut/")


def parts(page: Page) -> list[str]:
    """The parts in the list, each with what is said of it."""
    rows = re.findall(r'<li class="task[^"]*">(.*?)</li>', page.text, re.DOTALL)
    return [plain(row) for row in rows][:-1]


def part(visitor: Visitor, draft: str, name: str) -> Tab:
    return Tab(visitor, f"{draft}/parties/{name}/")


def test_each_thing_ticked_has_its_page_and_its_line_in_the_list(nadia, draft, start):
    page = start.submit({"utilises": ["lit", "canne"]})
    assert title(page) == "Votre avis : Une canne"
    assert ("Partie 2 sur 4" in page.text, "Quelle note, de 0 à 10\u00a0? (Une canne)" in page.text) == (True, True)
    assert (
        title(part(nadia, draft, "avis[canne]").submit({"avis[canne].note": "8"})) == "Votre avis : Un lit médicalisé"
    )
    assert title(part(nadia, draft, "avis[lit]").submit({"avis[lit].note": "2"})) == "Pour finir"
    assert parts(nadia.get(draft)) == [
        "Pour commencer Terminée",
        "Votre avis : Une canne Terminée",
        "Votre avis : Un lit médicalisé Il reste 1 réponse nécessaire En cours",
        "Pour finir Facultative",
    ]


def test_each_person_listed_has_theirs_and_what_they_said_adds_up(nadia, draft):
    for name in ("Ana", "Ben"):
        nadia.add_item(draft, "debut", "membre", {"prenom": name})
    names = re.findall(r"/parties/(echange%5Bk\w+%5D)/", nadia.get(draft).text)
    ana, ben = (name.replace("%5B", "[").replace("%5D", "]") for name in dict.fromkeys(names))
    assert title(part(nadia, draft, ana).load()) == "Échange avec Ana"
    part(nadia, draft, ana).submit({f"{ana}.duree": "20"})
    page = part(nadia, draft, ben).submit({f"{ben}.duree": "15"})
    assert (title(page), "35" in page.text) == ("Pour finir", True)
    removed = ana.replace("echange", "membre")
    nadia.post(f"{draft}/parties/debut/retirer", {"element": removed})
    assert ["Échange avec Ana" in nadia.get(draft).text, "Échange avec Ben" in nadia.get(draft).text] == [False, True]
    assert typed(part(nadia, draft, ben).load(), f"{ben}.duree") == "15"
    nadia.post(f"{draft}/parties/debut/retablir", {"element": removed})
    assert typed(part(nadia, draft, ana).load(), f"{ana}.duree") == "20"


def test_tick_taken_back_takes_its_part_and_nothing_else_and_gives_it_back(nadia, draft, start):
    start.submit({"utilises": ["lit", "canne"]})
    part(nadia, draft, "avis[canne]").submit({"avis[canne].note": "8"})
    part(nadia, draft, "avis[lit]").submit({"avis[lit].note": "7"})
    start.load()
    start.submit({"utilises": ["canne"]}, "stay")
    assert ("Un lit" in nadia.get(draft).text, typed(part(nadia, draft, "avis[canne]").page, "avis[canne].note")) == (
        False,
        "8",
    )
    assert "Un lit" not in nadia.get(f"{draft}/verifier").text
    start.submit({"utilises": ["canne", "lit"]}, "stay")
    assert typed(part(nadia, draft, "avis[lit]").page, "avis[lit].note") == "7"


@pytest.mark.parametrize(
    "name", ["avis[lit]", "avis[aucun]", "avis[zzz]", "avis[]", "avis[lit", "avis", "debut[lit]", "echange[k1]"]
)
def test_part_that_is_not_on_the_path_is_neither_opened_nor_posted_to(nadia, draft, name):
    nadia.get(f"{draft}/parties/debut/")
    url = f"{draft}/parties/{name}/"
    assert nadia.get(url).status == 404
    assert nadia.post(url, {"_rev": "0", "avis[lit].note": "5"}).status in {404, 422}


def test_page_whose_tick_another_took_back_keeps_what_was_typed(nadia, draft, start):
    start.submit({"utilises": ["lit"]})
    page = part(nadia, draft, "avis[lit]")
    start.load()
    start.submit({"utilises": ["canne"]}, "stay")
    late = page.submit({"avis[lit].note": "6"})
    assert (page.page.status, "Votre réponse est gardée dans le brouillon." in late.text) == (422, True)
    start.load()
    start.submit({"utilises": ["lit"]}, "stay")
    assert typed(part(nadia, draft, "avis[lit]").page, "avis[lit].note") == "6"


def test_page_takes_the_answers_of_its_own_thing_alone(nadia, draft, start):
    start.submit({"utilises": ["lit", "canne"]})
    page = part(nadia, draft, "avis[lit]")
    assert page.submit({"avis[canne].note": "5"}, "stay").status == 422
    assert typed(part(nadia, draft, "avis[canne]").page, "avis[canne].note") == ""
    assert nadia.post(page.url, {"_rev": page.rev, "_action": "add:avis"}).status == 400


def test_mistake_is_told_on_the_page_of_its_thing_and_at_the_end(nadia, draft, start):
    start.submit({"utilises": ["lit"]})
    wrong = part(nadia, draft, "avis[lit]").submit({"avis[lit].note": "11"})
    assert (wrong.status, 'href="#q-avis-lit-note"' in wrong.text) == (422, True)
    review = nadia.get(f"{draft}/verifier")
    assert "Votre avis\u00a0: Un lit médicalisé, Quelle note, de 0 à 10\u00a0? (Un lit médicalisé) –" in review.text
    assert (
        f"{draft}/parties/avis%5Blit%5D/?ouvert=avis%5Blit%5D&corriger=oui&retour=avis%5Blit%5D.note#q-avis-lit-note"
        in review.text
    )
    assert title(nadia.get(f"{draft}/continuer")) == "Votre avis : Un lit médicalisé"


def test_answer_that_is_left_redraws_what_follows_from_it(nadia, draft, start):
    start.submit({"utilises": ["lit"]})
    page = part(nadia, draft, "avis[lit]")
    reply = page.leave_field({"avis[lit].note": "2"})
    assert (reply.status, "question-avis-lit-pourquoi" in redrawn(reply)) == (200, True)
    assert "En cours" in reply.text


def test_other_is_called_by_its_own_text(start):
    start.submit({"utilises": ["autre"]}, "stay")
    page = start.submit({"utilises_autre": "Un tapis <i>doux</i>"}).response.get_data(as_text=True)
    assert re.findall("<h1[^>]*>(.*?)</h1>", page) == ["Votre avis\u00a0: Un tapis &lt;i&gt;doux&lt;/i&gt;"]


def test_history_and_comments_name_the_thing(nadia, draft, start):
    start.submit({"utilises": ["lit"]})
    part(nadia, draft, "avis[lit]").submit({"avis[lit].note": "7"})
    start.load()
    start.submit({"utilises": ["canne"]}, "stay")
    assert "Votre avis\u00a0: Un lit médicalisé, Quelle note" in nadia.get(f"{draft}/changements").text


def test_finished_document_says_each_under_its_title(house, nadia, draft, start):
    start.submit({"utilises": ["lit", "canne"]}, "stay")
    path = nadia.add_item(draft, "debut", "membre", {"prenom": "Ana"}).replace("membre", "echange")
    part(nadia, draft, "avis[canne]").submit({"avis[canne].note": "8"})
    part(nadia, draft, "avis[lit]").submit({"avis[lit].note": "7"})
    part(nadia, draft, path).submit({f"{path}.duree": "20"})
    review = nadia.get(f"{draft}/verifier")
    document = nadia.post(f"{draft}/finaliser", {"_rev": review.hidden("_rev")}).url
    house.work()
    paper = " ".join(text_of(nadia.client.get(f"{document}fichier.pdf").data).split())
    said = [
        "Votre avis : Une canne",
        "(Une canne) 8",
        "Votre avis : Un lit médicalisé",
        "Échange avec Ana",
        "en tout 20",
    ]
    assert [words for words in said if words not in paper] == []
    assert "Votre avis\u00a0: Une canne" in nadia.get(document).text


@pytest.mark.parametrize("htmx", [False, True])
def test_questions_for_each_come_and_go_on_the_same_page(start, htmx):
    assert 'id="question-depuis" hidden' in start.page.text
    reply = start.leave_field({"utilises": ["lit"]}) if htmx else start.submit({"utilises": ["lit"]}, "stay")
    assert ("question-depuis" in redrawn(reply), 'name="depuis[lit].annee"' in reply.text) == (htmx, True)
    assert ("add:depuis" in reply.text, "remove:depuis" in reply.text) == (False, False)
    start.leave_field({"depuis[lit].annee": "2019"})
    more = start.leave_field({"utilises": ["canne", "lit"]})
    assert re.findall(r'name="(depuis[^"]+)"', more.text) == ["depuis[canne].annee", "depuis[lit].annee"]
    assert typed(start.load(), "depuis[lit].annee") == "2019"
    less = start.leave_field({"utilises": ["canne"]})
    assert re.findall(r'name="(depuis[^"]+)"', less.text) == ["depuis[canne].annee"]


def test_answer_for_one_redraws_only_itself(start):
    start.submit({"utilises": ["lit"]}, "stay")
    reply = start.leave_field({"depuis[lit].annee": "2019"})
    assert "question-depuis" not in redrawn(reply)


def test_table_for_each_has_a_line_for_each(nadia, draft, start):
    start.submit({"utilises": ["lit", "canne"]}, "stay")
    page = part(nadia, draft, "fin").page
    lines = re.findall(r'<th scope="row" class="line-name">(.*?)</th>', page.text)
    assert (lines, "line-actions" in page.text) == (["Une canne", "Un lit médicalisé"], False)
    tab = part(nadia, draft, "fin")
    assert tab.submit({"usage[lit].semaine": "71"}, "stay").status == 422
    assert "Un lit médicalisé, Fois par semaine –" in nadia.get(f"{draft}/verifier").text
