"""The server that carries mails: where it is, how one speaks to it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Tls(StrEnum):
    """How the connection is kept secret: after a greeting, from the start, not at all."""

    STARTTLS = "starttls"
    IMPLICIT = "implicit"
    NONE = "none"


PORTS = {Tls.STARTTLS: 587, Tls.IMPLICIT: 465, Tls.NONE: 25}
"""The port that goes with each."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A server and the address that mails come from; without ``user`` nobody signs in to it."""

    host: str
    port: int
    sender: str
    tls: Tls = Tls.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
