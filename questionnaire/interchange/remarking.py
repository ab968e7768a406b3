"""What readers of other formats say along the way: what was done otherwise, and what cannot be."""

from collections.abc import Hashable, Iterable
from typing import Protocol

from questionnaire.errors import QuestionnaireError
from questionnaire.spec.nodes import Place


class Said(Protocol):
    """One thing to know, as a line that tells where, what, and what to do."""

    @property
    def message(self) -> str:
        """What is to know, without its place."""
        ...

    def __str__(self) -> str:
        """The whole line, in French."""
        ...


class Refused(QuestionnaireError):
    """The file is no form that can be read: ``remarks``, never empty, tell all that is wrong."""

    def __init__(self, remarks: Iterable[Said]) -> None:
        self.remarks = tuple(remarks)
        super().__init__("\n".join(map(str, self.remarks)))


class Remarking(Protocol):
    """Gathers what is said of a file, by the places that its values carry."""

    def spot(self, place: Place) -> Hashable:
        """What of the file holds a place: a cell, an item."""
        ...

    def warn_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say what was done otherwise."""
        ...

    def refuse_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say what stands in the way."""
        ...

    def check(self) -> None:
        """Raise Refused where something stands in the way."""
        ...
