"""What an identity provider says of a person: the claims that matter, and the roles that they give."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from questionnaire.access.roles import Role

ANYTHING = "*"
"""The value of a rule that asks only for the claim to be there."""

LONGEST_NAME = 120
LONGEST_SUBJECT = 255

Held = tuple[str, Role]
"""A role in an organisation: the organisation first."""


@dataclass(frozen=True, slots=True)
class RoleRule:
    """Whoever has one of ``values`` at a path of claims holds a role in an organisation (its name or its id)."""

    claim: tuple[str, ...]
    values: frozenset[str]
    role: Role
    organisation: str


@dataclass(frozen=True, slots=True)
class Asserted:
    """A person as a provider tells of them; ``email`` is empty unless the provider has verified it."""

    issuer: str
    subject: str
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    roles: frozenset[Held] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleChanges:
    """What a sign-in changes: roles given and taken, those that the provider answers for from now on."""

    given: frozenset[Held]
    taken: frozenset[Held]
    answered_for: frozenset[Held]


def values_at(claims: object, path: tuple[str, ...]) -> frozenset[str]:
    """The words and whole numbers at a path, each list on the way walked; nothing where the path leads nowhere."""
    if isinstance(claims, list | tuple):
        return frozenset[str]().union(*(values_at(entry, path) for entry in claims))
    if path:
        return (
            values_at(claims[path[0]], path[1:]) if isinstance(claims, Mapping) and path[0] in claims else frozenset()
        )
    if isinstance(claims, str):
        return frozenset({claims} - {""})
    return frozenset({str(claims)}) if isinstance(claims, int) and not isinstance(claims, bool) else frozenset()


def roles_of(rules: Iterable[RoleRule], claims: Mapping[str, object]) -> frozenset[Held]:
    """The roles that the rules give to whoever has these claims."""
    return frozenset((rule.organisation, rule.role) for rule in rules if _meets(rule, values_at(claims, rule.claim)))


def _meets(rule: RoleRule, found: frozenset[str]) -> bool:
    return bool(found) if ANYTHING in rule.values else not rule.values.isdisjoint(found)


def asserted(issuer: str, claims: Mapping[str, object], rules: Iterable[RoleRule]) -> Asserted:
    """What is kept of the claims of a token already checked; ``sub`` must be there."""
    verified = claims.get("email_verified") is True
    return Asserted(
        issuer,
        str(claims["sub"]),
        _word(claims, "email").lower() if verified else "",
        _word(claims, "given_name")[:LONGEST_NAME],
        _word(claims, "family_name")[:LONGEST_NAME],
        roles_of(rules, claims),
    )


def merged(token: Mapping[str, object], more: Mapping[str, object]) -> dict[str, object]:
    """The claims of the token completed by those of the address that tells about people.

    What the token says stands; an e-mail keeps the word on its verification that came with it.
    """
    claims = {**more, **token}
    if "email" in token and token["email"] != more.get("email"):
        claims["email_verified"] = token.get("email_verified")
    return claims


def changes(
    wanted: frozenset[Held], held: frozenset[Held], ours: frozenset[Held], others: frozenset[Held]
) -> RoleChanges:
    """What becomes of the roles of a person at a sign-in.

    ``held`` are all that the person has, ``ours`` those that this provider answers for, ``others`` those that another
    provider answers for. A role given by hand stays, whatever the provider says, and never becomes the provider's.
    """
    by_hand = held - ours - others
    return RoleChanges(given=wanted - held, taken=((ours - wanted) & held) - others, answered_for=wanted - by_hand)


def _word(claims: Mapping[str, object], name: str) -> str:
    found = claims.get(name)
    return found.strip() if isinstance(found, str) else ""
