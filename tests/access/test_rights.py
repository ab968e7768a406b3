import pytest

from questionnaire.access import (
    Action,
    Actor,
    Forbidden,
    Membership,
    Organisation,
    OrganisationKind,
    Perimeter,
    Person,
    Relation,
    Role,
    allowed,
    reach,
    require,
    team_holds,
)

A = Action
HOSPITAL = Organisation("a", None, OrganisationKind.ETABLISSEMENT, "A", "sanitaire", "Europe/Paris")

SEES = {A.READ_DOCUMENT, A.READ_TOTALS, A.COUNT, A.READ_CARD}
"""What whoever reads documents may do with them, all at once or one by one."""
MEMBER = {A.READ_PROJECT, A.READ_DRAFT, A.SIGN, *SEES}
BY_PROJECT_ROLE = {
    Role.PORTEUR_PROJET: {
        *MEMBER, A.CREATE_DRAFT, A.EDIT_DRAFT, A.FILL_PART, A.INVITE, A.ASSIGN, A.HAND_OVER, A.DELETE_DRAFT,
        A.FINALISE,
    },
    Role.COPILOTE: {
        *MEMBER, A.CREATE_DRAFT, A.EDIT_DRAFT, A.FILL_PART, A.INVITE, A.ASSIGN, A.HAND_OVER, A.FINALISE,
    },
    Role.PROFESSIONNEL_PARTENAIRE: MEMBER,
    Role.PATIENT_PARTENAIRE: MEMBER,
    Role.PROCHE_AIDANT_PARTENAIRE: MEMBER,
    Role.REPRESENTANT_USAGERS: MEMBER,
    Role.MEMBRE_ASSOCIATION: MEMBER,
}  # fmt: skip
BY_OFFICE = {
    Role.PORTEUR_PROJET: {A.CREATE_PROJECT},
    Role.REFERENT_PARTENARIAT: {A.READ_PROJECT, A.READ_DRAFT, A.HAND_OVER, *SEES},
    Role.QUALITE: {A.READ_PROJECT, *SEES, A.LIST_ARCHIVE, A.OPEN_ARCHIVE, A.VERIFY_ARCHIVE},
    Role.DIRECTION: {A.READ_PROJECT, *SEES},
    Role.SIEGE: {A.READ_PROJECT, *SEES},
}
READ_OWN = {A.READ_DRAFT, A.READ_DOCUMENT}
WRITE_OWN = {A.EDIT_DRAFT, A.FILL_PART, A.DELETE_DRAFT, A.FINALISE}
TEAM = set(BY_PROJECT_ROLE)
PILOTS = {Role.PORTEUR_PROJET, Role.COPILOTE}


def _actor(*roles, place="a"):
    memberships = tuple(Membership(place, role, frozenset({place})) for role in roles)
    return Actor(1, Person("p", "Ana", "Bellec"), memberships, HOSPITAL)


def _rights(actor, relation):
    return {action for action in Action if allowed(actor, action, relation)}


@pytest.mark.parametrize("role", Role)
def test_role_in_project_gives_its_rights_and_no_other(role):
    # Someone who belongs to the hospital without any office there.
    member = _actor(Role.PATIENT_PARTENAIRE)
    assert _rights(member, Relation("a", role)) == BY_PROJECT_ROLE.get(role, set())


@pytest.mark.parametrize("role", Role)
def test_office_gives_its_rights_and_no_other(role):
    assert _rights(_actor(role), Relation("a")) == BY_OFFICE.get(role, set())


@pytest.mark.parametrize("role", Role)
def test_whoever_the_circuit_names_signs_if_they_are_of_the_team(role):
    member = _actor(Role.PATIENT_PARTENAIRE)
    usual = BY_PROJECT_ROLE.get(role, set())
    assert _rights(member, Relation("a", role, named=True)) == (usual | {A.SIGN} if role in TEAM else usual)
    assert _rights(member, Relation("a", None, named=True)) == set()


@pytest.mark.parametrize("role", Role)
def test_a_document_of_one_person_is_theirs_to_read_and_of_the_team_to_write(role):
    member = _actor(Role.PATIENT_PARTENAIRE)
    writes = WRITE_OWN | {A.CREATE_DRAFT, A.SIGN} if role in TEAM else set()
    assert _rights(member, Relation("a", role, "person", own=True)) == READ_OWN | writes
    assert _rights(member, Relation("a", None, "person", own=True)) == READ_OWN


@pytest.mark.parametrize("role", Role)
def test_a_document_of_another_person_is_read_and_countersigned_by_those_who_pilot(role):
    member = _actor(Role.PATIENT_PARTENAIRE)
    begins = {A.CREATE_DRAFT} if role in TEAM else set()
    expected = begins | ({A.READ_DOCUMENT, A.SIGN} if role in PILOTS else set())
    assert _rights(member, Relation("a", role, "person")) == expected


