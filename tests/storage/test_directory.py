"""The directory: every organisation, and those in charge in them."""

import pytest

from questionnaire.access import OrganisationKind, Person, Role
from questionnaire.storage import directory, people
from questionnaire.storage.directory import Holder
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted


def test_organisations_come_by_name_with_those_who_hold_the_roles_asked_for(session, world):
    with writing(session):
        people.add_person(session, world.whole, "a", Person("zoe", "Zoé", "Ader"))
        people.grant(session, world.whole, "zoe", "a", Role.REFERENT_PARTENARIAT)
        people.grant(session, world.whole, "zoe", "group", Role.QUALITE)
    with reading(session):
        entries = directory.read(session, (Role.REFERENT_PARTENARIAT, Role.QUALITE))
    assert [(place.id, place.kind) for place in entries.organisations] == [
        ("a", OrganisationKind.ETABLISSEMENT),
        ("b", OrganisationKind.ETABLISSEMENT),
        ("group", OrganisationKind.GROUPE),
    ]
    assert entries.holders == (
        Holder("zoe", "Zoé Ader", "a", Role.REFERENT_PARTENARIAT), Holder("zoe", "Zoé Ader", "group", Role.QUALITE),
    )  # fmt: skip


@pytest.mark.usefixtures("world")
def test_directory_takes_one_statement(session, engine):
    with reading(session), counted(engine) as statements:
        entries = directory.read(session, (Role.PORTEUR_PROJET,))
    assert ([holder.id for holder in entries.holders], len(statements)) == (["ana", "eve"], 1)
