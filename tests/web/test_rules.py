"""Every address of the URL map, asked by people who may not."""

import pytest

from questionnaire.access import Role
from questionnaire.web.rules import RULES, Rule
from tests.web.addresses import addresses

FIELDS = {"_rev": "1", "role": "copilote", "element": "membre[x]", "reponse": "titre", "revision": "1"}


@pytest.fixture(scope="session")
def every_address(place):
    return addresses(place.house.app, place)


def under(every_address, rule):
    return [address for address in every_address if RULES[address.endpoint] is rule]


def ask(client, address, **more):
    return client.open(address.url, method=address.method, **more)


@pytest.fixture(scope="session")
def stranger(place):
    """Nobody signed in, with a page's token, so that nothing but the rule stands in the way."""
    client = place.house.app.test_client()
    page = client.get("/connexion").get_data(as_text=True)
    client.token = (
        page.partition('name="_csrf" value="')[2].partition('"')[0]
        or page.split('name="_csrf"')[1].split('value="')[1].partition('"')[0]
    )
    return client


def posted(client, address):
    return {"data": {"_csrf": client.token}} if address.method == "POST" else {}


def test_every_address_has_a_rule_and_no_rule_is_stale(place):
    assert {rule.endpoint for rule in place.house.app.url_map.iter_rules()} == set(RULES)


WELCOME = {"teams.invitation": (303, f"/bienvenue/{'x' * 32}/")}
"""Where strangers go who may have no account yet."""


def test_addresses_behind_an_account_send_strangers_to_the_sign_in_page(every_address, stranger):
    wrong = {}
    for address in under(every_address, Rule.SIGNED_IN):
        answer = ask(stranger, address, **posted(stranger, address))
        if (answer.status_code, answer.location.partition("?")[0]) != WELCOME.get(
            address.endpoint, (302, "/connexion")
        ):
            wrong[address] = answer.status
    assert wrong == {}


def test_fragments_behind_an_account_send_the_whole_page_to_sign_in(every_address, stranger):
    wrong = {}
    for address in under(every_address, Rule.SIGNED_IN):
        answer = ask(stranger, address, headers={"HX-Request": "true"}, **posted(stranger, address))
        if (answer.status_code, answer.headers.get("HX-Redirect", "").partition("?")[0]) != (401, "/connexion"):
            wrong[address] = answer.status
    assert wrong == {}


def test_fragment_of_a_page_comes_back_to_its_page(place, stranger):
    url = f"/dossiers/{place.draft_id}/parties/identite/presence"
    current = f"http://localhost/dossiers/{place.draft_id}/parties/identite/?ouvert=a"
    answer = stranger.post(
        url, data={"_csrf": stranger.token}, headers={"HX-Request": "true", "HX-Current-URL": current}
    )
    assert answer.headers["HX-Redirect"] == f"/connexion?next=/dossiers/{place.draft_id}/parties/identite/"


def test_no_address_is_one_that_a_library_brought(every_address):
    assert under(every_address, Rule.CLOSED) == []
    assert {address.endpoint for address in every_address if address.endpoint.startswith("security.")} == {
        "security.login",
        "security.logout",
    }


def test_every_post_without_token_is_refused_signed_in_or_not(place, every_address, stranger):
    porteur = place.visitor("porteur_projet")
    posts = [address for address in every_address if address.method == "POST"]
    assert len(posts) > 8
    for client in (stranger, porteur.client):
        answers = {address: ask(client, address, data={"x": "1"}).status_code for address in posts}
        assert {address: status for address, status in answers.items() if status != 400} == {}


def test_token_of_another_session_is_refused(place, stranger):
    porteur = place.visitor("porteur_projet")
    answer = porteur.client.post("/dossiers/", data={"_csrf": stranger.token, "formulaire": "fiche_projet"})
    assert answer.status_code == 400


@pytest.mark.parametrize("role", list(Role))
def test_people_of_another_hospital_reach_nothing_of_this_one(place, every_address, role):
    other = place.visitor(f"ailleurs_{role}")
    other.get("/connexion")
    other.get("/")
    reached = {}
    for address in under(every_address, Rule.SIGNED_IN):
        if any(
            id_ in address.url
            for id_ in (
                place.project_id,
                place.draft_id,
                place.submission_id,
                place.document_id,
                place.organisation_id,
                f"/{place.manuscript_id}/",
                f"/{place.publication_id}/",
            )
        ):
            answer = other.client.open(address.url, method=address.method, data={"_csrf": other.token, **FIELDS})
            if answer.status_code not in {403, 404}:
                reached[address] = answer.status
    assert reached == {}


def test_the_archive_of_one_hospital_lists_nothing_of_another(place):
    page = place.visitor("ailleurs_qualite").get("/archives/")
    assert (page.status, place.document_id in page.text) == (200, False)


QUESTIONED = {
    *("teams.invitation", "sections.removal", "comments.thread", "confirming.provider"),
    *("files.download", "files.annex", "files.archived", "files.adding", "files.removal"),
    *("notices.printed", "versions.newer"),
}
"""Addresses that say nothing without a secret, a question, a file that is there, somebody whom another entered,
or a newer version of the form."""


def test_the_same_addresses_answer_those_who_may(place, every_address):
    """What was refused above was there."""
    porteur = place.visitor("porteur_projet").client
    admin = place.visitor("admin").client
    offices = {"archive": place.visitor("qualite").client, "audit": admin, "organisations": admin, "people": admin}
    offices["enrolment"] = offices["merging"] = offices["own_data_for"] = offices["administration"] = admin
    offices["authoring"] = offices["trials"] = place.visitor("auteur").client
    offices["notices"] = offices["processing"] = admin
    unanswered = {}
    for address in under(every_address, Rule.SIGNED_IN):
        if address.method == "GET" and address.endpoint not in QUESTIONED:
            client = offices.get(address.endpoint.partition(".")[0], porteur)
            answer = client.get(address.url)
            if answer.status_code not in {200, 302}:
                unanswered[address] = answer.status
    assert unanswered == {}
