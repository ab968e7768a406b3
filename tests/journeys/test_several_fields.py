"""Questions that several fields answer, with and without script: each keeps what was typed in it."""

import re

import pytest

from tests.journeys.house import House, Page, Visitor
from tests.journeys.workshop import FORMS, Tab, begin, beside, found_workshop, plain, redrawn

HALF = "Indiquez aussi la seconde date."


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    """One installation for all: each test has a draft of its own."""
    return found_workshop(tmp_path_factory.mktemp("house"), FORMS.with_name("forms_kinds"))


@pytest.fixture(scope="module")
def nadia(house: House) -> Visitor:
    return house.visitor("porteur_projet")


@pytest.fixture
def draft(nadia: Visitor) -> str:
    return begin(nadia, "sejour")


@pytest.fixture
def dates(nadia: Visitor, draft: str) -> Tab:
    """The page of the periods."""
    return Tab(nadia, f"{draft}/parties/dates/")


def fields(page: Page, name: str) -> list[str]:
    """What the fields of a question hold, in order."""
    return re.findall(rf'<input class="field[^>]*? name="{re.escape(name)}"[^>]*? value="([^"]*)"', page.text)


def test_period_is_one_group_of_two_fields_each_with_its_label(dates):
    (group,) = re.findall(r'<fieldset class="question" id="question-sejour".*?</fieldset>', dates.page.text, re.DOTALL)
    labels = dict(re.findall(r'<label for="([^"]+)">([^<]+)</label>', group))
    legends = [plain(each) for each in re.findall(r"<legend.*?</legend>", group)]
    assert (legends, labels) == (["Dates du séjour"], {"q-sejour": "Du", "q-sejour-to": "Au"})
    assert set(labels) <= set(re.findall(r'<input[^>]* id="([^"]+)"', group))


def test_period_posted_without_script_is_stored_and_read_again(dates):
    reply = dates.submit({"sejour": ["1/3/2026", "12/04/2026"]}, "stay")
    assert reply.status == 200
    assert fields(dates.load(), "sejour") == ["01/03/2026", "12/04/2026"]


def test_half_a_period_is_refused_by_the_button_with_each_field_as_typed(dates):
    reply = dates.submit({"sejour": ["", "12/04/2026"]})
    assert (reply.status, beside(reply, "q-sejour"), fields(reply, "sejour")) == (
        422,
        "Indiquez aussi la première date.",
        ["", "12/04/2026"],
    )
    assert 'href="#q-sejour"' in reply.text
    assert len(re.findall(r'name="sejour"[^>]*aria-invalid="true"', reply.text)) == 2


def test_nobody_is_scolded_on_the_way_from_one_field_to_the_other(dates):
    reply = dates.leave_field({"sejour": ["01/03/2026", ""]})
    assert (reply.status, beside(reply, "q-sejour")) == (200, "")
    assert fields(dates.load(), "sejour") == ["01/03/2026", ""]


def test_period_that_ends_before_it_begins_is_said_at_once(dates):
    reply = dates.leave_field({"sejour": ["12/04/2026", "01/03/2026"]})
    said = "La seconde date (01/03/2026) vient avant la première (12/04/2026). Vérifiez les deux."
    assert (reply.status, beside(reply, "q-sejour")) == (422, said)


def test_half_a_period_is_asked_for_before_the_end(nadia, draft, dates):
    dates.leave_field({"sejour": ["01/03/2026", ""]})
    assert HALF in plain(nadia.get(f"{draft}/verifier").text)
    assert beside(dates.load("?corriger=oui"), "q-sejour") == HALF


def test_length_of_a_period_decides_what_is_asked_and_bounds_it(dates):
    shown = dates.leave_field({"sejour": ["01/03/2026", "12/04/2026"]})
    assert "question-conge" in redrawn(shown)
    dates.submit({"conge": ["28/02/2026", "02/03/2026"]})
    assert beside(dates.page, "q-conge") == "Indiquez une date à partir du 01/03/2026."


def test_period_may_be_declined_and_then_answers(nadia, draft, dates):
    dates.submit({"sejour": ["", "", "nsp"]}, "stay")
    page = dates.load()
    assert (fields(page, "sejour"), 'value="nsp" checked' in page.text) == (["", ""], True)
    assert "Je ne sais pas encore" in plain(nadia.get(f"{draft}/verifier").text)


def test_period_is_said_in_words_when_read_again(nadia, draft, dates):
    dates.submit({"sejour": ["01/03/2026", "02/03/2026"]}, "stay")
    assert "du 1er au 2 mars 2026" in plain(nadia.get(f"{draft}/verifier").text)
