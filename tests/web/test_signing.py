"""The token of forms: one for a session, signed once, of no use in another."""

import re

import pytest

from tests.scenes import scenes_in


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    scene = scenes_in(tmp_path_factory.getbasetemp()).copy("filled", tmp_path_factory.mktemp("tokens") / "data")
    return scene.house, f"{scene.url.rstrip('/')}/parties/identite/"


def tokens(visitor, *urls):
    return [found for url in urls for found in re.findall(r'name="_csrf" value="([^"]+)"', visitor.get(url).text)]


def test_all_forms_of_a_session_carry_the_same_token(place):
    house, section = place
    found = tokens(house.visitor("porteur_projet"), "/", section, section)
    assert len(found) > 3
    assert len(set(found)) == 1


def test_two_sessions_of_a_person_never_share_a_token(place):
    house, section = place
    found = {tokens(house.visitor("porteur_projet"), section)[0] for _ in range(2)}
    assert len(found) == 2


def test_token_of_another_session_is_refused(place):
    house, section = place
    first, second = (house.visitor("porteur_projet") for _ in range(2))
    answer = second.client.post(section, data={"_csrf": tokens(first, section)[0], "_rev": "0", "titre": "Volé"})
    assert answer.status_code == 400
    assert "Volé" not in second.get(section).text
