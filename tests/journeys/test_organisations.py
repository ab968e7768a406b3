"""Administering organisations: what is accepted, and how far an administrator reaches."""

import pytest

from questionnaire.access import Forbidden, Membership, Role
from questionnaire.access.people import Actor, Person
from questionnaire.cli.runner import workshop
from questionnaire.journeys.administration import organisations, profiles
from questionnaire.journeys.administration.organisations import CannotArchive, NotAccepted
from questionnaire.journeys.drafting.beginning import begin
from questionnaire.organisations import Contact, OrganisationKind
from questionnaire.organisations.registering import Registered
from questionnaire.storage.database import open_session
from questionnaire.storage.errors import NotFound
from tests.journeys.house import House


@pytest.fixture
def desk(house: House):
    with open_session(house.settings.database_url) as session:
        yield workshop(house.settings, session).desk


def typed(name, kind="etablissement", **words):
    return Registered.of(name=name, kind=kind, **words)


@pytest.fixture
def places(desk):
    """Ids of a groupe, its hospital and a service there."""
    group = organisations.found(desk, None, None, typed("GHU Nord", "groupe"))
    house = organisations.found(desk, None, group, typed("Hôpital Un", department="69"))
    return group, house, organisations.found(desk, None, house, typed("Néphrologie", "service"))


def actor(desk, place_id, role=Role.ADMIN, *below):
    """Somebody with a role in an organisation, which reaches those below it."""
    place = organisations.administered(desk, None, place_id).organisation
    reach = frozenset({place_id, *below})
    return Actor(1, Person("p", "Ana", "Bellec"), (Membership(place_id, role, reach),), place)


def names(branches):
    return [(branch.depth, branch.organisation.name) for branch in branches]


def test_administrator_sees_the_tree_of_what_they_reach(desk, places):
    group, house, service = places
    tree = [(0, "GHU Nord"), (1, "Hôpital Un"), (2, "Néphrologie")]
    every = names(organisations.tree(desk, None))
    start = every.index(tree[0])
    assert (every[start : start + 3], len(every)) == (tree, 11)
    assert names(organisations.tree(desk, actor(desk, group, Role.ADMIN, house, service))) == tree
    assert names(organisations.tree(desk, actor(desk, house, Role.ADMIN, service))) == [
        (0, "Hôpital Un"), (1, "Néphrologie"),
    ]  # fmt: skip


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_nobody_else_administers_organisations(desk, places, role):
    someone = actor(desk, places[1], role)
    with pytest.raises(Forbidden):
        organisations.tree(desk, someone)
    with pytest.raises(Forbidden):
        organisations.change(desk, someone, places[1], typed("X"))


def test_administrator_founds_under_what_they_reach_and_nowhere_else(desk, places):
    group, house, _ = places
    admin = actor(desk, house)
    made = organisations.found(desk, admin, house, typed("Cardiologie", "service"))
    assert organisations.administered(desk, None, made).organisation.house.id == house
    with pytest.raises(NotFound):
        organisations.found(desk, admin, group, typed("Ailleurs"))
    with pytest.raises(Forbidden):
        organisations.found(desk, admin, None, typed("Ailleurs"))


def test_everything_on_an_organisation_out_of_reach_is_not_found(desk, places):
    group, house, _ = places
    admin = actor(desk, house)
    for act in (
        lambda: organisations.administered(desk, admin, group),
        lambda: organisations.change(desk, admin, group, typed("X", "groupe")),
        lambda: organisations.archive(desk, admin, group),
        lambda: organisations.restore(desk, admin, group),
        lambda: profiles.set_settings(desk, admin, group, {"draft_months": "3"}),
        lambda: profiles.set_contacts(desk, admin, group, {"help": Contact("X", "01 02 03 04 05")}),
        lambda: profiles.set_accent(desk, admin, group, "#000000"),
    ):
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize(
    "asked, field",
    [(typed("hôpital un"), "name"), (typed("X", "service"), "kind"), (typed("X", finess="123456789"), "finess")],
)
def test_what_cannot_be_kept_is_refused_by_field_and_keeps_nothing(desk, places, asked, field):
    with pytest.raises(NotAccepted) as refused:
        organisations.found(desk, None, places[0], asked)
    assert list(refused.value.faults) == [field]
    assert len(organisations.tree(desk, actor(desk, places[0], Role.ADMIN, *places[1:]))) == 3


