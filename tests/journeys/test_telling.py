"""People are told of what concerns them, in the transaction of the act, each once; they read it and choose how."""

import re

import pytest

from tests.journeys.chain import begin_fiche, sign
from tests.journeys.house import House, Visitor
from tests.journeys.test_fiche_projet import finalise
from tests.journeys.together import give

OUTBOX = "/boite-denvoi/"
ROW = re.compile(r'<p><a href="(/[^"]+)">(?:<strong>)?([^<]*)(?:</strong>)?</a>.*?<p class="meta">([^<]*)</p>')


def told(visitor: Visitor, url: str = OUTBOX) -> list[tuple[str, str]]:
    """The letters of a list: to whom or since when, and about what, the newest first."""
    return [(detail.partition(",")[0], subject) for _, subject, detail in ROW.findall(visitor.get(url).text)]


def mine(visitor: Visitor) -> list[str]:
    return [subject for _, subject in told(visitor, "/messages/")]


@pytest.fixture
def draft(porteur: Visitor) -> str:
    return porteur.begin()


@pytest.fixture
def patient(house: House, porteur: Visitor, draft: str) -> Visitor:
    """The patient partner, in the team."""
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "patient_partenaire"})
    (link,) = re.findall(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)
    visitor = house.visitor("patient_partenaire")
    visitor.get(link)
    visitor.post(link, {})
    return visitor


def comment(visitor: Visitor, draft: str, words: str = "Une remarque secrète") -> None:
    url = f"{draft}/commentaires/question?question=titre"
    visitor.get(url)
    assert visitor.post(url, {"_texte": words}).status == 200


def test_an_invitation_is_written_to_its_address(porteur, draft):
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": " odette@exemple.fr "})
    assert "Un courriel part à l’adresse odette@exemple.fr" in page.text
    assert "courriel en attente pour odette@exemple.fr" in page.text
    ((to, subject),) = told(porteur)
    assert (to, subject.startswith("Nadia Lemoine vous invite à rejoindre")) == ("À\u00a0: odette@exemple.fr", True)


@pytest.mark.parametrize("typed", ["odette", "odette@exemple.fr, paul@exemple.fr", "a@b.fr\r\nBcc: c@d.fr"])
def test_an_address_that_cannot_be_one_is_said_beside_its_field_and_invites_nobody(porteur, draft, typed):
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": typed})
    assert (page.status, "Écrivez une seule adresse" in page.text) == (422, True)
    assert '<option value="copilote" selected>' in page.text
    assert (told(porteur), "Invitations en attente" in page.text) == ([], False)


@pytest.mark.usefixtures("patient")
def test_who_is_given_a_part_is_told_once_a_day(porteur, draft):
    for _ in range(2):
        give(porteur, draft, "moyens", "Odette Vasseur")
    assert [to for to, _ in told(porteur)] == ["À\u00a0: Odette Vasseur (patient_partenaire@demo.example)"]


def test_what_one_takes_oneself_is_no_news(porteur, draft):
    give(porteur, draft, "moyens", "Nadia Lemoine")
    assert told(porteur) == []


def test_those_who_pilot_or_spoke_are_told_of_a_comment_without_its_words(porteur, draft, patient):
    comment(patient, draft)
    assert [to for to, _ in told(porteur)] == ["À\u00a0: Nadia Lemoine (porteur_projet@demo.example)"]
    comment(porteur, draft, "Une réponse secrète")
    assert {to for to, _ in told(porteur)} == {
        "À\u00a0: Nadia Lemoine (porteur_projet@demo.example)",
        "À\u00a0: Odette Vasseur (patient_partenaire@demo.example)",
    }
    (letter,) = porteur.get("/messages/").links(r"/messages/(?!preferences)[a-z0-9]+")
    text = porteur.get(letter).text
    assert ("Odette Vasseur a écrit un commentaire" in text, "secrète" in text) == (True, False)


def test_a_second_comment_within_the_hour_is_no_second_letter(porteur, draft, patient):
    comment(patient, draft)
    comment(patient, draft, "Une autre")
    assert len(told(porteur)) <= 2  # two where an hour begins between both


def test_signatories_are_told_in_turn_then_that_all_is_signed(house, porteur):
    document = finalise(porteur, begin_fiche(porteur)).url
    assert told(porteur) == []
    house.work()
    assert [subject.partition("\u00a0:")[0] for subject in mine(porteur)] == ["Votre signature est attendue"]
    sign(porteur, document)
    house.work()
    assert [subject.partition("\u00a0:")[0] for subject in mine(porteur)] == [
        "Le document est signé",
        "Votre signature est attendue",
    ]
    assert mine(house.visitor("patient_partenaire")) == []


def test_a_letter_leads_to_the_page_that_it_tells_of(house, porteur):
    document = finalise(porteur, begin_fiche(porteur)).url
    house.work()
    (letter,) = porteur.get("/messages/").links(r"/messages/(?!preferences)[a-z0-9]+")
    (link,) = porteur.get(letter).links(r"http://127\.0\.0\.1:5000/documents/[^\"]+")
    assert link.endswith(document)


def test_new_letters_are_counted_on_the_first_page_until_they_are_noted(porteur, draft, patient):
    comment(patient, draft)
    assert 'Messages <span class="count">1</span>' in porteur.get("/").text
    assert "Nouveau" in porteur.get("/messages/").text
    page = porteur.post("/messages/", {})
    assert ("Nouveau" in page.text, "Tout marquer comme lu" in page.text) == (False, False)
    assert '<span class="count">' not in porteur.get("/").text


def test_people_choose_what_they_get_by_mail(porteur, draft, patient):
    page = porteur.get("/messages/preferences/")
    assert set(re.findall(r'value="(\w+)" checked', page.text)) >= {"comment", "assignment", "to_sign", "signed"}
    page = porteur.post(
        "/messages/preferences/", {"courriels": ["signed", "sign_in_code", "nothing"], "rythme": "hourly"}
    )
    assert "Vos choix sont enregistrés." in page.text
    assert re.findall(r'value="(\w+)" checked', page.text) == ["signed", "at_once"]
    comment(patient, draft)
    assert "Sur cette page seulement" in porteur.get("/messages/").text


def test_a_letter_of_another_person_does_not_exist(house, porteur, draft, patient):
    comment(patient, draft)
    (letter,) = porteur.get("/messages/").links(r"/messages/(?!preferences)[a-z0-9]+")
    assert (patient.get(letter).status, house.visitor("qualite").get(letter).status) == (404, 404)


def test_the_outbox_of_a_demonstration_shows_secrets_to_this_machine(porteur, draft):
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "copilote", "courriel": "odette@exemple.fr"})
    (letter,) = porteur.get(OUTBOX).links(rf"{OUTBOX}[a-z0-9]+")
    page = porteur.get(letter)
    assert len(page.links(r"http://127\.0\.0\.1:5000/invitations/[^\"]+")) == 1
    assert f'src="{letter}/courriel"' in page.text
    assert "<h1" in porteur.get(f"{letter}/courriel").text


def test_the_outbox_of_a_real_installation_does_not_exist(house):
    house.app.config["DEMO"] = False
    assert [house.app.test_client().get(url).status_code for url in (OUTBOX, f"{OUTBOX}x", f"{OUTBOX}x/courriel")] == (
        [404] * 3
    )
