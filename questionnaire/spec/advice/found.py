"""A piece of advice where it stands, and the list in which a review gathers them."""

from dataclasses import dataclass, field

from questionnaire.spec.advice.details import Detail, Severity
from questionnaire.spec.nodes import Place
from questionnaire.spec.typography import typeset


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be said better: where (counted from 1), a stable code, a French sentence, its remedy.

    ``of`` names what it is about, as an author would: a question, a section, ``liste.choix``, or the form.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    of: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """``file:line:column: severity code message (remedy)``."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code} {self.message} ({self.remedy})"


@dataclass(slots=True)
class Gathering:
    """The advice found in one file and in the blocks that it includes."""

    file: str
    found: list[Advice] = field(default_factory=list)

    def add(self, detail: Detail, of: str, place: Place, **words: object) -> None:
        """Give advice of the catalogue about ``of``."""
        origin = place.origin
        message = typeset(detail.message.format(**words)) + (f" ({origin.told()})" if origin else "")
        remedy = typeset(detail.remedy.format(**words))
        file = origin.file if origin else self.file
        advice = Advice(file, place.line, place.column, detail.severity, detail.code, of, message, remedy)
        self.found.append(advice)
