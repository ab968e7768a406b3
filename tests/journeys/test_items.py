"""The items of a repeat, without any script: added, opened, closed, removed after a question, brought back."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import Tab, begin, beside, found_workshop, let_in, plain, redrawn, title, typed

KEPT = "Cette question n’est plus posée. Votre réponse est gardée dans le brouillon."


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def tab(nadia: Visitor) -> Tab:
    """The page of guests of a workshop just begun."""
    return Tab(nadia, f"{begin(nadia)}/parties/invites/")


def opened(page: Page) -> list[str]:
    """The items laid open."""
    return re.findall(r'value="close:([^"]+)"', page.text)


def closed(page: Page) -> list[str]:
    """The items that are not."""
    return re.findall(r'value="open:([^"]+)"', page.text)


def titles(page: Page) -> list[str]:
    return re.findall(r"<h3[^>]*>(.*?)</h3>", page.text)


def add(tab: Tab, name: str) -> str:
    """Add a guest of that name; the path."""
    tab.submit({}, "add:invite")
    path = opened(tab.page)[0]
    tab.submit({f"{path}.nom": name, f"{path}.age": ""}, f"close:{path}")
    return path


def remove(tab: Tab, path: str) -> Page:
    """Press « Retirer », then confirm."""
    tab.submit({}, f"remove:{path}")
    tab.page = tab.visitor.post(f"{tab.url}retirer", {"element": path})
    tab.rev = tab.page.hidden("_rev")
    return tab.page


def test_item_is_added_at_the_end_and_laid_open(tab):
    first = add(tab, "Ana")
    page = tab.submit({}, "add:invite")
    assert (closed(page), titles(page), len(opened(page))) == ([first], ["Ana", "Invité 2"], 1)


def test_answers_of_the_page_are_saved_when_an_item_is_added(tab):
    path = add(tab, "Ana")
    tab.submit({}, f"open:{path}")
    tab.submit({f"{path}.age": "40"}, "add:invite")
    assert typed(tab.load(f"?ouvert={path}"), f"{path}.age") == "40"


def test_mistake_does_not_prevent_adding(tab):
    path = add(tab, "Ana")
    page = tab.submit({f"{path}.age": "quarante"}, "add:invite")
    assert (page.status, titles(page)) == (200, ["Ana", "Invité 2"])
    assert "1 réponse à revoir" in plain(page.text)


def test_one_item_is_open_at_a_time(tab):
    paths = [add(tab, "Ana"), add(tab, "Bo")]
    page = tab.submit({}, f"open:{paths[0]}")
    assert (opened(page), closed(page)) == ([paths[0]], [paths[1]])
    page = tab.submit({}, f"open:{paths[1]}")
    assert (opened(page), closed(page)) == ([paths[1]], [paths[0]])


def test_item_closes_under_its_title(tab):
    path = add(tab, "Ana")
    assert (opened(tab.page), closed(tab.page), titles(tab.page)) == ([], [path], ["Ana"])


def test_mistake_in_an_item_opens_it(tab):
    path = add(tab, "Ana")
    page = tab.submit({f"{path}.age": "quarante"})
    assert (page.status, opened(page), typed(page, f"{path}.age")) == (422, [path], "quarante")
    assert beside(page, "q-" + path.replace("[", "-").replace("]", "-age")) == (
        "Écrivez un nombre entier, par exemple 12."
    )


def test_removing_asks_first_and_tells_what_goes(tab):
    path = add(tab, "Ana")
    page = tab.submit({f"{path}.age": "40"}, f"remove:{path}")
    assert title(page) == "Retirer « Ana » ?"
    assert re.findall(r"<li>((?:Nom|Âge).*?)</li>", page.text) == ["Nom\u00a0: Ana", "Âge\u00a0: 40"]
    assert titles(tab.load()) == ["Ana"]


def test_item_may_be_kept(tab):
    path = add(tab, "Ana")
    page = tab.submit({}, f"remove:{path}")
    kept = page.links(r"/dossiers/\w+/parties/invites/\?ouvert=[^\"]+")[0]
    assert opened(tab.visitor.get(kept)) == [path]


def test_item_is_removed_once_confirmed_and_the_way_back_is_offered(tab):
    path = add(tab, "Ana")
    page = remove(tab, path)
    assert (titles(page), "Retiré : invité." in plain(page.text), page.hidden("element")) == ([], True, path)


def test_removed_item_comes_back_with_its_answers(tab):
    paths = [add(tab, "Ana"), add(tab, "Bo")]
    remove(tab, paths[0])
    page = tab.visitor.post(f"{tab.url}retablir", {"element": paths[0]})
    assert (titles(page), opened(page), typed(page, f"{paths[0]}.nom")) == (["Bo", "Ana"], [paths[0]], "Ana")


def test_bringing_back_twice_changes_nothing(tab):
    path = add(tab, "Ana")
    remove(tab, path)
    pages = [tab.visitor.post(f"{tab.url}retablir", {"element": path}) for _ in range(2)]
    assert [titles(page) for page in pages] == [["Ana"], ["Ana"]]


def test_full_list_takes_no_more(tab):
    add(tab, "Ana")
    add(tab, "Bo")
    page = tab.submit({}, "add:invite")
    assert (page.status, title(page), "Cette liste est complète." in plain(page.text)) == (409, "Liste complète", True)
    assert titles(tab.load()) == ["Ana", "Bo"]


@pytest.mark.parametrize("group", ["inconnu", "nom", "sujet", ""])
def test_list_that_does_not_exist_takes_nothing(tab, group):
    assert tab.submit({}, f"add:{group}").status == 400


@pytest.mark.parametrize("path", ["invite[forge]", "invite", "sujet", "invite[forge].nom", ""])
def test_item_that_does_not_exist_is_not_removed(tab, path):
    page = tab.visitor.post(f"{tab.url}retirer", {"element": path})
    assert (page.status, title(page)) == (409, "Élément introuvable")


@pytest.mark.parametrize("path", ["invite[forge]", "invite[forge].nom", "sujet", ""])
def test_item_that_never_was_does_not_come_back(tab, path):
    assert tab.visitor.post(f"{tab.url}retablir", {"element": path}).status == 409


def test_item_removed_twice_is_told(tab):
    path = add(tab, "Ana")
    remove(tab, path)
    assert tab.visitor.post(f"{tab.url}retirer", {"element": path}).status == 409


def test_stranger_neither_adds_nor_removes(house, tab):
    path = add(tab, "Ana")
    stranger = house.visitor("qualite")
    asked = [
        stranger.post(f"{tab.url}retirer", {"element": path}).status,
        stranger.post(f"{tab.url}retablir", {"element": path}).status,
        stranger.post(tab.url, {"_rev": "0", "_action": "add:invite"}).status,
        stranger.get(f"{tab.url}retirer?element={path}").status,
    ]
    assert (asked, titles(tab.load())) == ([403, 403, 403, 403], ["Ana"])


def test_finalised_document_keeps_its_items(nadia, tab):
    path = add(tab, "Ana")
    draft = tab.url.partition("/parties")[0]
    Tab(nadia, f"{draft}/parties/page/").submit({"sujet": "Le repas"})
    nadia.post(f"{draft}/finaliser", {"_rev": nadia.get(f"{draft}/verifier").hidden("_rev")})
    asked = [
        nadia.post(f"{tab.url}retirer", {"element": path}).status,
        nadia.post(f"{tab.url}retablir", {"element": path}).status,
        nadia.post(tab.url, {"_rev": "4", "_action": "add:invite"}).status,
    ]
    assert asked == [409, 409, 409]


# With the script: each answer of the open item alone.


def test_autosave_in_an_item_never_sends_its_own_control(tab):
    path = add(tab, "Ana")
    tab.load(f"?ouvert={path}")
    reply = tab.leave_field({f"{path}.nom": "Anna"})
    slot = "q-" + path.replace("[", "-").replace("]", "-nom") + "-error"
    assert (reply.status, redrawn(reply), f'name="{path}.nom"' in reply.text) == (200, ["rev", slot], False)


def test_autosave_of_a_mistake_in_an_item(tab):
    path = add(tab, "Ana")
    tab.load(f"?ouvert={path}")
    reply = tab.leave_field({f"{path}.age": "quarante"})
    said = beside(reply, "q-" + path.replace("[", "-").replace("]", "-age"))
    assert (reply.status, said) == (422, "Écrivez un nombre entier, par exemple 12.")


# Two people on one list.


@pytest.fixture
def other(house: House, nadia: Visitor, tab: Tab) -> Tab:
    """The same page, in the browser of another person of the team."""
    paul = house.visitor("copilote")
    let_in(nadia, tab.url.partition("/parties")[0], paul)
    return Tab(paul, tab.url)


def test_items_added_by_two_people_both_stand(tab, other):
    add(tab, "Ana")
    other.submit({}, "add:invite")
    path = opened(other.page)[0]
    other.submit({f"{path}.nom": "Bo"}, f"close:{path}")
    assert titles(tab.load()) == ["Ana", "Bo"]


@pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])
def test_answer_typed_in_an_item_removed_meanwhile_is_kept_and_told(tab, other, *, htmx):
    path = add(tab, "Ana")
    other.load(f"?ouvert={path}")
    remove(tab, path)
    reply = other.post({f"{path}.age": "40"}, htmx=htmx)
    assert (reply.status, KEPT in plain(reply.text)) == (422, True)
    page = tab.visitor.post(f"{tab.url}retablir", {"element": path})
    assert (typed(page, f"{path}.nom"), typed(page, f"{path}.age")) == ("Ana", "40")


def test_page_left_untouched_after_a_removal_says_nothing(tab, other):
    path = add(tab, "Ana")
    other.load(f"?ouvert={path}")
    remove(tab, path)
    assert other.submit({f"{path}.nom": "Ana", f"{path}.age": ""}).status == 200


def test_item_removed_by_another_cannot_be_opened_for_removal(tab, other):
    path = add(tab, "Ana")
    remove(tab, path)
    page = other.submit({}, f"remove:{path}")
    assert (page.status, title(page)) == (409, "Élément introuvable")
