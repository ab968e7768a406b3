"""Where this server may be led by an address in its settings: machines of the hospital and of the world, no others."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from questionnaire.environment import LOOPBACK

NEVER = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "100.100.100.200/32",  # metadata of a cloud
            "169.254.0.0/16",  # link-local; metadata of most clouds
            "192.0.0.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "fd00:ec2::254/128",  # metadata of a cloud
            "fe80::/10",
            "ff00::/8",
        ),
    )
)
"""No service that a hospital declares answers there: what does holds the secrets of the machine itself."""


def may_reach(host: str, peer: str) -> bool:
    """Whether a connexion asked to ``host`` may go on with the network address that answered, ``peer``.

    Private addresses are a hospital's own services. This machine itself must be named as such: a name of elsewhere that
    leads here is a trap.
    """
    try:
        found = _plain(ip_address(peer.partition("%")[0]))
    except ValueError:
        return False
    if found.is_loopback:
        return host.strip("[]").lower() in LOOPBACK
    return not any(found in network for network in NEVER if network.version == found.version)


def _plain(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, however it is wrapped."""
    if isinstance(found, IPv4Address):
        return found
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found.sixtofour is not None:
        return found.sixtofour
    return IPv4Address(int(found) & 0xFFFFFFFF) if found in ip_network("64:ff9b::/96") else found
