"""Where an address in the settings may lead this server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.access.destinations import NEVER, may_reach

NAME = "sso.hopital.example"


@pytest.mark.parametrize(
    "peer",
    [
        "169.254.169.254",
        "169.254.0.1",
        "100.100.100.200",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "0.0.0.0",  # noqa: S104  # an address to refuse
        "::",
        "224.0.0.1",
        "255.255.255.255",
        "ff02::1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::",
        "",
        "sso.hopital.example",
        "169.254.169.254:80",
    ],
)
def test_the_secrets_of_the_machine_are_never_reached(peer):
    assert (may_reach(NAME, peer), may_reach("localhost", peer), may_reach(peer, peer)) == (False, False, False)


@pytest.mark.parametrize("peer", ["10.1.2.3", "192.168.0.4", "172.16.9.9", "93.184.216.34", "2001:db8::1", "fd12::1"])
def test_services_of_the_hospital_and_of_the_world_are_reached(peer):
    assert may_reach(NAME, peer)


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"])
def test_this_machine_is_reached_by_its_own_names_only(peer):
    assert [may_reach(host, peer) for host in ("localhost", "127.0.0.1", "[::1]", "LOCALHOST", NAME)] == [True] * 4 + [
        False
    ]


@given(st.ip_addresses())
def test_an_address_is_never_or_may_be_reached(peer):
    inside = any(peer in network for network in NEVER if network.version == peer.version)
    assert not (inside and may_reach(NAME, str(peer)))


@given(st.text(), st.text())
def test_what_is_no_address_is_never_reached(host, peer):
    assert isinstance(may_reach(host, peer), bool)
