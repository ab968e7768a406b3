"""Nothing of one establishment reaches another: every address, every story, every list, every command.

What is new and not tried here makes a test fail: an address, a story that takes an actor, a command. The functions of
storage are tried in ``tests/storage/test_partition.py``; what jobs do by the clock, with each job.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime

import click
import pytest
from sqlalchemy import select

from questionnaire import journeys
from questionnaire.access import Forbidden, Role
from questionnaire.cli import register
from questionnaire.cli.runner import workshop
from questionnaire.journeys.administration.merger import Choice
from questionnaire.journeys.administration.people import Identity
from questionnaire.journeys.teamwork import inviting
from questionnaire.storage import people, register_search
from questionnaire.storage.database import open_session
from questionnaire.storage.deeds import Sought
from questionnaire.storage.errors import NotFound
from questionnaire.storage.tables.accounts import User
from questionnaire.storage.transaction import reading
from questionnaire.web.rules import RULES, Rule
from tests.web.addresses import addresses
from tests.web.test_rules import FIELDS

OPERATOR = {
    *("answers key", "answers rotate"),
    *(
        "archive verify",
        "audit list",
        "audit verify",
        "demo load",
        "doctor",
        "documents verify",
        "organisations add",
        "organisations list",
    ),
    *(
        "organisations set",
        "forms answers",
        "forms response",
        "forms blank",
        "forms check",
        "forms codebook",
        "forms fill",
        "forms lint",
        "forms list",
        "forms functions",
        "forms processing",
    ),
    *("messages bounce", "messages list", "messages retry", "messages returns", "messages send"),
    *(
        "people add",
        "people close",
        "people erase",
        "people export",
        "people grant",
        "people import",
        "people invite",
        "people doubles",
        "people list",
        "people merge",
        "people rights",
    ),
    "people reset-second-step",
    "forms retention",
    *("certificates", "queues", "settings show", "storage"),
    *("surveys open", "surveys close", "surveys list", "surveys results"),
    "people lend-password",
    *("forms diff", "forms export", "forms import", "forms new", "forms samples", "forms schema", "forms test"),
    "providers check",
}
"""Commands of whoever runs the installation: no account is behind them, and no perimeter."""
LOADED = {
    "opened",
    "place",
    "subject",
    "head",
    "relation",
    "session",
    "places",
    "record",
    "perimeter",
    "leaver",
    "trial",
}
"""Parameters that somebody was given already, by a story that is tried: such functions let nobody in."""
IDS = {
    "draft_id",
    "project_id",
    "submission_id",
    "document_id",
    "organisation_id",
    "parent_id",
    "person_id",
    "secret",
} | {"letter_id", "manuscript_id", "publication_id"}
"""Parameters that name an object of the first hospital."""
WORDS = {
    "path": "titre",
    "form_name": "fiche_projet",
    "section": "identite",
    "section_name": "identite",
    "sha256": "0" * 64,
    "group": "membre",
    "role": "copilote",
    "name": "X",
    "means": (),
    "text": "X",
    "content": b"nom;prenom\nA;B\n",
    "digest": "",
    "receiver_id": "",
    "asked": Identity("A", "B"),
    "colour": "#5a2a58",
    "words": {},
    "choice": Choice(),
    "contacts": {},
    "brought": (),
    "revision": 1,
    "number": "20261123090000000000",
    "given": {},
    "typed": {},
    "source": "form: x\n",
    "password_hash": "$",
    "until": datetime(2999, 1, 1, tzinfo=UTC),
}
LISTS = {
    *("searching.search_register", "documents.mine", "drafts.mine", "organisations.tree", "overview.places"),
    *("projects.mine", "resuming.resume", "auditing.consult", "auditing.export", "reading_letters.received"),
    "informed.listing",
    *("people.everybody", "people.listing", "people.places", "operating.queues", "merging.every_double"),
    *("own_data.take_mine", "exporting.offered"),
    *("writing.listing", "publishing.published"),
}
"""Stories that list what is one's own."""
SEEKING = {"searching.search_register": register_search.Sought()}
_PEOPLE = {Role.ADMIN, Role.REFERENT_PARTENARIAT}
ADMINISTER = {
    "organisations": {Role.ADMIN},
    "profiles": {Role.ADMIN},
    "people": _PEOPLE,
    "people_accounts": _PEOPLE,
    "merger": _PEOPLE,
    "merging": _PEOPLE,
    "lending_passwords": _PEOPLE,
    "own_data": _PEOPLE,
    "own_data_for": _PEOPLE,
    "operating": {Role.ADMIN},
    "erasing": _PEOPLE,
    "enrolling": _PEOPLE,
    "informed": _PEOPLE,
    "writing": {Role.AUTEUR},
    "publishing": {Role.AUTEUR},
    "trying": {Role.AUTEUR},
    "trial_documents": {Role.AUTEUR},
    "notices": _PEOPLE,
}
"""Rooms and pages of those who administer: the others are refused before anything is looked for."""
WITHOUT_OBJECT = {
    "searching.reaches_of",  # what one's roles reach
    "linking.propose",  # a form, and what a link says
    "exporting.export",  # told which form by its name; see test_exports
    *("reading_letters.count_new", "reading_letters.take_note"),
    *("reading_letters.preferences", "reading_letters.choose"),
    *("own_data.mine", "own_data.own_places", "own_copies.ask", "own_copies.asked", "own_copies.download"),
    *(
        "beginning.begin",
        "beginning.unused",
        "organisations.may_administer",
        "auditing.perimeter_of",
        "people.may_manage",
    ),
    *("operating.may_operate", "operating.overview"),
    *(
        "writing.may_write",
        "writing.perimeter_of",
        "writing.required",
        "writing.begin",
        "writing.keep",
        "bringing.bring",
    ),
    *("processing.may_read_register", "processing.read_register"),
    *("linking.link", "linking.unlink", "linking.ways", "linking.can_do_without"),
    *("staying.open_sessions", "staying.close", "staying.own"),
    *(
        "staying.close_others",
        "staying.change_password",
        "staying.remove_password",
        "staying.known_of",
        "staying.password_hash",
    ),
    *("second_step.state", "second_step.address", "second_step.turn_on", "second_step.turn_off"),
    *("passkeys.mine", "passkeys.handle", "passkeys.add", "passkeys.rename", "passkeys.remove"),
    *("second_step.renew_codes", "second_step.tell", "proving.means", "proving.has_second_step"),
}
"""Stories that ask nothing of what others have: of one's own account, one's own place."""


