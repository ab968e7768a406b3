"""How fast one visitor may ask."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire import create_app
from questionnaire.config import Settings
from questionnaire.web import pacing
from questionnaire.web.pacing import PACES, REMEMBERED, TOGETHER, WINDOW, Pace, Paced, TooFast
from questionnaire.web.rules import RULES
from tests.journeys.house import found_house


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_what_is_asked_too_often_is_refused_until_a_minute_has_passed():
    clock = Clock()
    paced = Paced(clock)
    for _ in range(3):
        paced.ask("a", "x", Pace(3))
    with pytest.raises(TooFast, match="Attendez 60\u00a0secondes") as refused:
        paced.ask("a", "x", Pace(3))
    assert refused.value.wait == WINDOW
    paced.ask("a", "y", Pace(3))
    paced.ask("b", "x", Pace(3))
    clock.now += WINDOW
    paced.ask("a", "x", Pace(3))


def test_refusals_do_not_lengthen_the_wait():
    clock = Clock()
    paced = Paced(clock)
    paced.ask("a", "x", Pace(1))
    for _ in range(50):
        clock.now += 1
        with pytest.raises(TooFast):
            paced.ask("a", "x", Pace(1))
    clock.now += WINDOW - 50
    paced.ask("a", "x", Pace(1))


@given(st.lists(st.floats(0, 30), max_size=40), st.integers(1, 5))
def test_no_minute_has_more_than_its_number(pauses, number):
    clock, passed, waits = Clock(), [], []
    paced = Paced(clock)
    for pause in pauses:
        clock.now += pause
        try:
            paced.ask("a", "x", Pace(number))
            passed.append(clock.now)
        except TooFast as refused:
            waits.append(refused.wait)
    assert all(1 <= wait <= WINDOW for wait in waits)
    assert all(sum(moment <= other < moment + WINDOW for other in passed) <= number for moment in passed)


def test_many_visitors_cost_bounded_memory():
    paced = Paced(Clock())
    for number in range(REMEMBERED + 500):
        paced.ask("a", str(number), Pace(1))
    assert len(paced._asked) == REMEMBERED


def test_every_pace_is_that_of_an_address():
    assert set(PACES) - set(RULES) == set()


NETWORKS = ("192.0.2.1", "192.0.2.1", "2001:db8::1", "2001:db8::ffff", "198.51.100.7")


def behind_a_proxy(folder):
    return {
        "DATA_DIR": str(folder),
        "SECRET_KEY": "k" * 32,
        "PUBLIC_URL": "http://localhost",
        "TRUSTED_PROXIES": "1",
    }


@pytest.fixture
def slow(tmp_path, monkeypatch):
    """A house where everything is asked twice a minute at most."""
    slowed = {place: replace(pace, number=2) for place, pace in PACES.items() if place != "security.login"}
    monkeypatch.setattr(pacing, "PACES", slowed)
    house = found_house(tmp_path)
    house.app.config["PACING"] = True
    return house


def test_a_stranger_who_asks_too_often_reads_what_to_do(slow):
    client = slow.app.test_client()
    answers = [client.get("/verifier?reference=x&code=y") for _ in range(2 * TOGETHER + 1)]
    assert [answer.status_code for answer in answers] == [404] * (2 * TOGETHER) + [429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= WINDOW
    assert "Vous avez demandé cela trop de fois en peu de temps." in answers[-1].get_data(as_text=True)


def test_strangers_are_counted_by_network_where_it_is_known(tmp_path, monkeypatch):
    monkeypatch.setitem(PACES, "verification.check", Pace(1))
    found_house(tmp_path)
    app = create_app(Settings.read(behind_a_proxy(tmp_path)))
    asked = [app.test_client().get("/verifier?code=y", headers={"X-Forwarded-For": said}) for said in NETWORKS]
    assert [answer.status_code for answer in asked] == [404, 429, 404, 429, 404]


def test_people_are_counted_by_account_not_by_place(slow):
    one, other = slow.visitor("admin"), slow.visitor("referent_partenariat")
    asked = [visitor.get("/administration/personnes/").status for visitor in (one, one, one, other)]
    assert asked == [200, 200, 429, 200]


def test_what_was_typed_comes_back_to_be_sent_again(slow):
    porteur = slow.visitor("porteur_projet")
    draft = porteur.begin()
    url = f"{draft}/commentaires/question?question=titre"
    porteur.get(url)
    page = [porteur.post(url, {"_texte": f"Bravo <b>{turn}</b>"}) for turn in range(5)][-1]
    assert page.status == 429
    assert 'name="_texte" value="Bravo <b>4</b>"' in page.text
    assert (f'action="{url}"' in page.text, "Envoyer de nouveau" in page.text) == (True, True)
    assert "<b>4</b>" not in page.response.get_data(as_text=True)


def test_one_second_is_told_as_one():
    assert ("1\u00a0seconde," in str(TooFast(1)), "2\u00a0secondes," in str(TooFast(2))) == (True, True)
