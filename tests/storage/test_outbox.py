"""The outbox: one letter a key, taken by one, settled, its secrets erased."""

from dataclasses import replace
from datetime import timedelta

import pytest

from questionnaire.access import Perimeter, Role
from questionnaire.storage import outbox, recipients
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import TOO_LATE, LetterState, OutboxLetter
from questionnaire.storage.people import grant
from questionnaire.storage.transaction import reading, writing
from tests.storage.world import ANA, LUC, NOW, open_account

A_LETTER = OutboxLetter(
    id="letter",
    organisation_id="a",
    key="comment/1",
    person_id="ana",
    kind="comment",
    address="ana@demo.example",
    name="Ana",
    subject="Un commentaire",
    text="Bonjour",
    html="<p>Bonjour</p>",
    secret=False,
    created_at=NOW,
    next_try=NOW,
)
A_SECRET = replace(A_LETTER, id="code", key="code/1", secret=True, text="482913", over_at=NOW + timedelta(minutes=10))
LATER = NOW + timedelta(minutes=30)


@pytest.fixture
def here(session, world):
    """The perimeter of the first hospital, with both letters in its outbox."""
    with writing(session):
        outbox.add(session, world.here, A_LETTER)
        outbox.add(session, world.here, A_SECRET)
    return world.here


def next_due(session, here, at) -> OutboxLetter:
    due = outbox.next_due(session, here, at)
    assert due is not None
    return due


def get(session, here, letter_id):
    with reading(session):
        return outbox.get(session, here, letter_id)


def test_what_was_put_there_is_there(session, here):
    assert (get(session, here, "letter"), get(session, here, "code")) == (A_LETTER, A_SECRET)


def test_the_same_key_twice_is_one_letter(session, here):
    with writing(session):
        assert outbox.add(session, here, replace(A_LETTER, id="other", subject="Autre")) is False
    with reading(session):
        assert outbox.of_keys(session, here, ["comment/1", "nothing"]) == {"comment/1": A_LETTER}


def test_the_same_key_in_another_hospital_is_another_letter(session, world):
    elsewhere = replace(A_LETTER, id="other", organisation_id="b", person_id=None)
    with writing(session):
        outbox.add(session, world.here, A_LETTER)
        assert outbox.add(session, world.there, elsewhere) is True


def test_a_letter_is_taken_by_one(session, here):
    with writing(session):
        due = next_due(session, here, NOW)
        taken = [outbox.take(session, here, due, LATER) for _ in range(2)]
    assert taken == [True, False]
    kept = get(session, here, due.id)
    assert (kept.next_try, kept.tries) == (LATER, 0)


def test_the_letter_due_for_longest_goes_first_and_none_before_its_time(session, here):
    with writing(session):
        outbox.again(session, here, A_SECRET, "Serveur occupé.", LATER)
        assert next_due(session, here, NOW).id == "letter"
        outbox.sent(session, here, A_LETTER, NOW)
        assert outbox.next_due(session, here, NOW) is None
        assert next_due(session, here, LATER).id == "code"


@pytest.mark.parametrize("counted, tries", [(True, 1), (False, 0)])
def test_a_try_counts_unless_the_server_was_away(session, here, counted, tries):
    with writing(session):
        outbox.again(session, here, A_LETTER, "Serveur occupé.", LATER, counted=counted)
    kept = get(session, here, "letter")
    assert (kept.tries, kept.error, kept.next_try) == (tries, "Serveur occupé.", LATER)


def test_a_letter_sent_keeps_its_words_unless_they_are_secret(session, here):
    with writing(session):
        for each in (A_LETTER, A_SECRET):
            outbox.sent(session, here, each, NOW)
    kept = [get(session, here, id_) for id_ in ("letter", "code")]
    assert [(each.state, each.text, each.html, each.sent_at) for each in kept] == [
        (LetterState.SENT, "Bonjour", "<p>Bonjour</p>", NOW),
        (LetterState.SENT, "", "", NOW),
    ]


