"""Two authors who publish at the same moment: one is served, the other is told."""

from datetime import UTC, datetime
from threading import Thread
from time import monotonic, sleep

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from questionnaire.access import Actor, Membership, Organisation, OrganisationKind, Person, Role
from questionnaire.journeys.authoring.publishing import CannotPublish, publish
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.shelf import Shelf
from questionnaire.spec import Catalogue
from questionnaire.spec.starter import starter
from questionnaire.storage import manuscripts, people, publications
from questionnaire.storage.manuscripts import Manuscript
from questionnaire.storage.transaction import reading, writing

NOW = datetime(2026, 3, 3, tzinfo=UTC)
HOSPITAL = Organisation("hospital", None, OrganisationKind.ETABLISSEMENT, "Hôpital", "sanitaire", "Europe/Paris")
LONG = 20.0


def author(account: int, name: str) -> Actor:
    membership = Membership("hospital", Role.AUTEUR, frozenset({"hospital"}))
    return Actor(account, Person(name, name, "Bellec"), (membership,), HOSPITAL)


@pytest.mark.postgres
@pytest.mark.parametrize("second_text", ["texte", "autre"])
def test_the_same_form_published_twice_at_once_is_published_once(postgres_engine, second_text):
    """The first one holds the pen, its version written, until the second one waits for it."""
    with Session(postgres_engine) as session, writing(session):
        people.add_organisation(session, HOSPITAL)
        whole = people.whole_perimeter(session)
        for name in ("texte", "autre"):
            manuscripts.add(session, whole, Manuscript(name, "hospital", starter("enquete"), 1, NOW, NOW))
    outcomes: list[object] = []

    def come(actor, manuscript, clock):
        with Session(postgres_engine, expire_on_commit=False) as session:
            desk = Desk(session, Shelf(Catalogue((), {})), clock)
            try:
                outcomes.append(publish(desk, actor, manuscript, 1).version)
            except CannotPublish as refusal:
                outcomes.append(str(refusal))

    second = Thread(target=come, args=(author(2, "Luc"), second_text, lambda: datetime.now(UTC)))
    calls: list[float] = []

    def once_the_other_waits():
        calls.append(monotonic())
        if len(calls) > 1 and second.ident is None:  # the pen is held by then
            second.start()
            until = monotonic() + LONG
            while not _somebody_waits(postgres_engine) and monotonic() < until:
                sleep(0.01)
        return datetime.now(UTC)

    come(author(1, "Ana"), "texte", once_the_other_waits)
    if second.ident is None:
        second.start()
    second.join(LONG)
    with Session(postgres_engine) as session, reading(session):
        known = publications.of_form(session, "enquete")
    assert len(known) == 1
    assert len(outcomes) == 2
    assert any("rien n’a changé depuis" in str(outcome) for outcome in outcomes), outcomes


def _somebody_waits(engine):
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar_one() > 0
