"""People as the rest of the house sees them: person, account, memberships, and how far they see."""

from dataclasses import dataclass, field

from questionnaire.access.roles import Role
from questionnaire.organisations import Organisation


@dataclass(frozen=True, slots=True)
class Person:
    """A human being, with or without an account."""

    id: str
    first_name: str
    last_name: str

    @property
    def name(self) -> str:
        """First name first, without title."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Account:
    """The means by which a person signs in. ``id`` is the number that the session remembers."""

    id: int
    person: Person
    email: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A role held in an organisation; ``reach`` is that organisation and all those below it."""

    organisation_id: str
    role: Role
    reach: frozenset[str]


@dataclass(frozen=True, slots=True)
class Perimeter:
    """The organisations whose rows a query may touch. Empty: none."""

    organisations: frozenset[str]

    def __contains__(self, organisation_id: object) -> bool:
        return organisation_id in self.organisations


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts through an account. ``organisation`` is the one that the person belongs to."""

    account_id: int
    person: Person
    memberships: tuple[Membership, ...]
    organisation: Organisation
    perimeter: Perimeter = field(init=False)
    """Every organisation that a membership reaches."""

    def __post_init__(self) -> None:
        """Every query of every page asks for the perimeter: it is gathered once."""
        reached = frozenset[str]().union(*(held.reach for held in self.memberships))
        object.__setattr__(self, "perimeter", Perimeter(reached))

    def has(self, role: Role) -> bool:
        """Whether the role is held anywhere."""
        return any(held.role is role for held in self.memberships)

    def roles_in(self, organisation_id: str) -> frozenset[Role]:
        """The roles whose reach covers an organisation."""
        return frozenset(held.role for held in self.memberships if organisation_id in held.reach)
