"""Who takes part in a document: who fills which of its parts, who signs it, in which order."""

from dataclasses import dataclass

from questionnaire.expressions import Expression
from questionnaire.spec.texts import Text


@dataclass(frozen=True, slots=True)
class Party:
    """Who fills or signs: anybody who holds one of these roles in the project; ``own``, whose document it is.

    ``person`` names the question whose answer is the one person of the project who signs; the role, if any, then says
    in which capacity.
    """

    name: str
    roles: tuple[str, ...]
    label: Text
    own: bool = False
    person: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Who fills which sections before the freeze: ``sections`` are names; ``title`` is said of the moment."""

    name: str
    title: Text | None
    parties: tuple[Party, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CircuitStep:
    """One signature expected, from one party. ``name`` is unique in the circuit, ``act`` signature or visa.

    Steps of the same ``rank`` are taken in any order, lower ranks first.
    """

    name: str
    party: str
    act: str = "signature"
    relevant: Expression | None = None
    rank: int = 1