def stories():
    """Every function of the journeys that takes an actor and that nobody else has opened anything for."""
    found = {}
    for module in pkgutil.walk_packages(journeys.__path__, "questionnaire.journeys."):
        room = importlib.import_module(module.name)
        for name, function in inspect.getmembers(room, inspect.isfunction):
            parameters = inspect.signature(function).parameters
            public = function.__module__ == room.__name__ and not name.startswith("_")
            if public and "actor" in parameters and not LOADED & set(parameters):
                found[f"{module.name.rpartition('.')[2]}.{name}"] = function
    return found


def names_something(function):
    return bool(IDS & set(inspect.signature(function).parameters))


@pytest.fixture(scope="session")
def secret(place):
    """An invitation into the team of the first hospital."""
    with open_session(place.house.settings.database_url) as session:
        desk = workshop(place.house.settings, session).desk
        with reading(session):
            person = session.execute(select(User.person_id).where(User.email == "porteur_projet@demo.example")).scalar()
            porteur = people.actor_of_person(session, str(person))
        return inviting.invite(desk, porteur, place.draft_id, "copilote")


@pytest.fixture(scope="session")
def marks(place):
    """What a page of another hospital must never hold: ids, and the name of its porteur."""
    return (place.project_id, place.draft_id, place.submission_id, place.document_id, place.organisation_id, "Lemoine")


def stranger(session, role):
    with reading(session):
        return people.actor_of_person(session, f"ailleurs_{role}")


