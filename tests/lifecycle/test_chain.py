from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.lifecycle import GENESIS, append, canonical_json, chain, salted_digest, verify_chain

SALT = "ab" * 32
CONTENTS = ["un", "deux", "trois"]


def _links(contents):
    links, previous = [], GENESIS
    for sequence, content in enumerate(contents, start=1):
        links.append(append(sequence, previous, SALT, content))
        previous = links[-1].hash
    return links


def test_canonical_json_ignores_the_order_of_keys():
    assert canonical_json({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'


def test_canonical_json_refuses_what_is_not_json():
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json(float("nan"))


def test_digests_are_what_the_documentation_says():
    digest = sha256(bytes.fromhex(SALT) + "é".encode()).hexdigest()
    assert salted_digest(SALT, "é") == digest
    assert chain(GENESIS, digest) == sha256(bytes(32) + bytes.fromhex(digest)).hexdigest()


@given(st.lists(st.text(max_size=20), max_size=6))
def test_a_chain_verifies(contents):
    assert verify_chain(_links(contents)) is None


@given(st.integers(0, 2), st.sampled_from(["content", "salt", "digest", "previous", "hash"]))
def test_a_change_shows_where_it_was_made(place, field):
    links = _links(CONTENTS)
    changed = "autre" if field == "content" else "cd" * 32
    links[place] = replace(links[place], **{field: changed})
    assert verify_chain(links) == place + 1


def test_a_content_written_again_with_its_digest_shows_at_the_next_link():
    links = _links(CONTENTS)
    links[1] = append(2, links[0].hash, SALT, "autre")
    assert verify_chain(links) == 3


def test_a_link_taken_out_shows():
    links = _links(CONTENTS)
    assert verify_chain(links[1:]) == 1
    assert verify_chain([links[0], links[2]]) == 2


def test_two_links_swapped_show():
    first, second, third = _links(CONTENTS)
    assert verify_chain([first, third, second]) == 2


def test_an_erased_link_still_verifies():
    links = _links(CONTENTS)
    links[1] = replace(links[1], content=None, salt=None)
    assert verify_chain(links) is None


def test_a_content_lost_without_its_salt_shows():
    links = _links(CONTENTS)
    links[1] = replace(links[1], content=None)
    assert verify_chain(links) == 2
