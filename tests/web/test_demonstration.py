"""With DEMO only this machine is answered: the password is public."""

import pytest

from tests.web.addresses import addresses

AWAY = {"REMOTE_ADDR": "192.0.2.7"}


def test_peer_from_elsewhere_is_refused_everywhere(place):
    client = place.house.app.test_client()
    found = {
        client.open(address.url, method=address.method, environ_overrides=AWAY).status_code
        for address in addresses(place.house.app, place)
    }
    assert found == {403}


def test_header_that_names_this_machine_changes_nothing(place):
    headers = {"X-Forwarded-For": "127.0.0.1", "Forwarded": "for=127.0.0.1"}
    answer = place.house.app.test_client().get("/connexion", environ_overrides=AWAY, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.9.10", "::1"])
def test_this_machine_is_answered(place, peer):
    answer = place.house.app.test_client().get("/connexion", environ_overrides={"REMOTE_ADDR": peer})
    assert answer.status_code == 200


def test_every_page_says_that_it_is_a_demonstration(place):
    porteur = place.visitor("porteur_projet")
    pages = [porteur.get(url).text for url in ("/", "/connexion", "/nothing", f"/dossiers/{place.draft_id}")]
    assert ["émonstration" in page for page in pages] == [True] * 4
