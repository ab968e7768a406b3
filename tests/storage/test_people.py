import pytest

from questionnaire.access import Actor, Membership, Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.storage import people, publications, sessions
from questionnaire.storage.accounts import NewAccount
from questionnaire.storage.accounts import open_account as open_new_account
from questionnaire.storage.errors import NotFound
from questionnaire.storage.transaction import reading, writing
from tests.storage.statements import counted
from tests.storage.world import ANA, EVE, LUC, NOW, open_account

HERE = Organisation("a", "group", OrganisationKind.ETABLISSEMENT, "Hôpital a", "sanitaire", "Europe/Paris")


@pytest.mark.usefixtures("world")
def test_actor_of_a_hospital_reaches_it_alone(session):
    account = open_account(session, ANA)
    assert people.load_actor(session, account) == Actor(
        account, ANA, (Membership("a", Role.PORTEUR_PROJET, frozenset({"a"})),), HERE
    )


def test_actor_of_a_group_reaches_what_is_below(session, world):
    account = open_account(session, ANA)
    with writing(session):
        people.grant(session, world.whole, ANA.id, "group", Role.SIEGE)
    actor = people.load_actor(session, account)
    assert actor is not None
    assert actor.perimeter == Perimeter(frozenset({"group", "a", "b"}))
    assert actor.roles_in("b") == {Role.SIEGE}


def test_actor_without_membership_reaches_nothing(session, world):
    with writing(session):
        people.add_person(session, world.whole, "a", Person("new", "Zoé", "Petit"))
    actor = people.load_actor(session, open_account(session, Person("new", "Zoé", "Petit")))
    assert actor is not None
    assert (actor.memberships, actor.perimeter) == ((), Perimeter(frozenset()))


def test_actor_is_found_by_session_and_by_person(session, world):
    account = NewAccount(ANA.id, "ana@demo.example", "hash", "unique")
    with writing(session):
        open_new_account(session, world.here, account)
    actor = people.actor_of_person(session, "ana")
    assert actor.person == ANA
    assert people.load_by_unique(session, "unique") == actor
    assert people.load_by_unique(session, "other") is None


def test_actor_is_signed_in_while_the_session_of_their_own_account_is_open(session, world):
    with writing(session):
        open_new_account(session, world.here, NewAccount(ANA.id, "ana@demo.example", "hash", "unique"))
        open_new_account(session, world.here, NewAccount(LUC.id, "luc@demo.example", "hash", "of luc"))
        ana = people.actor_of_person(session, "ana")
        sessions.begin(session, ana.account_id, "a" * 64, sessions.OpenSession("one", NOW, NOW, "Firefox"))
    stamp = publications.stamp_now(session)
    signed_in = people.load_signed_in(session, "unique", "a" * 64)
    assert signed_in == people.Recognised(ana, "one", NOW, NOW, NOW, stamp=stamp)
    assert people.load_signed_in(session, "unique", "b" * 64) is None
    assert people.load_signed_in(session, "of luc", "a" * 64) is None
    with writing(session):
        sessions.end(session, "a" * 64)
    assert people.load_signed_in(session, "unique", "a" * 64) is None


@pytest.mark.usefixtures("world")
def test_person_without_open_account_is_no_actor(session):
    with pytest.raises(NotFound):
        people.actor_of_person(session, "ana")
    open_account(session, ANA, active=False)
    with pytest.raises(NotFound):
        people.actor_of_person(session, "ana")


@pytest.mark.parametrize("roles", [(), (Role.QUALITE, Role.DIRECTION, Role.REFERENT_PARTENARIAT)])
def test_actor_takes_one_statement(session, world, engine, roles):
    account = open_account(session, ANA)
    with writing(session):
        for role in roles:
            people.grant(session, world.whole, ANA.id, "a", role)
    with reading(session), counted(engine) as statements:
        people.load_actor(session, account)
    assert len(statements) == 1


@pytest.mark.usefixtures("world")
def test_closed_account_has_no_actor(session):
    assert people.load_actor(session, open_account(session, ANA, active=False)) is None
    assert people.load_actor(session, 12345) is None


def test_people_are_found_within_the_perimeter(session, world):
    assert people.get_people(session, world.here, ["ana", "eve", "nobody"]) == {"ana": ANA}
    assert people.get_person(session, world.there, "eve") == EVE
    assert people.get_organisation(session, world.here, "a") == HERE


def test_people_elsewhere_are_not_found(session, world):
    with pytest.raises(NotFound):
        people.get_person(session, world.here, "eve")
    with pytest.raises(NotFound):
        people.get_organisation(session, world.here, "b")


def test_nobody_is_added_or_granted_outside_the_perimeter(session, world):
    with pytest.raises(NotFound):
        people.add_person(session, world.here, "b", Person("x", "X", "Y"))
    with pytest.raises(NotFound):
        people.grant(session, world.here, "ana", "b", Role.QUALITE)
    with pytest.raises(NotFound):
        people.grant(session, world.here, "eve", "a", Role.QUALITE)
