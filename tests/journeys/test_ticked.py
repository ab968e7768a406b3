"""Options that are what was ticked before: on the page, with and without script, at the end and on paper."""

import pytest

from tests.journeys.house import House, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, found_workshop, redrawn, ticked
from tests.pdf_validation import text_of


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_items"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def tab(nadia: Visitor) -> Tab:
    return Tab(nadia, f"{begin(nadia, 'visite')}/parties/aides/")


def offered(text: str) -> list[str]:
    """Which options of the second question the page holds."""
    return [
        name for name in ("canne", "lit", "rail", "autre") if f'name="prefere" value="{name}"' in " ".join(text.split())
    ]


@pytest.mark.parametrize("htmx", [False, True])
def test_options_follow_what_is_ticked(tab, htmx):
    assert 'id="question-prefere" hidden' in tab.page.text
    reply = (
        tab.leave_field({"utilises": ["canne", "rail"]})
        if htmx
        else tab.submit({"utilises": ["canne", "rail"]}, "stay")
    )
    assert ("question-prefere" in redrawn(reply), offered(reply.text)) == (htmx, ["canne", "rail"])


def test_choice_whose_tick_is_taken_back_is_asked_again(tab, nadia):
    draft = tab.url.partition("/parties")[0]
    nadia.answer(draft, "qui", {"nom": "Ana"})
    tab.submit({"utilises": ["canne", "rail"]}, "stay")
    tab.submit({"prefere": "rail"}, "stay")
    page = tab.submit({"utilises": ["canne", "lit"]}, "stay")
    assert (offered(page.text), ticked(page, "prefere")) == (["canne", "lit"], [])
    summary = nadia.get(f"{draft}/verifier")
    assert "Ce qui aide le plus –" in summary.text
    refused = nadia.post(f"{draft}/finaliser", {"_rev": summary.hidden("_rev")})
    assert (refused.status, "Un rail" in refused.text) == (422, False)
    back = tab.submit({"utilises": ["rail"]}, "stay")
    assert ticked(back, "prefere") == ["rail"]


def test_other_is_called_by_its_own_text_to_the_paper(house, tab, nadia):
    draft = tab.url.partition("/parties")[0]
    nadia.answer(draft, "qui", {"nom": "Ana"})
    tab.submit({"utilises": ["autre"]}, "stay")
    page = tab.submit({"utilises_autre": "un tapis <b>doux</b>"}, "stay")
    assert "Autre\u00a0: un tapis <b>doux</b>" in page.text  # unescaped by the reader of the page
    tab.submit({"prefere": "autre"}, "stay")
    summary = nadia.get(f"{draft}/verifier")
    document = nadia.post(f"{draft}/finaliser", {"_rev": summary.hidden("_rev")}).url
    house.work()
    paper = text_of(nadia.client.get(f"{document}fichier.pdf").data)
    assert "Autre : un tapis <b>doux</b>" in " ".join(paper.split())
