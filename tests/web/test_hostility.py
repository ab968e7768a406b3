"""Every address, with each of its parameters, from everybody: what no browser sends is never a failure of ours.

The walk of every change sends some of it; ``make test-deep`` sends all of it, as each role.
"""

import pytest

from questionnaire.access import Role
from questionnaire.journeys.demonstration.founding import INHABITANTS, PASSWORD
from questionnaire.storage import accounts, identities
from questionnaire.storage.database import open_session
from questionnaire.storage.people import whole_perimeter
from questionnaire.web.passwords import hashed
from tests.journeys.house import Visitor
from tests.scenes import scenes_in
from tests.web.addresses import addresses
from tests.web.conftest import Place, furnished
from tests.web.hostility import PATHS, VALUES, Attack, watched

LEFT_OUT = {"static", "security.logout"}
"""Files, which nothing of ours serves; and the end of the session with which the rest is asked."""
OFFICES = {
    "archive": "qualite",
    "authoring": "auteur",
    "trials": "auteur",
    **dict.fromkeys(("audit", "organisations", "people", "enrolment", "handovers", "looks"), "admin"),
}
"""Who reaches what, by blueprint; the porteur, elsewhere."""


def _own_place(tmp_path_factory) -> Place:
    scenes = scenes_in(tmp_path_factory.getbasetemp())
    return furnished(scenes.copy("archived", tmp_path_factory.mktemp("hostility") / "data"))


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory) -> Place:
    """A place of one's own: what is asked here changes it."""
    return _own_place(tmp_path_factory)


@pytest.fixture
def new_place(tmp_path_factory) -> Place:
    """One for each role: an administrator who asks for everything closes the accounts of the others."""
    return _own_place(tmp_path_factory)


class Company:
    """People who stay signed in whatever they ask."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._known: dict[str, Visitor] = {}

    def one(self, role: str) -> Visitor:
        known = self._known.get(role)
        if known is None or known.client.get("/").status_code != 200:
            give_back_password(self._place, role)
            known = self._known[role] = self._place.visitor(role)
            known.get("/compte")
        return known


def give_back_password(place: Place, role: str) -> None:
    """Let the usual password open an account again: everything is asked here, removing it too."""
    with open_session(place.house.settings.database_url) as session, place.house.app.app_context():
        known = identities.by_email(session, whole_perimeter(session), f"{role}@demo.example")
        assert known is not None
        accounts.change_password(session, known.id, hashed(PASSWORD))
        session.commit()


def attacks(place: Place, company: Company, role: str | None = None):
    for address in addresses(place.house.app, place):
        if address.endpoint not in LEFT_OUT:
            whose = role or OFFICES.get(address.endpoint.partition(".")[0], "porteur_projet")
            yield Attack(company.one(whose), address)


def faults(place: Place, role: str | None, per_name: int, values=VALUES):
    """What went wrong, by address."""
    found = {}
    answered: set[int] = set()
    company = Company(place)
    with watched(place.house.app):
        for attack in attacks(place, company, role):
            attack.throw(values, per_name)
            attack.shape()
            answered |= attack.answered
            if attack.wrong:
                found[attack.address.method, attack.address.endpoint] = attack.wrong
    assert answered >= ({200, 302, 400, 404, 409, 422} if role is None else {200, 404})
    return found


def test_hostile_values_are_no_failure_anywhere(spoilt):
    assert faults(spoilt, None, 1, VALUES[::3]) == {}


@pytest.mark.parametrize("day", ["31/12/9999", "01/01/0001", "9999-12-31", "0001-01-01"])
def test_days_at_the_ends_of_the_calendar_are_no_failure(spoilt, day):
    admin = Company(spoilt).one("admin")
    for url in ("/administration/journal/", "/administration/journal/export.csv"):
        for name in ("du", "au"):
            assert admin.client.get(url, query_string={name: day}).status_code == 200


@pytest.mark.deep
@pytest.mark.parametrize("role", list(Role))
def test_every_hostile_value_in_every_parameter_from_every_role(new_place, role):
    known = {person.role for person in INHABITANTS}
    assert faults(new_place, role if role in known else f"ailleurs_{role}", len(VALUES)) == {}


def test_parameters_are_found_by_watching_what_is_read(spoilt):
    company, found = Company(spoilt), {}
    with watched(spoilt.house.app):
        for attack in attacks(spoilt, company):
            if attack.address.endpoint in {"audit.log", "verification.check", "sections.section", "people.add"}:
                attack.probe()
                found[attack.address.endpoint, attack.address.method] = attack.names
    assert found["audit.log", "GET"] >= {"q", "action", "du", "au", "avant"}
    assert found["verification.check", "GET"] >= {"reference", "code"}
    assert found["sections.section", "POST"] >= {"_rev", "_action", "titre"}
    assert found["people.add", "POST"] >= {"first_name", "last_name", "email", "account"}


@pytest.mark.parametrize("path", PATHS)
def test_hostile_parts_of_addresses_are_no_failure(spoilt, path):
    company, wrong = Company(spoilt), {}
    ids = {spoilt.draft_id, spoilt.submission_id, spoilt.document_id, spoilt.project_id, spoilt.person_id}
    ids |= {spoilt.organisation_id, spoilt.letter_id, "identite", "5a2a58", "x" * 32, "0" * 64, "chu"}
    for attack in attacks(spoilt, company):
        for known in ids:
            if known in attack.address.url.split("/"):
                visitor, method = attack.visitor, attack.address.method
                url = attack.address.url.replace(known, path)
                answer = visitor.client.open(url, method=method, data={"_csrf": visitor.token})
                if answer.status_code >= 500:
                    wrong[method, url[:80]] = answer.status_code
    assert wrong == {}


def test_strangers_get_no_failure_either(spoilt):
    stranger, wrong = Visitor(spoilt.house.app.test_client()), {}
    stranger.get("/connexion")
    with watched(spoilt.house.app):
        for address in addresses(spoilt.house.app, spoilt):
            attack = Attack(stranger, address)
            attack.throw(VALUES[:: 1 if address.endpoint.startswith(("security", "verif")) else 9], 2)
            if attack.wrong:
                wrong[address.endpoint] = attack.wrong
    assert wrong == {}
