"""Two records become one: what lives names the one that stays, what was done stays, and no table is forgotten."""

from datetime import date

import pytest
from sqlalchemy import select

from questionnaire.access import Perimeter, Person, Role
from questionnaire.access.claims import RoleChanges
from questionnaire.filling import Change
from questionnaire.lifecycle import Step
from questionnaire.storage import (
    accounts,
    acts,
    answers,
    assignments,
    comments,
    drafts,
    identities,
    mergeable,
    merging,
    notices,
    parts,
    people,
    persons,
    projects,
    provided_roles,
    recipients,
    submissions,
)
from questionnaire.storage.errors import NotFound
from questionnaire.storage.identities import Identity
from questionnaire.storage.merged_columns import COLUMNS
from questionnaire.storage.merging import Pair
from questionnaire.storage.notices import Entered
from questionnaire.storage.persons import SoughtPeople
from questionnaire.storage.records import ActTrace
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.accounts import account
from questionnaire.storage.tables.documents import act, circuit_step
from questionnaire.storage.tables.organisations import membership, person
from questionnaire.storage.tables.projects import project_member
from questionnaire.storage.transaction import reading, writing
from tests.storage.test_own import names_somebody
from tests.storage.world import ANA, LUC, NOW, a_draft, a_submission, an_act, open_account

SSO = "https://sso.example"
ANNA = Person("anna", "Anna", "Bellec")


@pytest.fixture
def double(session, world):
    """Another record of Ana, in the same hospital."""
    with writing(session):
        people.add_person(session, world.here, "a", ANNA, "anna@demo.example")
    return ANNA


def merge(session, world, kept, leftover, account_of=""):
    with writing(session):
        shared = mergeable.shared_projects(session, kept, leftover)
        merging.merge(session, world.whole, Pair(kept, leftover, account_of or kept), shared)


def told(session, statement):
    with reading(session):
        return session.execute(statement).all()


def test_every_column_that_names_somebody_has_its_outcome():
    named = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if names_somebody(column)
    }
    assert named == set(COLUMNS)


@pytest.mark.usefixtures("double")
def test_leftover_record_is_found_nowhere(session, world):
    merge(session, world, "ana", "anna")
    with reading(session):
        listed = persons.listing(session, world.whole, SoughtPeople("Bellec"))
        assert [each.person.id for each in listed] == ["ana"]
        assert [each.id for each in mergeable.everybody(session, world.here)] == ["ana", "luc"]
        assert persons.holders_of_emails(session, ["anna@demo.example"]) == {}
        for look in (persons.get, people.get_person, people.email_of):
            with pytest.raises(NotFound):
                look(session, world.whole, "anna")
        assert merging.merged_into(session, "ana") == ("anna",)


@pytest.mark.usefixtures("double")
def test_what_lives_moves_and_what_was_done_stays(session, world):
    with writing(session):
        projects.join(session, world.here, "project", "anna", Role.PATIENT_PARTENAIRE)
        answers.save(session, world.here, "draft", 0, [Change("titre", None, "x")], person_id="anna", at=NOW)
        comments.add(session, world.here, "draft", "titre", "X", person_id="anna", at=NOW)
        assignments.give(session, world.here, "draft", "page", "anna", NOW)
        weight = merging.weigh(session, world.here, "anna")
    assert (dict(weight.moved), dict(weight.left), dict(weight.dropped)) == (
        {"answer.person_id": 1, "comment.person_id": 1, "assignment.person_id": 1, "project_member.person_id": 1},
        {"answer_change.person_id": 1},
        {},
    )
    before = drafts_revision(session)
    merge(session, world, "luc", "anna")
    left = {
        name: len(told(session, select(column).where(column == "anna")))
        for name in COLUMNS
        for table, _, key in [name.partition(".")]
        for column in [metadata.tables[table].c[key]]
        if name != "roles_users.user_id" and not name.endswith("account_id")
    }
    assert {name for name, number in left.items() if number} == {"answer_change.person_id"}
    assert drafts_revision(session) == before + 1


def drafts_revision(session):
    table = metadata.tables["draft"]
    return told(session, select(table.c.revision).where(table.c.id == "draft"))[0].revision