def test_a_letter_refused_or_come_back_says_why(session, here):
    with writing(session):
        outbox.failed(session, here, A_LETTER, "Adresse inconnue.", LetterState.BOUNCED)
        outbox.failed(session, here, A_SECRET, "Adresse refusée.")
    kept = [get(session, here, id_) for id_ in ("letter", "code")]
    assert [(each.state, each.error, each.text) for each in kept] == [
        (LetterState.BOUNCED, "Adresse inconnue.", "Bonjour"),
        (LetterState.FAILED, "Adresse refusée.", ""),
    ]


def test_when_the_server_is_away_every_letter_waits(session, here):
    with writing(session):
        outbox.hold(session, here, "Serveur injoignable.", LATER)
    kept = [get(session, here, id_) for id_ in ("letter", "code")]
    assert [(each.next_try, each.error, each.tries) for each in kept] == [(LATER, "Serveur injoignable.", 0)] * 2


def test_a_secret_that_is_over_is_erased_and_told(session, here):
    with writing(session):
        assert [outbox.is_untidy(session, here, at, NOW) for at in (NOW, LATER)] == [False, True]
        assert outbox.forget_words(session, here, NOW) is False
        assert outbox.forget_words(session, here, LATER) is True
        assert outbox.forget_words(session, here, LATER) is False
    kept = get(session, here, "code")
    assert (kept.state, kept.error, kept.text, kept.html) == (LetterState.FAILED, TOO_LATE, "", "")
    assert get(session, here, "letter") == A_LETTER


def test_old_letters_are_cleared(session, here):
    with writing(session):
        outbox.clear(session, here, NOW)
        assert len(outbox.latest(session, here, 10)) == 2
        outbox.clear(session, here, LATER)
        assert outbox.latest(session, here, 10) == ()


def test_the_latest_letters_come_first_and_may_be_of_one_state(session, here):
    with writing(session):
        outbox.add(session, here, replace(A_LETTER, id="new", key="new", created_at=LATER))
        outbox.failed(session, here, A_LETTER, "X")
        assert [each.id for each in outbox.latest(session, here, 1)] == ["new"]
        assert [each.id for each in outbox.latest(session, here, 9, LetterState.FAILED)] == ["letter"]


def test_a_letter_for_nobody_of_the_perimeter_is_refused(session, world):
    with writing(session), pytest.raises(NotFound):
        outbox.add(session, world.there, A_LETTER)


def test_letters_go_to_open_accounts_with_the_wish_of_each(session, world):
    open_account(session, ANA)
    open_account(session, LUC, active=False)
    with writing(session):
        recipients.want(session, "ana", "comment", mailed=False)
        recipients.want(session, "ana", "comment", mailed=False)
        here, mailed = world.here, [("ana@demo.example", True)]
        found = recipients.recipients(session, here, ["ana", "luc"], "signed")
        assert [(each.address, each.mailed) for each in found] == mailed
        assert [each.mailed for each in recipients.recipients(session, here, ["ana"], "comment")] == [False]
        assert recipients.unwanted(session, "ana") == {"comment"}
        recipients.want(session, "ana", "comment", mailed=True)
        assert recipients.unwanted(session, "ana") == frozenset()


def test_who_is_in_charge_is_found_at_the_nearest_place(session, world):
    open_account(session, ANA)
    open_account(session, LUC)
    with writing(session):
        grant(session, world.whole, "luc", "b", Role.REFERENT_PARTENARIAT)
        assert [one.person_id for one in recipients.holders(session, ["a", "b"], Role.REFERENT_PARTENARIAT)] == ["luc"]
        grant(session, world.whole, "ana", "a", Role.REFERENT_PARTENARIAT)
        assert [one.person_id for one in recipients.holders(session, ["a", "b"], Role.REFERENT_PARTENARIAT)] == ["ana"]
        assert recipients.holders(session, ["c"], Role.REFERENT_PARTENARIAT) == ()


def test_nobody_is_written_to_outside_of_the_perimeter(session, world):
    open_account(session, ANA)
    with reading(session):
        assert recipients.recipients(session, world.there, ["ana"], "comment") == ()
        assert recipients.recipients(session, Perimeter(frozenset()), ["ana"], "comment") == ()
