"""What rules may know beside the answers: the hour, the reader, the establishment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from questionnaire.spec.model import Choice
from questionnaire.spec.terms import resolve_term


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an answer came from, in words; ``document``, that it was another document, which the paper says too."""

    text: str
    document: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer was kept in spite of what was odd in it: ``text``, and the name of whoever wrote it."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Context:
    """``now`` is aware and fixed once per request; ``tz`` the zone of the establishment.

    ``party`` is the part that the reader plays in the document, ``facts`` what is known of that person,
    ``lists`` the lists owned by the installation (of one that is not among them, any name is accepted),
    ``settings`` the phrases of the establishment (``secteur``, ``etablissement``…) from which ``{terms}`` are resolved;
    ``origins`` tells by path where answers came from, ``reasons`` why answers that are odd were kept;
    ``seed`` is what chance is drawn from, the same as long as the document is the same and told to nobody.
    """

    now: datetime
    tz: tzinfo
    party: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    seed: str = field(default="", repr=False)

    def choices(self, name: str) -> tuple[Choice, ...] | None:
        """A list of the installation; None where it is not known, as at a terminal."""
        return self.lists.get(name)

    def term(self, name: str) -> str:
        """The phrase that ``{name}`` stands for in this establishment."""
        return resolve_term(name, self.settings)

    def local_now(self) -> datetime:
        """The hour as the establishment's clock shows it."""
        return self.now.astimezone(self.tz)
