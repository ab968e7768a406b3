"""A repeat inside a repeat, without any script: objectives, each with its actions, up to the paper."""

import re
import shutil
from urllib.parse import unquote

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import Tab, begin, beside, found_workshop, let_in, plain, redrawn, title, typed
from tests.pdf_validation import text_of


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    forms = tmp_path_factory.mktemp("forms")
    (forms / "nested").mkdir()
    shutil.copy("tests/specs/nested.yaml", forms / "nested" / "2026-1.yaml")
    return found_workshop(tmp_path_factory.mktemp("house"), forms)


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def tab(nadia: Visitor) -> Tab:
    """The page of objectives of a document just begun."""
    return Tab(nadia, f"{begin(nadia, 'nested')}/parties/plan/")


def opened(page: Page) -> list[str]:
    """The items laid open, the outer before the inner."""
    return re.findall(r'<section class="panel item-open" id="([^"]+)"', page.text)


def headings(page: Page) -> list[str]:
    """The titles of the page of questions, with their levels."""
    found = re.findall(r"<h([2-6])[^>]*>(.*?)</h\1>", page.text.partition("<form")[2], re.DOTALL)
    return [f"{level} {plain(text)}" for level, text in found]


def added(tab: Tab, group: str) -> str:
    """Add an item to a list; its path."""
    page = tab.submit({}, f"add:{group}")
    return str(re.findall(rf'value="close:({re.escape(group)}\[\w+\])"', page.text)[0])


def objective(tab: Tab, name: str, budget: str = "") -> str:
    path = added(tab, "objectif")
    tab.submit({f"{path}.o_titre": name, f"{path}.o_budget": budget}, f"open:{path}")
    return path


def action(tab: Tab, of: str, name: str, cost: str = "") -> str:
    path = added(tab, f"{of}.action")
    tab.submit({f"{path}.a_titre": name, f"{path}.a_cout": cost}, f"close:{path}")
    return path


def remove(tab: Tab, path: str) -> Page:
    """Press « Retirer », then confirm."""
    tab.submit({}, f"remove:{path}")
    tab.page = tab.visitor.post(f"{tab.url}retirer", {"element": path})
    tab.rev = tab.page.hidden("_rev")
    return tab.page


def dom(path: str) -> str:
    return "q-" + path.replace("[", "-").replace("].", "-").replace("]", "")


@pytest.fixture
def plan(tab: Tab) -> tuple[Tab, str, str, str]:
    """Two objectives; the first has an action."""
    first = objective(tab, "Ouvrir la maison", "100")
    paint = action(tab, first, "Peindre", "60")
    return tab, first, paint, objective(tab, "Former")


def test_inner_items_stand_in_the_open_outer_one_under_titles_of_their_own(plan):
    tab, first, paint, _ = plan
    page = tab.submit({}, f"open:{paint}")
    assert headings(page) == ["2 Objectif", "3 Ouvrir la maison", "4 Action", "5 Peindre", "3 Former"]
    assert opened(page) == [dom(first), dom(paint)]
    assert (typed(page, f"{paint}.a_titre"), typed(page, f"{first}.o_budget")) == ("Peindre", "100")


def test_closing_an_inner_item_leaves_the_outer_one_open(plan):
    tab, first, paint, _ = plan
    tab.submit({}, f"open:{paint}")
    assert opened(tab.submit({f"{paint}.a_cout": "70"}, f"close:{paint}")) == [dom(first)]
    assert "1 : 70 sur 100" in plain(tab.page.text)


def test_inner_items_are_told_of_in_the_words_of_both(plan):
    tab, first, paint, _ = plan
    tab.load(f"?ouvert={paint}")
    page = tab.submit({f"{paint}.a_cout": "500"})
    assert (page.status, opened(page)) == (422, [dom(first), dom(paint)])
    assert beside(page, dom(f"{paint}.a_cout")) == "Le budget de « Ouvrir la maison » est de 100 €."
    assert "Ouvrir la maison, Peindre, Coût de « Peindre » – Le budget" in plain(page.text)
    assert f'href="#{dom(f"{paint}.a_cout")}"' in page.text


def test_outer_item_counts_the_mistakes_inside_it(plan):
    tab, _, paint, second = plan
    tab.load(f"?ouvert={paint}")
    page = tab.submit({f"{paint}.a_cout": "500"}, f"open:{second}")
    assert "1 réponse à revoir" in plain(page.text)