@pytest.mark.usefixtures("double")
def test_answers_that_chose_the_record_from_a_list_choose_the_other(session, world):
    """In drafts: what is frozen stays, and so does a text that only holds the same letters."""
    given = [
        Change("referent", None, "anna"),
        Change("equipe", None, ["luc", "anna"]),
        Change("texte", None, "anna B."),
    ]
    with writing(session):
        answers.save(session, world.here, "draft", 0, given, person_id="luc", at=NOW)
        drafts.add(session, world.here, a_draft("closed"))
        answers.save(session, world.here, "closed", 0, given[:1], person_id="luc", at=NOW)
        drafts.close(session, world.here, "closed", 1, NOW)
    before = drafts_revision(session)
    merge(session, world, "ana", "anna")
    with reading(session):
        found = {
            name: {row.path: row.value for row in answers.all_of(session, world.here, name)}
            for name in ("draft", "closed")
        }
    assert found == {
        "draft": {"referent": "ana", "equipe": ["luc", "ana"], "texte": "anna B."},
        "closed": {"referent": "anna"},
    }
    assert drafts_revision(session) == before + 1


@pytest.mark.usefixtures("double")
def test_signatures_stay_and_are_still_those_of_the_person(session, world):
    """Steps without an act await the record that stays; acts keep the name and the record of then."""
    mine = Step("p", "signature_1", "porteur_projet", person_id="anna")
    later = Step("c", "signature_2", "copilote", rank=2, person_id="anna")
    with writing(session):
        submissions.add(session, world.here, a_submission(world, mine, later))
        acts.add(session, world.here, "sub", an_act(mine, ANNA), ActTrace(None, None))
    merge(session, world, "ana", "anna")
    steps = told(session, select(circuit_step.c.name, circuit_step.c.person_id).order_by(circuit_step.c.position))
    assert [tuple(row) for row in steps] == [("p", "anna"), ("c", "ana")]
    assert told(session, select(act.c.person_id, act.c.name)) == [("anna", "Anna Bellec")]
    with reading(session):
        found = parts.parts_of(session, world.here, ["sub"])["sub"]
    assert ([each.person_id for each in found.steps], [each.person_id for each in found.acts]) == (
        ["ana", "ana"],
        ["ana"],
    )


@pytest.mark.usefixtures("double")
def test_whoever_signed_under_the_other_record_is_still_written_to(session, world):
    open_account(session, ANA)
    merge(session, world, "ana", "anna")
    with reading(session):
        found = recipients.recipients(session, world.here, ["anna"], "comment")
    assert [(each.person_id, each.address) for each in found] == [("ana", "ana@demo.example")]


@pytest.mark.parametrize("account_of, email", [("ana", "ana@demo.example"), ("anna", "anna@demo.example")])
def test_one_account_stays_and_a_provider_leads_to_it(session, world, double, account_of, email):
    open_account(session, ANA)
    theirs = open_account(session, double)
    with writing(session):
        identities.add(session, world.here, theirs, Identity(SSO, "1234", opened=False, since=NOW, last_at=NOW))
    merge(session, world, "ana", "anna", account_of)
    assert told(session, select(account.c.person_id, account.c.email)) == [("ana", email)]
    with reading(session):
        known = identities.known(session, world.here, SSO, "1234")
        assert known is not None
        assert (known.person.id, known.id) == ("ana", accounts.id_of_person(session, world.here, "ana"))


def test_record_without_account_takes_that_of_the_other(session, world, double):
    theirs = open_account(session, double)
    merge(session, world, "ana", "anna", "anna")
    assert told(session, select(account.c.id, account.c.person_id)) == [(theirs, "ana")]


@pytest.mark.usefixtures("double")
def test_role_held_twice_lasts_until_the_later_day(session, world):
    soon, later = date(2030, 1, 1), date(2031, 1, 1)
    held = [("ana", Role.QUALITE, soon), ("anna", Role.QUALITE, later)]
    others = [("ana", Role.DIRECTION, soon), ("anna", Role.DIRECTION, None), ("anna", Role.SIEGE, soon)]
    with writing(session):
        for who, role, until in [*held, *others]:
            people.grant(session, world.here, who, "a", role, until)
        given = frozenset({("a", Role.QUALITE)})
        for who in ("ana", "anna"):
            provided_roles.apply(session, world.here, who, SSO, RoleChanges(given, frozenset(), given))
        people.grant(session, world.here, "ana", "a", Role.QUALITE, soon)
        people.grant(session, world.here, "anna", "a", Role.QUALITE, later)
    merge(session, world, "ana", "anna")
    rows = told(session, select(membership).where(membership.c.person_id.in_(["ana", "anna"])))
    assert {(row.person_id, row.role, row.until) for row in rows} == {
        ("ana", "porteur_projet", None),
        ("ana", "qualite", later),
        ("ana", "direction", None),
        ("ana", "siege", soon),
    }


