"""What is said of a questionnaire: of which items, what, and what to do."""

from dataclasses import dataclass

from questionnaire.interchange.remarking import Refused
from questionnaire.spec.nodes import Place
from questionnaire.spec.typography import typeset

_SHOWN = 8
"""Items named in one remark."""

_WIDTH = 100_000


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know of the items that have these ``links``; without any, of the whole."""

    links: tuple[str, ...]
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        """``Élément « 4.1 » : message (remède)``."""
        said = f"{_listed(self.links)} : {self.message}" if self.links else self.message
        return typeset(f"{said} ({self.remedy})" if self.remedy else said)


def refused(message: str, remedy: str = "", link: str = "") -> Refused:
    """The refusal of a whole file."""
    return Refused((Remark((link,) if link else (), message, remedy),))


class Remarks:
    """What is found along the way; items are known by their numbers."""

    def __init__(self) -> None:
        self._links: dict[int, str] = {}
        self._kept: dict[tuple[bool, str, str], dict[str, None]] = {}

    def name_item(self, number: int, link: str) -> None:
        """Remember what an item is called."""
        self._links[number] = link

    def spot(self, place: Place) -> tuple[int, int]:
        """The item and its value that hold a place."""
        return place.line, place.column // _WIDTH

    def warn_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say what was done otherwise; the same of several items is said once."""
        self._add(place, message, remedy, fatal=False)

    def refuse_at(self, place: Place, message: str, remedy: str = "") -> None:
        """Say what stands in the way."""
        self._add(place, message, remedy, fatal=True)

    def _add(self, place: Place, message: str, remedy: str, *, fatal: bool) -> None:
        links = self._kept.setdefault((fatal, message, remedy), {})
        if link := self._links.get(place.line, ""):
            links[link] = None

    def warnings(self) -> tuple[Remark, ...]:
        """What was done otherwise, in the order in which it was found."""
        return self._said(fatal=False)

    def check(self) -> None:
        """Raise Refused where something stands in the way."""
        if refusals := self._said(fatal=True):
            raise Refused(refusals)

    def _said(self, *, fatal: bool) -> tuple[Remark, ...]:
        return tuple(
            Remark(tuple(links), message, remedy)
            for (stops, message, remedy), links in self._kept.items()
            if stops is fatal
        )


def _listed(links: tuple[str, ...]) -> str:
    named = ", ".join(f"« {link} »" for link in links[:_SHOWN])
    more = f" et {len(links) - _SHOWN} autres" if len(links) > _SHOWN else ""
    return f"{'Éléments' if len(links) > 1 else 'Élément'} {named}{more}"