def test_inner_items_move_among_themselves_alone(plan):
    tab, first, paint, second = plan
    furnish, meet = action(tab, first, "Meubler"), action(tab, second, "Réunir")
    page = tab.submit({}, f"open:{furnish}")
    page = tab.submit({}, f"up:{furnish}")
    assert headings(page)[2:5] == ["4 Action", "5 Meubler", "5 Peindre"]
    assert headings(tab.load(f"?ouvert={second}"))[3:] == ["4 Action", "5 Réunir"]
    assert typed(tab.load(f"?ouvert={meet}"), f"{meet}.a_titre") == "Réunir"
    assert typed(tab.load(f"?ouvert={paint}"), f"{paint}.a_cout") == "60"


def test_removing_an_inner_item_keeps_its_fellows_and_the_outer_one_open(plan):
    tab, first, _paint, _ = plan
    furnish = action(tab, first, "Meubler")
    page = remove(tab, furnish)
    assert (opened(page), "Retiré : action." in plain(page.text)) == ([dom(first)], True)
    assert headings(page)[2:4] == ["4 Action", "5 Peindre"]
    page = tab.visitor.post(f"{tab.url}retablir", {"element": furnish})
    assert (opened(page), typed(page, f"{furnish}.a_titre")) == ([dom(first), dom(furnish)], "Meubler")


def test_removing_an_outer_item_takes_its_inner_ones_and_nothing_else(plan):
    tab, first, paint, second = plan
    meet = action(tab, second, "Réunir", "30")
    page = tab.submit({}, f"remove:{first}")
    lines = [plain(line) for line in re.findall(r"<li>((?:Que voulez|Budget|Peindre).*?)</li>", page.text)]
    assert lines == [
        "Que voulez-vous atteindre ? : Ouvrir la maison",
        "Budget : 100 €",
        "Peindre – Que ferez-vous ? : Peindre",
        "Peindre – Coût de « Peindre » : 60 €",
        "Peindre – Numéro : 1.1",
    ]
    page = remove(tab, first)
    assert headings(page) == ["2 Objectif", "3 Former"]
    assert typed(tab.load(f"?ouvert={meet}"), f"{meet}.a_cout") == "30"
    assert "30" in plain(tab.visitor.get(tab.url.replace("/plan/", "/fin/")).text)
    page = tab.visitor.post(f"{tab.url}retablir", {"element": first})
    assert headings(page) == ["2 Objectif", "3 Former", "3 Ouvrir la maison", "4 Action", "5 Peindre"]
    assert typed(tab.load(f"?ouvert={paint}"), f"{paint}.a_cout") == "60"


def test_nothing_is_done_in_an_outer_item_that_is_gone(plan):
    tab, first, paint, _ = plan
    remove(tab, first)
    asked = [
        tab.visitor.post(f"{tab.url}retirer", {"element": paint}).status,
        tab.visitor.post(f"{tab.url}retablir", {"element": paint}).status,
        tab.submit({}, f"add:{first}.action").status,
    ]
    assert asked == [409, 409, 400]


@pytest.mark.parametrize("group", ["action", "objectif[forge].action", "{}", "{}.o_titre", "{}.action[x]", "{}."])
def test_list_that_stands_nowhere_takes_nothing(tab, group):
    path = objective(tab, "Ouvrir")
    assert tab.submit({}, f"add:{group.format(path)}").status == 400


def test_full_inner_list_takes_no_more_and_the_next_one_does(plan):
    tab, first, _, second = plan
    for name in ("Meubler", "Ranger"):
        action(tab, first, name)
    assert tab.submit({}, f"add:{first}.action").status == 409
    tab.load(f"?ouvert={second}")
    assert len(opened(tab.submit({}, f"add:{second}.action"))) == 2


def test_answer_typed_in_an_item_taken_away_meanwhile_is_kept(house, nadia, plan):
    tab, first, paint, _ = plan
    other = house.visitor("copilote")
    let_in(nadia, tab.url.partition("/parties")[0], other)
    theirs = Tab(other, tab.url)
    theirs.load(f"?ouvert={paint}")
    remove(tab, first)
    theirs.submit({f"{paint}.a_titre": "Repeindre"})
    nadia.post(f"{tab.url}retablir", {"element": first})
    assert typed(tab.load(f"?ouvert={paint}"), f"{paint}.a_titre") == "Repeindre"