@pytest.mark.parametrize(
    "theirs, role, also",
    [(Role.COPILOTE, "copilote", "patient_partenaire"), (Role.PATIENT_PARTENAIRE, "copilote", "patient_partenaire")],
)
@pytest.mark.usefixtures("double")
def test_team_that_has_both_has_one_with_both_roles(session, world, theirs, role, also):
    with writing(session):
        projects.join(session, world.here, "project", "anna", theirs)
        if theirs is Role.COPILOTE:
            session.execute(
                project_member.update()
                .where(project_member.c.person_id == "luc")
                .values(role=Role.COPILOTE, also="patient_partenaire")
            )
    merge(session, world, "luc", "anna")
    rows = told(session, select(project_member).where(project_member.c.person_id.in_(["luc", "anna"])))
    assert [(row.person_id, row.role, row.also) for row in rows] == [("luc", role, also)]


@pytest.mark.usefixtures("double")
def test_project_keeps_its_porteur(session, world):
    with writing(session):
        projects.join(session, world.here, "project", "anna", Role.COPILOTE)
        shared = mergeable.shared_projects(session, "anna", "ana")
    assert [(each.title, each.role, each.also) for each in shared] == [
        ("Bien vivre", Role.PORTEUR_PROJET, (Role.COPILOTE,))
    ]


def test_places_are_all_those_of_the_rows_of_both(session, world, double):
    with writing(session):
        people.grant(session, world.whole, double.id, "b", Role.QUALITE)
        found = mergeable.places(session, ["anna"]), mergeable.places(session, ["ana"])
    assert found == (frozenset({"a", "b"}), frozenset({"a"}))
    with writing(session):
        people.add_person(session, world.there, "b", Person("far", "Anna", "Bellec"))
        drafts.add(session, world.here, a_draft("other"))
        comments.add(session, world.here, "other", "titre", "X", person_id="far", at=NOW)
        assert mergeable.places(session, ["far"]) == frozenset({"a", "b"})


def test_what_clashes_is_found(session, world, double):
    for number, who in enumerate((ANA, double)):
        opened = open_account(session, who)
        with writing(session):
            identities.add(
                session, world.here, opened, Identity(SSO, str(number), opened=False, since=NOW, last_at=NOW)
            )
    both = [
        Step("p", "signature_1", "porteur_projet", person_id="ana"),
        Step("c", "signature_2", "copilote", rank=2, person_id="anna"),
    ]
    with writing(session):
        submissions.add(session, world.here, a_submission(world, *both))
        assert mergeable.clashing_issuers(session, ["ana", "anna"]) == (SSO,)
        assert mergeable.papers_of_both(session, ["ana", "anna"]) == ("FP-2026-0001",)
        assert mergeable.papers_of_both(session, ["ana", LUC.id]) == ()


@pytest.mark.usefixtures("double")
def test_records_merged_one_after_the_other_all_lead_to_the_last(session, world):
    merge(session, world, "anna", "ana")
    merge(session, world, "luc", "anna")
    rows = told(session, select(person.c.id, person.c.merged_into).order_by(person.c.id))
    assert [tuple(row) for row in rows] == [("ana", "luc"), ("anna", "luc"), ("eve", None), ("luc", None)]


@pytest.mark.usefixtures("double")
def test_nothing_is_merged_from_outside(session, world):
    for outside in (world.there, Perimeter(frozenset())):
        with pytest.raises(NotFound), writing(session):
            merging.merge(session, outside, Pair("ana", "anna", "ana"), ())
    assert told(session, select(person.c.merged_into).where(person.c.id == "anna")) == [(None,)]


def test_what_a_record_asked_of_its_data_is_not_lost_with_it(session, world, double):
    with writing(session):
        for person_id in ("ana", double.id):
            notices.add(session, world.here, Entered(person_id, "a", NOW, "admin"))
        notices.ask(session, world.here, double.id, "effacement", "Tout", NOW)
    merge(session, world, "ana", double.id)
    with reading(session):
        kept, gone = (notices.find(session, world.here, each) for each in ("ana", double.id))
        assert kept is not None
        assert (kept.request, kept.request_text, kept.requested_at, gone) == ("effacement", "Tout", NOW, None)