@pytest.mark.parametrize("role", Role)
def test_office_reads_the_documents_of_persons_and_the_head_office_counts_them(role):
    expected = BY_OFFICE.get(role, set()) - {A.CREATE_PROJECT, A.READ_PROJECT, A.READ_DRAFT, A.HAND_OVER}
    assert _rights(_actor(role), Relation("a", None, "person")) == ({A.COUNT} if role is Role.SIEGE else expected)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("own", [True, False])
def test_a_document_for_oneself_alone_is_opened_by_nobody_else(role, own):
    begins = {A.CREATE_DRAFT} if role in TEAM else set()
    alone = READ_OWN | (WRITE_OWN if role in TEAM else set()) if own else set()
    assert _rights(_actor(Role.PATIENT_PARTENAIRE), Relation("a", role, "free", own=own)) == begins | alone


@pytest.mark.parametrize("role", Role)
def test_no_office_opens_a_document_for_oneself_alone(role):
    assert _rights(_actor(role), Relation("a", None, "free")) == set()
    assert reach(_actor(role), A.LIST_ARCHIVE, "free") == Perimeter(frozenset())


@pytest.mark.parametrize("role", Role)
def test_organisations_and_people_are_administered_in_those_that_the_role_reaches(role):
    expected = {
        Role.ADMIN: {
            A.MANAGE_ORGANISATIONS,
            A.MANAGE_PEOPLE,
            A.MANAGE_ACCOUNTS,
            A.READ_AUDIT,
            A.READ_INSTALLATION,
            A.READ_PROCESSING,
        },
        Role.REFERENT_PARTENARIAT: {A.MANAGE_PEOPLE, A.READ_PROCESSING},
        Role.QUALITE: {A.READ_PROCESSING},
        Role.AUTEUR: {A.WRITE_FORMS},
    }
    assert _rights(_actor(role), Relation("a", None, "organisation")) == expected.get(role, set())
    assert _rights(_actor(role), Relation("b", None, "organisation")) == set()


@pytest.mark.parametrize("role", Role)
def test_a_part_given_is_filled_by_members_of_the_team(role):
    member = _actor(Role.PATIENT_PARTENAIRE)
    assert allowed(member, A.FILL_PART, Relation("a", role, given=True)) is (role in TEAM)
    assert team_holds(role, A.FILL_PART, "project", given=True) is (role in TEAM)
    assert team_holds(role, A.FILL_PART, "project") is (role in PILOTS)


def test_users_representatives_read_the_fiche_and_are_given_no_part_of_it():
    assert team_holds(Role.REPRESENTANT_USAGERS, A.FILL_PART, "fiche_projet", given=True) is False
    assert team_holds(Role.REPRESENTANT_USAGERS, A.READ_DOCUMENT, "fiche_projet") is True


def test_one_s_own_outside_the_perimeter_is_refused():
    assert _rights(_actor(Role.PORTEUR_PROJET), Relation("b", Role.PORTEUR_PROJET, "person", own=True)) == set()


def test_nothing_is_allowed_outside_the_perimeter():
    porteur = _actor(Role.PORTEUR_PROJET, Role.QUALITE)
    assert _rights(porteur, Relation("b", Role.PORTEUR_PROJET)) == set()


def test_nothing_is_allowed_on_an_unknown_type_of_document():
    porteur = _actor(Role.PORTEUR_PROJET)
    assert _rights(porteur, Relation("a", Role.PORTEUR_PROJET, "campaign")) == set()


def test_office_held_elsewhere_counts_for_nothing():
    quality_elsewhere = Membership("b", Role.QUALITE, frozenset({"b"}))
    patient_here = Membership("a", Role.PATIENT_PARTENAIRE, frozenset({"a"}))
    actor = Actor(1, Person("p", "Ana", "Bellec"), (quality_elsewhere, patient_here), HOSPITAL)
    assert allowed(actor, A.LIST_ARCHIVE, Relation("a")) is False
    assert allowed(actor, A.LIST_ARCHIVE, Relation("b")) is True
    assert reach(actor, A.LIST_ARCHIVE) == Perimeter(frozenset({"b"}))


def test_reach_of_a_right_held_by_project_only_is_empty():
    assert reach(_actor(Role.PORTEUR_PROJET), A.SIGN) == Perimeter(frozenset())
    assert reach(_actor(Role.QUALITE), A.LIST_ARCHIVE, "campaign") == Perimeter(frozenset())


def test_require_raises_what_allowed_refuses():
    porteur = _actor(Role.PORTEUR_PROJET)
    require(porteur, A.CREATE_PROJECT, Relation("a"))
    with pytest.raises(Forbidden):
        require(porteur, A.LIST_ARCHIVE, Relation("a"))
