"""Lists of the installation on pages: offered, chosen, kept as they were called."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from questionnaire.access import Organisation, OrganisationKind, Perimeter, Person, Role
from questionnaire.journeys.administration.directory import FRESH, Directory
from questionnaire.storage import people
from questionnaire.storage.base import Base
from questionnaire.storage.database import open_session
from questionnaire.storage.transaction import reading, writing
from questionnaire.web.extensions import db
from tests.journeys.house import House, Visitor, example, found_house
from tests.journeys.test_fiche_projet import SECTIONS
from tests.storage.statements import counted

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLACES = (
    Organisation("nord", None, OrganisationKind.GROUPE, "GHU Nord", "sanitaire", "Europe/Paris"),
    Organisation("h1", "nord", OrganisationKind.ETABLISSEMENT, "Hôpital Un", "sanitaire", "Europe/Paris"),
    Organisation("s1", "h1", OrganisationKind.SERVICE, "Néphrologie", "sanitaire", "Europe/Paris"),
    Organisation("h2", None, OrganisationKind.ETABLISSEMENT, "Foyer Deux", "social", "Europe/Paris"),
)
EVERYWHERE = Perimeter(frozenset(place.id for place in PLACES))


@pytest.fixture
def session(tmp_path):
    with open_session(f"sqlite:///{tmp_path}/base.sqlite") as session:
        Base.metadata.create_all(session.get_bind())
        with writing(session):
            for organisation in PLACES:
                people.add_organisation(session, organisation)
            for person, place, role in (
                (Person("r1", "Rose", "Un"), "h1", Role.REFERENT_PARTENARIAT),
                (Person("r0", "Rémi", "Nord"), "nord", Role.REFERENT_PARTENARIAT),
                (Person("r2", "Rita", "Deux"), "h2", Role.REFERENT_PARTENARIAT),
                (Person("p1", "Paul", "Un"), "h1", Role.PATIENT_PARTENAIRE),
            ):
                people.add_person(session, EVERYWHERE, place, person)
                people.grant(session, EVERYWHERE, person.id, place, role)
        yield session


def lists(session, directory, place=PLACES[1], at=NOON):
    with reading(session):
        found = directory.lists(session, place, at)
    return {name: [choice.name for choice in choices] for name, choices in found.items()}


def test_establishment_is_offered_all_establishments_and_the_people_in_charge_above_it(session):
    assert lists(session, Directory()) == {
        "directory.groups": ["nord"],
        "directory.establishments": ["h2", "h1"],
        "directory.services": ["s1"],
        "directory.people": ["r0", "r1"],
    }


def test_establishment_tells_its_group_and_its_sector(session):
    with reading(session):
        choices = Directory().lists(session, PLACES[1], NOON)["directory.establishments"]
    assert {choice.name: dict(choice.columns) for choice in choices} == {
        "h1": {"ghu": "nord", "secteur": "sanitaire"},
        "h2": {"ghu": "", "secteur": "social"},
    }


@pytest.mark.parametrize("later, seen", [(FRESH - timedelta(seconds=1), 2), (FRESH, 3)])
def test_lists_are_read_again_when_they_are_no_longer_fresh(session, later, seen):
    directory = Directory()
    lists(session, directory)
    with writing(session):
        people.add_organisation(
            session, Organisation("h3", None, OrganisationKind.ETABLISSEMENT, "Trois", "social", "Europe/Paris")
        )
    assert len(lists(session, directory, at=NOON + later)["directory.establishments"]) == seen


def test_groupe_establishment_and_department_of_the_person_are_proposed(house):
    porteur = house.visitor("porteur_projet")
    page = porteur.get(f"{porteur.begin()}/parties/identite/")
    assert re.findall(r'<option value="[^"]+" selected>([^<]+)</option>', page.text) == [
        "GHU de démonstration",
        "Hôpital de démonstration",
        "Rhône",
    ]


def test_lists_cost_one_statement_a_minute(house):
    porteur = house.visitor("porteur_projet")
    with house.app.app_context():
        engine = db.engine
    with counted(engine) as statements:
        draft = porteur.begin()
        for _ in range(3):
            porteur.get(f"{draft}/parties/identite/")
    assert sum("membership.role IN" in statement for statement in statements) <= 1


@pytest.fixture
def house(tmp_path) -> House:
    return found_house(tmp_path)


def team(visitor: Visitor) -> str:
    """A draft whose team and objectives are those of an example."""
    draft = visitor.begin()
    visitor.answer_sheet(draft, example("copilotage"), {"equipe": SECTIONS["equipe"]})
    return draft


def test_members_are_offered_by_their_names_where_contributions_are_told(house):
    porteur = house.visitor("porteur_projet")
    draft = team(porteur)
    path = porteur.add_item(draft, "contributions", "intervention", {"int_intitule": "Livret"})
    page = porteur.get(f"{draft}/parties/contributions/?ouvert={path}")
    names = re.findall(rf'name="{re.escape(path)}\.int_acteurs" value="\w+"[^>]*>([^<]+)</label>', page.text)
    assert names == ["Solène Marchandeau", "Bakary Touzeau", "Membre de l’équipe 3"]


def test_where_choices_come_from_is_told_while_there_are_none(house):
    porteur = house.visitor("porteur_projet")
    draft = porteur.begin()
    path = porteur.add_item(draft, "contributions", "intervention", {"int_intitule": "Livret"})
    page = porteur.get(f"{draft}/parties/contributions/?ouvert={path}")
    assert "Aucun choix pour le moment\u00a0: remplissez d’abord «\u00a0Membre de l’équipe\u00a0»." in page.text


def test_member_chosen_then_removed_leaves_the_choice_to_be_made_again(house):
    porteur = house.visitor("porteur_projet")
    draft = team(porteur)
    url = f"{draft}/parties/equipe/"
    page = porteur.get(url)
    chosen = re.findall(r'<option value="(\w+)" selected>Bakary Touzeau</option>', page.text)[0]
    porteur.post(f"{url}retirer", {"element": f"membre[{chosen}]"})
    page = porteur.get(url)
    assert "Cette réponse n’est plus proposée. Choisissez-en une autre." in page.text
    options = re.findall(r'<option value="\w+"[^>]*>([^<]+)</option>', page.text)
    assert options == ["Solène Marchandeau", "Membre de l’équipe 2", "Irène Caron"]
