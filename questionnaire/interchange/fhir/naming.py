"""The names of a form read from FHIR: the identifiers of its items where they are readable, their words elsewhere."""

import re

from questionnaire.interchange.fhir.items import Item, Questionnaire
from questionnaire.interchange.fhir.urls import OWN_NAME
from questionnaire.interchange.names import sound_name
from questionnaire.spec.naming import RESERVED
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.others import OTHER

_READABLE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
LONGEST_NAME = 64
_MOST_WORDS = 5


class Names:
    """What each item is called."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._taken: set[str] = set()
        self._given: dict[Item, str] = {}
        self.by_link = {item.link: item for item in questionnaire.top.walk() if item.link}
        # Identifiers that are names already keep theirs, whoever comes first.
        named = sorted(self.by_link.values(), key=lambda item: (_wanted(item) != own_name(item), item.number))
        for item in named:
            self._given[item] = self.fresh(_wanted(item))
            if item.type == "open-choice":
                self._taken.add(f"{self._given[item]}_{OTHER}")

    def of(self, item: Item) -> str:
        """What an item is called."""
        return self._given[item]

    def link_of(self, item: Item, name: str) -> Scalar | None:
        """What other tools call the item, where it is not its name."""
        return item.scalar(item.link, "linkId") if item.link and item.link != name else None

    def fresh(self, name: str) -> str:
        """A name that nobody has yet: this one, or this one with a number; it is then taken."""
        found, number = name, 1
        while found in self._taken or found in RESERVED:
            number += 1
            found = f"{name}_{number}"
        self._taken.add(found)
        return found


def own_name(item: Item) -> str:
    """The name that we gave to an item when we wrote it: its link, unless another is said."""
    said = item.value(OWN_NAME)
    return said.raw if said is not None and isinstance(said.raw, str) else item.link


def _wanted(item: Item) -> str:
    own = own_name(item)
    if len(own) <= LONGEST_NAME and _NAME.fullmatch(own):
        return own
    if _READABLE.fullmatch(item.link) and not _UUID.fullmatch(item.link):
        return sound_name(item.link)
    words = re.findall(r"\w+", item.text.lower())[:_MOST_WORDS]
    return sound_name(" ".join(words) or item.link)
