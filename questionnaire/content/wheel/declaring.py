"""What a wheel is made of: four quarters with their criteria, and up to three sources that rate them."""

from dataclasses import dataclass
from typing import Literal

from questionnaire.errors import QuestionnaireError
from questionnaire.results import Profile
from questionnaire.spec.measures import LONGEST_TITLE

Source = Literal["pro", "user", "joint"]
"""Who rates: the professional side, the user side, both together. Each has its own shape."""

SOURCES: tuple[Source, ...] = ("pro", "user", "joint")


class WheelError(QuestionnaireError):
    """A wheel that cannot be drawn as declared."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """``name`` is that of its question, ``number`` stands around the wheel, ``short`` beside it on one or two lines.

    ``label`` is the whole wording, for the table.
    """

    name: str
    number: int
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Quarter:
    """A sector of the results (``name``) as a quarter of the wheel; its criteria from top to bottom."""

    name: str
    title: str
    criteria: tuple[Criterion, ...]

    def __post_init__(self) -> None:
        if not self.criteria:
            raise WheelError(f"Le secteur «\u00a0{self.title}\u00a0» n’a aucun critère.")
        if len(self.title) > LONGEST_TITLE:
            raise WheelError(f"«\u00a0{self.title}\u00a0» dépasse {LONGEST_TITLE} caractères.")


Quarters = tuple[Quarter, Quarter, Quarter, Quarter]
"""Top left, top right, bottom right, bottom left."""


@dataclass(frozen=True, slots=True)
class Series:
    """One source: ``label`` (« Patient ») names its shape and its column, ``who`` tells who it is in the key."""

    source: Source
    label: str
    profile: Profile
    who: str = ""
