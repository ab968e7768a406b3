from questionnaire.access import (
    ROLE_LABELS,
    Actor,
    Membership,
    Organisation,
    OrganisationKind,
    Perimeter,
    Person,
    Role,
)
from questionnaire.spec.roles import ROLES

SOUTH = Organisation("south", "region", OrganisationKind.ETABLISSEMENT, "Sud", "sanitaire", "Europe/Paris")
ANA = Person("p1", "Ana", "Bellec")


def _actor(*memberships):
    return Actor(1, ANA, memberships, SOUTH)


def test_every_role_has_a_label():
    assert set(ROLE_LABELS) == set(Role)
    assert len(Role) == 14


def test_name_puts_first_name_first():
    assert ANA.name == "Ana Bellec"


def test_perimeter_joins_what_memberships_reach():
    actor = _actor(
        Membership("south", Role.PORTEUR_PROJET, frozenset({"south"})),
        Membership("group", Role.SIEGE, frozenset({"group", "north"})),
    )
    assert actor.perimeter == Perimeter(frozenset({"south", "group", "north"}))


def test_perimeter_without_membership_is_empty():
    assert _actor().perimeter == Perimeter(frozenset())


def test_roles_in_counts_only_memberships_that_reach():
    actor = _actor(
        Membership("south", Role.PATIENT_PARTENAIRE, frozenset({"south"})),
        Membership("group", Role.SIEGE, frozenset({"group", "north"})),
    )
    assert actor.roles_in("north") == {Role.SIEGE}
    assert actor.roles_in("south") == {Role.PATIENT_PARTENAIRE}
    assert actor.roles_in("elsewhere") == frozenset()


def test_has_asks_for_the_role_anywhere():
    actor = _actor(Membership("south", Role.QUALITE, frozenset({"south"})))
    assert actor.has(Role.QUALITE) is True
    assert actor.has(Role.DIRECTION) is False


def test_roles_of_forms_are_roles_of_people_under_the_same_names():
    assert {code: ROLE_LABELS[Role(code)] for code in ROLES} == ROLES
