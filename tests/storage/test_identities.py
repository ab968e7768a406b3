"""Accounts and identities stored once, whoever comes at the same moment."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread
from time import monotonic, sleep

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from questionnaire.access import Organisation, OrganisationKind
from questionnaire.access.claims import Asserted
from questionnaire.access.providers import Provider
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.entering.federating import recognise
from questionnaire.journeys.shelf import Shelf
from questionnaire.spec import Catalogue
from questionnaire.storage import accounts, identities, people
from questionnaire.storage.accounts import NewAccount
from questionnaire.storage.errors import AlreadyThere
from questionnaire.storage.identities import Identity
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.identities import identity
from questionnaire.storage.transaction import reading, writing
from tests.storage.world import ANA, LUC, NOW, open_account

LINK = Identity("https://sso.example", "1", opened=False, since=NOW, last_at=NOW)
NEW = NewAccount(LUC.id, "luc@demo.example", "", "luc")
PROVIDER = Provider(
    name="chu",
    label="le CHU",
    issuer=LINK.issuer,
    metadata="",
    client_id="",
    client_secret="",
    organisation="hospital",
    open_accounts=True,
)
PERSON = Asserted(LINK.issuer, "1", "rose@demo.example", "Rose", "Blin")
LONG = 20.0


def test_account_of_a_person_is_opened_once(session, world):
    with writing(session):
        accounts.open_account(session, world.here, NEW)
        with pytest.raises(AlreadyThere):
            accounts.open_account(session, world.here, replace(NEW, email="other@demo.example", unique="other"))
    assert session.scalars(select(account.c.email)).all() == ["luc@demo.example"]


def test_address_opens_one_account(session, world):
    open_account(session, ANA)
    with writing(session), pytest.raises(AlreadyThere):
        accounts.open_account(session, world.here, replace(NEW, email=f"{ANA.id}@demo.example"))


@pytest.mark.parametrize("again", [LINK, replace(LINK, subject="2")])
def test_identity_is_linked_once_and_an_account_to_one_of_a_provider(session, world, again):
    account_id = open_account(session, ANA)
    with writing(session):
        identities.add(session, world.here, account_id, LINK)
        with pytest.raises(AlreadyThere):
            identities.add(session, world.here, account_id, again)
    assert [each.subject for each in identities.of_account(session, account_id)] == ["1"]


@pytest.mark.postgres
def test_somebody_who_comes_twice_at_once_for_the_first_time_gets_one_account(postgres_engine):
    """The first one waits, its account written, until the second one waits for it."""
    with Session(postgres_engine) as session, writing(session):
        home = Organisation("hospital", None, OrganisationKind.ETABLISSEMENT, "Hôpital", "sanitaire", "Europe/Paris")
        people.add_organisation(session, home)
    found: list[str] = []

    def come(clock):
        with Session(postgres_engine, expire_on_commit=False) as session:
            found.append(recognise(Desk(session, Shelf(Catalogue((), {})), clock), PROVIDER, PERSON))

    second = Thread(target=come, args=(lambda: datetime.now(UTC),))

    def once_the_other_waits():
        if second.ident is None:
            second.start()
            until = monotonic() + LONG
            while not _somebody_waits(postgres_engine) and monotonic() < until:
                sleep(0.01)
        return datetime.now(UTC)

    come(once_the_other_waits)
    second.join(LONG)
    with Session(postgres_engine) as session, reading(session):
        assert session.execute(select(func.count()).select_from(account)).scalar_one() == 1
        assert session.execute(select(func.count()).select_from(identity)).scalar_one() == 1
    assert found == [found[0]] * 2


def _somebody_waits(engine):
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar_one() > 0
