"""Records that may be of one human being: the same name in whatever order and letters, an address much alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from questionnaire.access.roster import folded

SAME_NAME = "même nom"
NEAR_NAME = "nom à une lettre près"
SAME_ADDRESS = "même adresse"
NEAR_ADDRESS = "adresse semblable"
_WEIGHTS = {SAME_NAME: 4, SAME_ADDRESS: 4, NEAR_NAME: 2, NEAR_ADDRESS: 1}

_SHORTEST = 6
"""Texts shorter than that differ by one letter too easily."""
_OF_EVERYBODY = frozenset({"accueil", "contact", "direction", "information", "partenariat", "qualite", "secretariat"})
"""What stands before the sign @ in the addresses of offices."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record as it is compared; ``address`` may be empty, ``place`` is the name of its organisation."""

    id: str
    first_name: str
    last_name: str
    address: str
    place: str

    @property
    def name(self) -> str:
        """First name first."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that may be of one human being, and why."""

    one: Known
    other: Known
    reasons: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How likely it is: more for more reasons."""
        return sum(_WEIGHTS[reason] for reason in self.reasons)


def doubles_of(one: Known, everybody: Iterable[Known]) -> tuple[Double, ...]:
    """The records that may be of the same human being as one, the most likely first."""
    others = (other for other in everybody if other.id != one.id)
    return _ordered(Double(one, other, reasons(one, other)) for other in others)


def doubles(everybody: Sequence[Known]) -> tuple[Double, ...]:
    """All the pairs that may be of one human being, the most likely first; each pair once."""
    buckets: dict[str, list[Known]] = {}
    for each in everybody:
        for key in _keys(each):
            buckets.setdefault(key, []).append(each)
    pairs = {
        (one.id, other.id): (one, other)
        for alike in buckets.values()
        for place, one in enumerate(alike)
        for other in alike[place + 1 :]
        if one.id != other.id
    }
    return _ordered(Double(one, other, reasons(one, other)) for one, other in pairs.values())


def _ordered(found: Iterable[Double]) -> tuple[Double, ...]:
    likely = (each for each in found if each.reasons)
    return tuple(sorted(likely, key=lambda each: (-each.weight, each.one.name, each.other.name, each.other.id)))


def reasons(one: Known, other: Known) -> tuple[str, ...]:
    """Why two records may be of one human being; nothing where no reason says so."""
    return tuple(filter(None, (_of_names(_name(one), _name(other)), _of_addresses(one.address, other.address))))


def _of_names(one: str, other: str) -> str:
    if one == other:
        return SAME_NAME
    return NEAR_NAME if is_near(one, other) else ""


def _of_addresses(one: str, other: str) -> str:
    if not one or not other:
        return ""
    if one.casefold() == other.casefold():
        return SAME_ADDRESS
    boxes = _box(one), _box(other)
    same_box = boxes[0] == boxes[1] and len(boxes[0]) >= _SHORTEST and boxes[0] not in _OF_EVERYBODY
    return NEAR_ADDRESS if same_box or is_near(one.casefold(), other.casefold()) else ""


def _name(one: Known) -> str:
    """The words of a name in the order of letters: a file may have put the last name first."""
    return " ".join(sorted(re.findall(r"\w+", folded(one.name))))


def _box(address: str) -> str:
    """What stands before the sign @, without what providers leave out."""
    return re.sub(r"[._-]|\+.*", "", folded(address.partition("@")[0]))


def is_near(one: str, other: str) -> bool:
    """Whether two texts, long enough, differ by one letter: another, missing, or two that changed places."""
    if one == other or min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _keys(one: Known) -> Iterator[str]:
    """What two records that are alike have in common."""
    yield from _without_one_letter("name", _name(one))
    if one.address:
        yield f"box {_box(one.address)}"
        yield from _without_one_letter("address", one.address.casefold())


def _without_one_letter(kind: str, text: str) -> Iterator[str]:
    yield f"{kind} {text}"
    if len(text) >= _SHORTEST:
        yield from {f"{kind} {text[:at]}{text[at + 1 :]}" for at in range(len(text))}