def test_every_address_that_names_an_object_is_not_found_from_elsewhere(place):
    """Not refused: not found. Nobody learns that it exists."""
    known = {place.project_id, place.draft_id, place.submission_id, place.document_id, place.organisation_id}
    known |= {place.letter_id}
    known.add(place.person_id)
    reached = {}
    for role in Role:
        other = place.visitor(f"ailleurs_{role}")
        other.get("/")
        for address in addresses(place.house.app, place):
            if RULES[address.endpoint] is Rule.SIGNED_IN and any(id_ in address.url for id_ in known):
                data = {"_csrf": other.token, **FIELDS}
                answer = other.client.open(address.url, method=address.method, data=data)
                administers = ADMINISTER.get(address.endpoint.partition(".")[0], set(Role))
                if answer.status_code != (404 if role in administers else 403):
                    reached[role, address] = answer.status
    assert reached == {}


@pytest.mark.parametrize("role", Role)
def test_no_page_without_parameter_tells_anything_from_elsewhere(place, marks, role):
    other = place.visitor(f"ailleurs_{role}")
    rules = [rule for rule in place.house.app.url_map.iter_rules() if not rule.arguments and "GET" in rule.methods]
    # The outbox of a demonstration tells everything on purpose; a real installation has none.
    pages = [rule for rule in rules if RULES[rule.endpoint] is not Rule.DEMO]
    told = {rule.rule: mark for rule in pages for mark in marks if mark in other.get(rule.rule).text}
    assert (len(pages) > 5, told) == (True, {})


@pytest.mark.parametrize("role", Role)
def test_every_story_that_names_an_object_finds_nothing_from_elsewhere(place, secret, role):
    ids = {
        "draft_id": place.draft_id,
        "project_id": place.project_id,
        "submission_id": place.submission_id,
        "document_id": place.document_id,
        "organisation_id": place.organisation_id,
        "parent_id": place.organisation_id,
        "person_id": place.person_id,
        "secret": secret,
        "letter_id": place.letter_id,
        "manuscript_id": place.manuscript_id,
        "publication_id": place.publication_id,
    }
    outcomes = {}
    with open_session(place.house.settings.database_url) as session:
        shop, actor = workshop(place.house.settings, session), stranger(session, role)
        known = {**ids, **WORDS, "desk": shop.desk, "actor": actor, "blobs": shop.blobs}
        for name, function in stories().items():
            if names_something(function):
                needed = inspect.signature(function).parameters.values()
                given = {each.name: known.get(each.name) for each in needed if each.default is each.empty}
                outcomes[name] = _outcome(function, given)
                session.rollback()
    reached = {name: outcome for name, outcome in outcomes.items() if outcome is not NotFound}
    expected = {name: Forbidden for name in outcomes if role not in ADMINISTER.get(name.partition(".")[0], set(Role))}
    assert (len(outcomes) > 40, reached) == (True, expected)


def _outcome(function, given):
    try:
        return function(**given)
    except (NotFound, Forbidden) as error:
        return type(error)


@pytest.mark.parametrize("role", Role)
def test_every_list_is_empty_of_what_is_elsewhere(place, marks, role):
    listed = {}
    with open_session(place.house.settings.database_url) as session:
        shop, actor = workshop(place.house.settings, session), stranger(session, role)
        for name in LISTS:
            known = {"desk": shop.desk, "actor": actor, "sought": SEEKING.get(name, Sought())}
            function = stories()[name]
            outcome = _outcome(
                function, {each: known[each] for each in inspect.signature(function).parameters if each in known}
            )
            told = list(outcome) if isinstance(outcome, Iterator) else outcome
            listed[name] = [mark for mark in marks if mark in repr(told)]
            session.rollback()
    assert listed == {name: [] for name in LISTS}


def test_every_story_is_tried():
    assert {name for name, function in stories().items() if not names_something(function)} == LISTS | WITHOUT_OBJECT


def test_every_command_is_that_of_the_operator(place):
    app = place.house.app
    if "archive" not in app.cli.commands:
        register(app)
    ours = {name for group in app.cli.commands.values() for name in _leaves(group, "")}
    foreign = {name for name in ours if name.partition(" ")[0] in {"db", "shell", "routes", "run"}}
    assert ours - foreign == OPERATOR


def _leaves(command, before):
    name = f"{before} {command.name}".strip()
    if isinstance(command, click.Group):
        return {leaf for each in command.commands.values() for leaf in _leaves(each, name)}
    return {name}
