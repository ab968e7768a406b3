import pytest

from questionnaire.access import Role
from questionnaire.storage import projects
from questionnaire.storage.errors import NotFound
from questionnaire.storage.records import Member, Project
from questionnaire.storage.transaction import writing
from tests.storage.world import ANA, NOW, open_account


def test_founder_enters_the_team(session, world):
    found = projects.get(session, world.here, "project", "ana")
    assert found == Project("project", "a", "Bien vivre", NOW, "ana", Role.PORTEUR_PROJET)


def test_role_is_the_one_of_the_person_who_asks(session, world):
    assert projects.get(session, world.here, "project", "luc").role is Role.COPILOTE
    assert projects.get(session, world.here, "project", "eve").role is None


def test_project_takes_the_title_that_its_team_chose(session, world):
    with writing(session):
        projects.rename(session, world.here, "project", "Mieux vivre")
    assert projects.get(session, world.here, "project", "ana").title == "Mieux vivre"


def test_team_is_listed_by_first_name(session, world):
    assert projects.team(session, world.here, "project") == (
        Member("ana", "Ana", "Bellec", Role.PORTEUR_PROJET),
        Member("luc", "Luc", "Marin", Role.COPILOTE),
    )


def test_addresses_of_a_team_are_those_of_the_accounts(session, world):
    open_account(session, ANA)
    assert projects.addresses(session, world.here, "project") == {"ana": "ana@demo.example"}


def test_projects_of_a_person_are_those_of_their_teams(session, world):
    with writing(session):
        projects.add(session, world.here, Project("other", "a", "Autre", NOW, ANA.id, None))
    assert [found.id for found in projects.of_person(session, world.here, "ana")] == ["project"]


def test_nobody_enters_a_team_across_perimeters(session, world):
    with pytest.raises(NotFound):
        projects.join(session, world.here, "project", "eve", Role.PATIENT_PARTENAIRE)
    with pytest.raises(NotFound):
        projects.join(session, world.there, "project", "eve", Role.PATIENT_PARTENAIRE)
    with pytest.raises(NotFound):
        projects.add(session, world.there, Project("x", "a", "X", NOW, "eve", None))