def test_organisation_is_changed_and_keeps_its_level(desk, places):
    asked = typed("Hôpital Deux", sector="medico_social", department="2a", finess="750 100 125", address="1 rue")
    organisations.change(desk, None, places[1], asked)
    kept = organisations.administered(desk, None, places[1]).record
    place = kept.organisation
    assert (place.name, place.sector, place.department) == ("Hôpital Deux", "medico_social", "2A")
    assert (kept.finess, kept.address) == ("750100125", "1 rue")
    with pytest.raises(NotAccepted):
        organisations.change(desk, None, places[1], typed("Hôpital Deux", "groupe"))


def test_groupe_is_archived_after_what_it_holds_and_a_hospital_with_its_services(desk, places):
    group, house, service = places
    with pytest.raises(CannotArchive, match="Hôpital Un"):
        organisations.archive(desk, None, group)
    organisations.archive(desk, None, house)
    organisations.archive(desk, None, group)
    assert organisations.administered(desk, None, service).organisation.archived is True
    with pytest.raises(NotAccepted, match="rétablissez-le"):
        organisations.found(desk, None, house, typed("Cardiologie", "service"))
    organisations.restore(desk, None, house)
    assert organisations.administered(desk, None, service).organisation.archived is False


def test_no_project_begins_in_an_archived_organisation(desk, places):
    organisations.archive(desk, None, places[1])
    with pytest.raises(Forbidden, match="archivé"):
        begin(desk, actor(desk, places[2], Role.PORTEUR_PROJET), "fiche_projet")


def test_settings_are_kept_together_or_not_at_all(desk, places):
    house = places[1]
    with pytest.raises(NotAccepted) as refused:
        profiles.set_settings(desk, None, house, {"draft_months": "6", "escalation_days": "x"})
    assert list(refused.value.faults) == ["escalation_days"]
    with pytest.raises(NotAccepted):
        profiles.set_settings(desk, None, house, {"draft_months": "6", "draft_notice_months": "6"})
    assert organisations.administered(desk, None, house).record.own.settings.draft_months is None
    profiles.set_settings(desk, None, house, {"draft_months": "6", "escalation_days": "10"})
    profiles.set_settings(desk, None, house, {"draft_months": ""})
    own = organisations.administered(desk, None, house).record.own.settings
    assert (own.draft_months, own.escalation_days) == (None, 10)


def test_contacts_come_down_to_the_service_until_they_are_taken_back(desk, places):
    help_, privacy = Contact("Irène Caron", "01 23 45 67 89"), Contact("DPO", email="dpo@hopital.fr")
    profiles.set_contacts(desk, None, places[0], {"help": help_, "privacy": privacy})
    profiles.set_contacts(desk, None, places[0], {"privacy": None})
    profile = organisations.administered(desk, None, places[2]).organisation.profile
    assert (profile.help, profile.privacy) == (help_, None)
    with pytest.raises(NotAccepted) as refused:
        profiles.set_contacts(desk, None, places[0], {"help": Contact("", "x")})
    assert sorted(refused.value.faults) == ["help_name", "help_phone"]


def test_colour_that_reads_badly_is_refused(desk, places):
    profiles.set_accent(desk, None, places[0], " #0055AA ")
    with pytest.raises(NotAccepted, match="se lit mal"):
        profiles.set_accent(desk, None, places[0], "#ffcc00")
    assert organisations.administered(desk, None, places[2]).organisation.profile.accent == "#0055aa"


def test_operator_names_an_organisation_by_its_name_or_its_id(desk, places):
    assert organisations.by_name(desk, "hôpital un").id == organisations.by_name(desk, places[1]).id
    organisations.found(desk, None, None, typed("Hôpital un"))
    with pytest.raises(NotFound, match="Plusieurs"):
        organisations.by_name(desk, "Hôpital Un")
    with pytest.raises(NotFound, match="Aucune"):
        organisations.by_name(desk, "Hôpital Trois")


def test_levels_are_offered_with_their_kinds(desk, places):
    under = organisations.administered(desk, None, places[0]).under
    assert [place.kind for place in under] == [OrganisationKind.ETABLISSEMENT]
