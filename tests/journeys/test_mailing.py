"""What waits in the outbox leaves over a real mail server, once; or is tried again, given up, held, erased."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from questionnaire.cli.runner import workshop
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.mailing import (
    HOLD,
    KEPT,
    LEASE,
    PAUSES,
    came_back,
    letters,
    one_letter,
    send_once,
    tidy_once,
    try_again,
)
from questionnaire.storage import outbox
from questionnaire.storage.database import open_session
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import TOO_LATE, LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import writing
from tests.journeys.house import House, Visitor
from tests.messages.postman import Postman, at_work

ODETTE = "odette@exemple.fr"


@pytest.fixture
def postman() -> Iterator[Postman]:
    with at_work() as found:
        yield found


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    with open_session(house.settings.database_url) as session:
        yield workshop(house.settings, session).desk


@pytest.fixture
def invited(porteur: Visitor) -> str:
    """A letter that waits: the draft in whose team Odette is invited."""
    draft = porteur.begin()
    porteur.get(f"{draft}/equipe")
    porteur.post(f"{draft}/equipe", {"role": "patient_partenaire", "courriel": ODETTE})
    return draft


def later(desk: Desk, after: timedelta) -> Desk:
    return replace(desk, clock=lambda: datetime.now(UTC) + after)


def only(desk: Desk) -> OutboxLetter:
    """The letter, without that which tells that it did not arrive."""
    (letter,) = (each for each in letters(desk) if each.kind != "invitation_returned")
    return letter


@pytest.mark.usefixtures("invited")
def test_a_letter_leaves_once_and_its_secret_is_erased(desk, postman):
    assert [send_once(desk, postman.relay) for _ in range(2)] == [True, False]
    (got,) = postman.received
    kept = only(desk)
    assert (got["To"], kept.state, kept.text, kept.html) == (ODETTE, LetterState.SENT, "", "")
    assert got["Message-ID"] == f"<{kept.id}@hopital.example>"


@pytest.mark.usefixtures("invited")
def test_the_link_of_an_invitation_leads_to_it(house, desk, postman):
    send_once(desk, postman.relay)
    text = postman.received[0].get_body(("plain",)).get_content()
    (link,) = re.findall(r"http://[^/]+(/invitations/\S+)", text)
    assert "vous invite" in house.visitor("referent_partenariat").get(link).text


@pytest.mark.usefixtures("invited")
def test_without_a_server_letters_wait(desk):
    assert (send_once(desk, None), only(desk).state) == (False, LetterState.WAITING)


@pytest.mark.usefixtures("invited")
def test_a_letter_taken_by_a_runner_that_died_leaves_after_its_lease_under_the_same_number(desk, postman):
    kept = only(desk)
    with writing(desk.session) as session:
        assert outbox.take(session, whole_perimeter(session), kept, desk.clock() + LEASE) is True
    assert send_once(desk, postman.relay) is False
    assert send_once(later(desk, LEASE), postman.relay) is True
    assert postman.received[0]["Message-ID"] == f"<{kept.id}@hopital.example>"


@pytest.mark.usefixtures("invited")
def test_a_letter_wanted_later_is_tried_with_growing_pauses_then_given_up(desk, postman):
    postman.to_letter = "451 4.3.0 plus tard"
    passed = timedelta()
    for pause in PAUSES:
        assert send_once(later(desk, passed), postman.relay) is True
        assert send_once(later(desk, passed + pause - timedelta(seconds=20)), postman.relay) is False
        passed += pause + timedelta(seconds=20)
    assert (only(desk).state, only(desk).tries) == (LetterState.WAITING, len(PAUSES))
    send_once(later(desk, passed), postman.relay)
    assert (only(desk).state, "451 4.3.0" in only(desk).error, only(desk).text) == (LetterState.FAILED, True, "")


@pytest.mark.usefixtures("invited")
def test_a_letter_refused_for_good_is_shown_to_who_sent_it(desk, postman, porteur, invited):
    postman.to_recipient = "550 5.1.1 inconnue"
    assert send_once(desk, postman.relay) is True
    assert only(desk).state is LetterState.FAILED
    assert f"envoyée à {ODETTE} n’est pas arrivée. Le serveur de courriel a refusé l’adresse (550 5.1.1)." in (
        porteur.get(f"{invited}/equipe").text
    )


@pytest.mark.usefixtures("invited")
def test_while_the_server_is_away_all_wait_and_no_try_is_counted(desk, postman):
    away = replace(postman.relay, port=1)
    assert send_once(desk, away) is False
    kept = only(desk)
    assert (kept.state, kept.tries, "ne répond pas" in kept.error) == (LetterState.WAITING, 0, True)
    assert send_once(desk, postman.relay) is False
    assert send_once(later(desk, HOLD + timedelta(seconds=5)), postman.relay) is True
    assert only(desk).error == ""


@pytest.mark.usefixtures("invited")
def test_a_secret_that_is_over_never_leaves(desk, postman):
    assert send_once(later(desk, timedelta(days=15)), postman.relay) is True
    assert (postman.received, only(desk).state, only(desk).error, only(desk).text) == (
        [],
        LetterState.FAILED,
        TOO_LATE,
        "",
    )


@pytest.mark.usefixtures("invited")
def test_secrets_that_are_over_and_old_letters_are_tidied(desk):
    assert tidy_once(desk) is False
    assert [tidy_once(later(desk, timedelta(days=15))) for _ in range(2)] == [True, False]
    assert (only(desk).text, only(desk).state) == ("", LetterState.FAILED)
    assert tidy_once(later(desk, KEPT + timedelta(days=1))) is True
    assert letters(desk) == ()


@pytest.mark.usefixtures("invited")
def test_a_letter_that_came_back_is_known_by_its_message_id(desk, postman):
    send_once(desk, postman.relay)
    came_back(desk, postman.received[0]["Message-ID"], "Boîte pleine.")
    assert (only(desk).state, only(desk).error) == (LetterState.BOUNCED, "Le message est revenu. Boîte pleine.")
    assert try_again(desk, only(desk).id) is False  # its words are erased
    with pytest.raises(NotFound):
        came_back(desk, "<nothing@hopital.example>")


def test_a_letter_that_is_no_secret_may_be_tried_again(house, porteur, desk, postman):
    draft = porteur.begin()
    patient = house.visitor("patient_partenaire")
    porteur.get(f"{draft}/equipe")
    page = porteur.post(f"{draft}/equipe", {"role": "copilote"})
    (link,) = re.findall(r'value="http://[^/]+(/invitations/[^"]+)"', page.text)
    patient.get(link)
    patient.post(link, {})
    url = f"{draft}/commentaires/question?question=titre"
    patient.get(url)
    patient.post(url, {"_texte": "Une remarque secrète"})
    postman.to_recipient = "550 5.1.1 inconnue"
    send_once(desk, postman.relay)
    kept = only(desk)
    assert (kept.kind, kept.address, "secrète" in kept.text) == ("comment", "porteur_projet@demo.example", False)
    postman.to_recipient = ""
    assert (try_again(desk, kept.id), try_again(desk, kept.id)) == (True, False)
    assert (send_once(desk, postman.relay), one_letter(desk, kept.id).state) == (True, LetterState.SENT)
