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


NUMBER_SIGN = "*"
"""Stands for the number of the letter in the address that it comes back to."""


@dataclass(frozen=True, slots=True)
class Relay:
    """A server and the address that mails come from; without ``user`` nobody signs in to it.

    ``returns`` is the address that mails come back to, the same one where it is empty.
    """

    host: str
    port: int
    sender: str
    tls: Tls = Tls.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    returns: str = ""

    def envelope(self, number: str) -> str:
        """The address that a letter comes back to when it cannot be delivered."""
        return (self.returns or self.sender).replace(NUMBER_SIGN, number)
