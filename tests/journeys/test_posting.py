"""Posting: one letter a key, to people who have an account, with the transaction of what it tells of."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from questionnaire.access import Organisation, Perimeter
from questionnaire.cli.runner import workshop
from questionnaire.journeys.demonstration.places import HOSPITAL
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters.posting import BAD_ADDRESS, News, helper_of, letter_of, post, post_to_people
from questionnaire.messages.composing import FactsMissing
from questionnaire.organisations import Contact, OrganisationSettings, Profile
from questionnaire.storage import organisations, outbox, recipients
from questionnaire.storage.database import open_session
from questionnaire.storage.errors import NotFound
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.recipients import Recipient
from questionnaire.storage.transaction import reading, writing
from tests.journeys.house import House

CODE = News("sign_in_code", "code/1", {"code": "482913", "minutes": "10"})
CHANGED = News("password_changed", "1", {"when": "à midi"})
COMMENT = {"author": "Paul", "project": "P", "document": "D", "section": "S", "draft": "d"}
SOMEBODY = Recipient("odile@patients.example", "Odile Petit")


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    with open_session(house.settings.database_url) as session:
        yield workshop(house.settings, session).desk


@pytest.fixture
def everywhere(desk: Desk) -> Perimeter:
    with reading(desk.session) as session:
        return whole_perimeter(session)


@pytest.fixture
def hospital(desk: Desk, everywhere: Perimeter) -> Organisation:
    """The hospital of the demonstration, without any contact of its own."""
    with reading(desk.session) as session:
        found = next(each for each in organisations.within(session, everywhere) if each.name == HOSPITAL)
    return replace(found, profile=Profile())


def letters(desk: Desk, everywhere: Perimeter) -> tuple[OutboxLetter, ...]:
    with reading(desk.session) as session:
        return outbox.latest(session, everywhere, 50)


def test_a_letter_posted_waits_in_the_outbox(desk, everywhere, hospital):
    with writing(desk.session):
        assert post(desk, everywhere, hospital, SOMEBODY, CODE) is True
    (kept,) = letters(desk, everywhere)
    assert (kept.state, kept.address, kept.name, kept.secret) == (LetterState.WAITING, *_who(SOMEBODY), True)
    assert "482913" in letter_of(kept).text
    assert kept.over_at == kept.created_at + timedelta(hours=1)


def _who(to: Recipient) -> tuple[str, str]:
    return to.address, to.name


def test_the_same_key_twice_is_one_letter(desk, everywhere, hospital):
    for _ in range(2):
        with writing(desk.session):
            post(desk, everywhere, hospital, SOMEBODY, CODE)
    assert len(letters(desk, everywhere)) == 1


def test_what_was_not_stored_is_not_announced(desk, everywhere, hospital):
    with contextlib.suppress(NotFound), writing(desk.session) as session:
        post(desk, everywhere, hospital, SOMEBODY, CODE)
        outbox.get(session, everywhere, "nothing")
    assert letters(desk, everywhere) == ()


def test_outside_of_the_perimeter_nothing_is_posted(desk, everywhere, hospital):
    with pytest.raises(NotFound), writing(desk.session):
        post(desk, Perimeter(frozenset()), hospital, SOMEBODY, CODE)
    assert letters(desk, everywhere) == ()


def test_a_letter_without_all_that_it_says_is_a_fault_of_the_caller(desk, everywhere, hospital):
    with pytest.raises(FactsMissing), writing(desk.session):
        post(desk, everywhere, hospital, SOMEBODY, News("sign_in_code", "code/1", {"code": "482913"}))


@pytest.mark.parametrize("address", ["nobody", "a@b.example\r\nBcc: c@d.example", "a b@c.example", ""])
def test_an_address_that_cannot_be_one_fails_without_stopping_anybody(desk, everywhere, hospital, address):
    with writing(desk.session):
        post(desk, everywhere, hospital, Recipient(address, "X"), CHANGED)
    (kept,) = letters(desk, everywhere)
    assert (kept.state, kept.error, kept.address) == (LetterState.FAILED, BAD_ADDRESS, "")


def test_people_are_written_to_at_their_account_each_once(desk, everywhere, hospital):
    with writing(desk.session) as session:
        team = [one.person_id for role in ("porteur_projet", "copilote") for one in _holders(session, hospital, role)]
        post_to_people(desk, everywhere, hospital, [*team, *team, "nobody"], News("comment", "comment/1", COMMENT))
    assert sorted(each.address for each in letters(desk, everywhere)) == [
        "copilote@demo.example",
        "porteur_projet@demo.example",
    ]


def _holders(session, hospital, role):
    return recipients.holders(session, [hospital.id], role)


def test_who_reads_such_letters_on_the_page_alone_gets_no_mail(desk, everywhere, hospital):
    with writing(desk.session) as session:
        (porteur,) = _holders(session, hospital, "porteur_projet")
        for kind in ("comment", "draft_expiring"):
            recipients.want(session, porteur.person_id, kind, mailed=False)
        post_to_people(desk, everywhere, hospital, [porteur.person_id], News("comment", "c", COMMENT))
        facts = {"document": "D", "project": "P", "day": "1er mai 2027", "draft": "d"}
        post_to_people(desk, everywhere, hospital, [porteur.person_id], News("draft_expiring", "e", facts))
    # What announces a loss cannot be switched off.
    assert {each.kind: each.state for each in letters(desk, everywhere)} == {
        "comment": LetterState.HERE,
        "draft_expiring": LetterState.WAITING,
    }


def test_a_letter_names_the_contact_of_its_establishment(desk, everywhere, hospital):
    contact = Contact("Bureau du partenariat", "01 23 45 67 89", "bureau@hopital.example")
    settings = OrganisationSettings(sender_name="CH de l’Exemple", reply_to="bureau@hopital.example")
    told = replace(hospital, profile=Profile(help=contact, settings=settings))
    with writing(desk.session):
        post(desk, everywhere, told, SOMEBODY, CHANGED)
    (kept,) = letters(desk, everywhere)
    assert "Vous pouvez joindre\u00a0: Bureau du partenariat, 01 23 45 67 89, bureau@hopital.example" in kept.text
    assert (kept.sender_name, kept.reply_to) == ("CH de l’Exemple", "bureau@hopital.example")


def test_without_a_contact_the_referent_helps(desk, everywhere, hospital):
    with writing(desk.session):
        post(desk, everywhere, hospital, SOMEBODY, CHANGED)
    (kept,) = letters(desk, everywhere)
    assert "Irène Caron (référent partenariat), referent_partenariat@demo.example" in kept.text


def test_where_there_is_no_referent_nobody_is_named(desk, hospital):
    with reading(desk.session):
        assert helper_of(desk, replace(hospital, id="nowhere", parent_id=None)) == ""
