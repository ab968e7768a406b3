"""Organisations: what comes down to each, and services in their house."""

import pytest

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.organisations import Contact, OrganisationSettings, Profile
from questionnaire.storage import organisations, people
from questionnaire.storage.errors import NotFound
from questionnaire.storage.organisations import OrganisationRecord
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted
from tests.storage.world import NOW, open_account

HELP = Contact("Siège", "01 02 03 04 05")
SAID = Profile("#0055aa", help=HELP, settings=OrganisationSettings(draft_months=24))


@pytest.fixture
def service(session, world):
    """A service of the first hospital, which says its département."""
    with writing(session):
        kept = organisations.record(session, world.here, "a")
        place = kept.organisation
        changed = Organisation("a", place.parent_id, place.kind, place.name, "social", "Indian/Reunion", "974")
        organisations.change(session, world.here, OrganisationRecord(changed, "1 rue", "750100125"))
        new = Organisation("s", "a", OrganisationKind.SERVICE, "Néphrologie", "sanitaire", "Europe/Paris")
        people.add_organisation(session, new)
    return Perimeter(frozenset({"s"}))


def said(session, whole, id_, profile):
    with writing(session):
        kept = organisations.record(session, whole, id_)
        organisations.change(session, whole, OrganisationRecord(kept.organisation, own=profile))


def profile(session, whole, id_):
    with reading(session):
        return organisations.record(session, whole, id_).organisation.profile


def test_service_has_sector_zone_and_department_from_its_house(session, service):
    with reading(session):
        place = people.get_organisation(session, service, "s")
    assert (place.sector, place.timezone, place.department) == ("social", "Indian/Reunion", "974")
    assert (place.house.id, place.full_name) == ("a", "Hôpital a – Néphrologie")


def test_role_at_a_house_reaches_its_services_and_a_role_at_a_service_nothing_else(session, world, service):
    with writing(session):
        whole = Perimeter(world.whole.organisations | service.organisations)
        for id_, place in (("zoe", "a"), ("max", "s")):
            people.add_person(session, whole, place, Person(id_, "X", "Y"))
            people.grant(session, whole, id_, place, Role.PORTEUR_PROJET)
    for id_ in ("zoe", "max"):
        open_account(session, Person(id_, "X", "Y"))
    actors = [people.actor_of_person(session, id_) for id_ in ("zoe", "max")]
    assert [sorted(actor.perimeter.organisations) for actor in actors] == [["a", "s"], ["s"]]
    assert [actor.organisation.house.id for actor in actors] == ["a", "a"]


def test_what_is_said_above_holds_below_until_something_nearer_is_said(session, world):
    said(session, world.whole, "group", SAID)
    assert [profile(session, world.whole, id_) for id_ in ("group", "a", "b")] == [SAID, SAID, SAID]
    said(session, world.whole, "a", Profile("#5a2a58"))
    assert profile(session, world.whole, "a") == Profile("#5a2a58", help=HELP, settings=SAID.settings)
    said(session, world.whole, "group", Profile())
    assert [profile(session, world.whole, id_) for id_ in ("a", "b")] == [Profile("#5a2a58"), Profile()]


@pytest.mark.usefixtures("service")
def test_new_organisation_takes_what_is_said_above_it(session, world):
    said(session, world.whole, "group", SAID)
    with writing(session):
        people.add_organisation(
            session, Organisation("t", "a", OrganisationKind.SERVICE, "T", "sanitaire", "Europe/Paris")
        )
    assert profile(session, Perimeter(frozenset({"t"})), "t") == SAID


def test_lineage_tells_what_each_says_up_to_the_top(session, world):
    said(session, world.whole, "group", SAID)
    with reading(session):
        found = organisations.lineage(session, world.here, "a")
    assert [(each.id, each.own) for each in found] == [("a", Profile()), ("group", SAID)]


def test_actor_knows_what_holds_in_their_house_in_one_statement(session, world, engine):
    said(session, world.whole, "group", SAID)
    account = open_account(session, Person("ana", "Ana", "Bellec"))
    with reading(session), counted(engine) as statements:
        actor = people.load_actor(session, account)
    assert actor is not None
    assert (actor.organisation.profile, len(statements)) == (SAID, 1)


def test_archived_house_archives_its_services(session, world, service):
    with writing(session):
        organisations.set_archived(session, world.here, "a", NOW)
    with reading(session):
        assert people.get_organisation(session, service, "s").archived is True
    with writing(session):
        organisations.set_archived(session, world.here, "a", None)
    with reading(session):
        assert people.get_organisation(session, service, "s").archived is False


def test_nothing_is_changed_outside_the_perimeter(session, world):
    with reading(session):
        elsewhere = organisations.record(session, world.there, "b")
    with pytest.raises(NotFound), writing(session):
        organisations.change(session, world.here, elsewhere)