def test_two_answers_to_one_inner_question_are_both_shown(house, nadia, plan):
    tab, _, paint, _ = plan
    other = house.visitor("copilote")
    let_in(nadia, tab.url.partition("/parties")[0], other)
    theirs = Tab(other, tab.url)
    theirs.load(f"?ouvert={paint}")
    tab.load(f"?ouvert={paint}")
    tab.submit({f"{paint}.a_titre": "Repeindre"}, "stay")
    page = theirs.submit({f"{paint}.a_titre": "Lessiver"})
    assert (page.status, title(page)) == (409, "Deux réponses différentes")
    assert ("Repeindre" in page.text, "Lessiver" in page.text, f'name="{paint}.a_titre"' in page.text) == (True,) * 3


def test_autosave_in_an_inner_item_redraws_what_it_changes(plan):
    tab, first, paint, _ = plan
    tab.load(f"?ouvert={first}")
    tab.load(f"?ouvert={paint}")
    reply = tab.leave_field({f"{paint}.a_cout": "2000"})
    assert (reply.status, f'name="{paint}.a_cout"' in reply.text) == (422, False)
    wanted = {f"question-{dom(f'{paint}.a_pourquoi')[2:]}", f"question-{dom(f'{first}.o_bilan')[2:]}"}
    assert wanted <= set(redrawn(reply))
    assert f"question-{dom(f'{first}.action')[2:]}" not in redrawn(reply)


def test_history_calls_inner_items_and_their_answers_by_both(plan):
    tab, _first, paint, _ = plan
    remove(tab, paint)
    told = plain(tab.visitor.get(f"{tab.url.partition('/parties')[0]}/changements").text)
    assert "Ouvrir la maison, Action" in told
    tab.visitor.post(f"{tab.url}retablir", {"element": paint})
    told = plain(tab.visitor.get(f"{tab.url.partition('/parties')[0]}/changements").text)
    assert "Ouvrir la maison, Peindre, Coût de « Peindre »" in told


def test_inner_question_is_talked_of(plan):
    tab, _first, paint, _ = plan
    draft = tab.url.partition("/parties")[0]
    page = tab.visitor.get(f"{draft}/commentaires/question?question={paint}.a_cout")
    assert "Ouvrir la maison, Peindre, Coût de « Peindre »" in plain(page.text)
    tab.visitor.post(page.url, {"_action": "say", "_texte": "Trop cher."})
    page = tab.load(f"?ouvert={paint}")
    assert "1 commentaire" in plain(page.text)


def test_summary_leads_back_to_the_inner_field_and_the_whole_journey_ends_on_paper(house, nadia, plan):
    tab, _first, paint, second = plan
    draft = tab.url.partition("/parties")[0]
    assert "Il reste 1 réponse nécessaire" in plain(nadia.get(draft).text)
    page = nadia.get(f"{draft}/verifier")
    assert "Former, Action – Ajoutez au moins un élément." in plain(page.text)
    assert "Ouvrir la maison – Peindre" in plain(page.text)
    links = {unquote(link.replace("&amp;", "&")) for link in re.findall(r'href="([^"]*ouvert=[^"]*)"', page.text)}
    assert f"{draft}/parties/plan/?ouvert={paint}&retour={paint}.a_cout#{dom(f'{paint}.a_cout')}" in links
    missing = next(link for link in links if "corriger=oui" in link)
    way = f"ouvert={second}&corriger=oui&retour={second}.action"
    assert missing == f"{draft}/parties/plan/?{way}#{dom(f'{second}.action')}"
    assert opened(nadia.get(missing.partition("#")[0])) == [dom(second)]
    tab.load(f"?ouvert={second}")
    action(tab, second, "Réunir", "30")
    assert "Terminée" in plain(nadia.get(draft).text)
    page = nadia.get(f"{draft}/verifier")
    document = nadia.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")}).url
    house.work()
    told = " ".join(text_of(nadia.client.get(f"{document}fichier.pdf").data).split())
    places = [told.find(words) for words in ORDER]
    assert (-1 in places, places) == (False, sorted(places))
    assert "Ouvrir la maison – Peindre" in plain(nadia.get(document).text)


ORDER = ("Ouvrir la maison", "Peindre", "60", "1.1", "1 : 60 sur 100", "Former", "Réunir", "2.1", "90")
