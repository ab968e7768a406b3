"""What rules may know beside the answers: the hour, the reader, the establishment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from questionnaire.spec.terms import resolve_term


@dataclass(frozen=True, slots=True)
class Context:
    """``now`` is aware and fixed once per request; ``tz`` the zone of the establishment.

    ``party`` is the part that the reader plays in the document, ``facts`` what is known of that person,
    ``lists`` the lists owned by the installation, ``settings`` the phrases of the establishment
    (``secteur``, ``etablissement``…) from which ``{terms}`` are resolved.
    """

    now: datetime
    tz: tzinfo
    party: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    lists: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    def term(self, name: str) -> str:
        """The phrase that ``{name}`` stands for in this establishment."""
        return resolve_term(name, self.settings)

    def local_now(self) -> datetime:
        """The hour as the establishment's clock shows it."""
        return self.now.astimezone(self.tz)
