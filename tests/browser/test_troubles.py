"""What goes wrong while writing: the server is away, another person answers too, the session has ended."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.person import Person
from tests.browser.sheets import prepare, share, stored
from tests.browser.sites import Bench

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Enregistré à \d\d:\d\d")
UNSAVED = "Pas encore enregistré. Nous réessayons."
RETRY = 5_000
"""Milliseconds before the page tries again."""
MINE, THEIRS = "Écouter les familles", "Accueillir les proches"


def wait_for(condition: Callable[[], bool]) -> bool:
    """Whether the condition comes true soon."""
    end = time.monotonic() + 20
    while time.monotonic() < end and not condition():
        time.sleep(0.1)
    return condition()


@pytest.fixture
def draft(bench: Bench) -> str:
    return prepare(bench.house)


@pytest.fixture
def two(bench: Bench, seat, draft: str) -> tuple[Person, Person]:
    """Two people who fill the same fiche, both at the same section."""
    share(bench.house, draft)
    people = seat(bench.url, "porteur_projet"), seat(bench.url, "copilote")
    for person in people:
        person.section(draft, "identite")
    return people


def test_a_server_away_is_said_and_the_answer_goes_as_soon_as_it_is_back(bench, seat, draft):
    porteur = seat(bench.url, "porteur_projet")
    porteur.watch.allowed += ["net::ERR_", "htmx:sendError", "htmx:afterRequest"]
    porteur.page.clock.install()
    porteur.section(draft, "identite")
    status = porteur.page.locator("#save-status")
    bench.stop()
    try:
        porteur.control("titre").fill(MINE)
        porteur.control("service").fill("Neurologie")
        expect(status).to_have_text(UNSAVED)
    finally:
        bench.start()
    porteur.control("acronyme").focus()
    porteur.page.clock.fast_forward(RETRY)
    expect(status).to_have_text(SAVED)
    expect(porteur.control("acronyme")).to_be_focused()
    porteur.leave()
    assert {name: stored(bench.house, draft).get(name) for name in ("titre", "service")} == {
        "titre": MINE,
        "service": "Neurologie",
    }


def test_a_server_at_fault_is_asked_again(bench, seat, draft):
    porteur = seat(bench.url, "porteur_projet")
    porteur.watch.allowed += ["503", "htmx:responseError"]
    porteur.page.clock.install()
    porteur.section(draft, "identite")
    busy = [True]

    def answer(route: Route) -> None:
        if route.request.method == "POST" and busy:
            busy.clear()
            route.fulfill(status=503)
        else:
            route.fallback()

    porteur.page.route("**/parties/**", answer)
    porteur.control("titre").fill(MINE)
    porteur.control("titre").blur()
    expect(porteur.page.locator("#save-status")).to_have_text(UNSAVED)
    porteur.page.clock.fast_forward(RETRY)
    expect(porteur.page.locator("#save-status")).to_have_text(SAVED)
    assert stored(bench.house, draft) == {"titre": MINE}


def test_leaving_by_a_link_stores_what_was_still_waiting(bench, seat, draft):
    porteur = seat(bench.url, "porteur_projet")
    porteur.section(draft, "identite")
    bench.delay = 0.4
    typed = {"titre": MINE, "acronyme": "ECOUTE", "service": "Neurologie"}
    for name, text in typed.items():
        porteur.control(name).fill(text)
    porteur.page.get_by_role("link", name="Archives").or_(
        porteur.page.get_by_role("link", name="Projets")
    ).first.click()
    expect(porteur.page.locator("#section-form")).to_have_count(0)
    assert wait_for(lambda: stored(bench.house, draft) == typed)


def test_two_people_answer_different_questions_and_both_answers_stand(bench, two, draft):
    one, other = two
    one.answer({"titre": MINE})
    other.answer({"service": "Neurologie"})
    one.answer({"acronyme": "ECOUTE"})
    assert stored(bench.house, draft) == {"titre": MINE, "service": "Neurologie", "acronyme": "ECOUTE"}


def conflicting(one: Person, other: Person) -> None:
    one.answer({"titre": MINE})
    other.answer({"titre": THEIRS})
    expect(other.page.locator(".conflict")).to_contain_text(MINE)
    expect(other.page.locator(".conflict")).to_contain_text(THEIRS)


def test_two_people_answer_the_same_question_and_mine_may_stand(bench, two, draft):
    one, other = two
    conflicting(one, other)
    assert stored(bench.house, draft)["titre"] == MINE
    other.press("Garder ma réponse")
    expect(other.page.locator(".conflict")).to_have_count(0)
    expect(other.page.locator("#save-status")).to_have_text(SAVED)
    assert stored(bench.house, draft)["titre"] == THEIRS


def test_two_people_answer_the_same_question_and_the_other_answer_may_be_taken(bench, two, draft):
    one, other = two
    conflicting(one, other)
    other.page.get_by_role("link", name="Prendre la réponse").click()
    expect(other.control("titre")).to_have_value(MINE)
    expect(other.page.locator(".conflict")).to_have_count(0)
    other.answer({"service": "Neurologie"})
    assert stored(bench.house, draft) == {"titre": MINE, "service": "Neurologie"}


def test_the_other_answer_taken_inside_an_item_leaves_the_item_open(bench, two, draft):
    one, other = two
    member = bench.house.visitor("porteur_projet").add_item(draft, "equipe", "membre", {"m_prenom": "Odette"})
    for person in two:
        person.goto(f"{draft}/parties/equipe/?ouvert={member}")
    one.answer({f"{member}.m_nom": "Vasseur"})
    other.answer({f"{member}.m_nom": "Vaseur"})
    other.page.get_by_role("link", name="Prendre la réponse").click()
    expect(other.control(f"{member}.m_nom")).to_have_value("Vasseur")
    expect(other.control(f"{member}.m_nom")).to_be_focused()


def test_several_choices_that_differ_are_shown_in_words_and_one_set_is_kept(bench, two, draft):
    one, other = two
    one.answer({"domaines": ["soins", "recherche"]})
    other.answer({"domaines": ["enseignement"]})
    both = other.page.locator(".conflict dd")
    expect(both.filter(has_text="Enseignement, formation")).to_have_count(1)
    expect(both.filter(has_text="Recherche")).to_have_count(1)
    other.press("Continuer")
    other.page.get_by_label("Recherche").check()
    other.press("Garder ces réponses")
    expect(other.page.get_by_role("group", name="Domaine").get_by_label("Recherche")).to_be_checked()
    assert stored(bench.house, draft)["domaines"] == ["soins", "recherche"]


def test_a_conflict_left_alone_is_asked_again_when_going_on(bench, two, draft):
    one, other = two
    conflicting(one, other)
    other.press("Continuer")
    expect(other.page.get_by_role("heading", name="Deux réponses différentes")).to_be_visible()
    other.page.get_by_label(MINE).check()
    other.press("Garder ces réponses")
    expect(other.control("titre")).to_have_value(MINE)
    assert stored(bench.house, draft)["titre"] == MINE


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_what_is_typed_after_the_session_ended_is_saved_after_signing_in(bench, seat, draft, *, scripts):
    porteur = seat(bench.url, "porteur_projet", scripts=scripts)
    porteur.section(draft, "identite")
    porteur.page.context.clear_cookies()
    porteur.control("titre").fill(MINE)
    porteur.control("titre").blur()
    if scripts:
        expect(porteur.page.locator("#save-status")).to_contain_text("Votre session est terminée. Rien n’est perdu")
    porteur.press("Continuer")
    expect(porteur.page.get_by_text("ce que vous avez écrit sera enregistré")).to_be_visible()
    porteur.page.get_by_label("Adresse").fill("porteur_projet@demo.example")
    porteur.page.get_by_label("Mot de passe").fill("demonstration")
    porteur.press("Se connecter")
    expect(porteur.page.get_by_text("avant de vous reconnecter est enregistré")).to_be_visible()
    expect(porteur.control("titre")).to_have_value(MINE)
    assert stored(bench.house, draft)["titre"] == MINE


def test_a_finalised_fiche_refuses_what_another_page_still_types(bench, seat):
    draft = prepare(bench.house, "complete")
    porteur = seat(bench.url, "porteur_projet")
    porteur.section(draft, "identite")
    away = bench.house.visitor("porteur_projet")
    page = away.get(f"{draft}/verifier")
    away.post(f"{draft}/finaliser", {"_rev": page.hidden("_rev")})
    porteur.control("titre").fill("Un tout autre titre")
    porteur.control("titre").blur()
    expect(porteur.page.locator("#save-status")).to_contain_text("Ce document est finalisé")
