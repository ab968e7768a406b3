"""Which of the things that two lists share have moved: the fewest whose move explains the new order."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The names, among those in both, that stand elsewhere; the others keep their order among themselves."""
    rank = {name: place for place, name in enumerate(before)}
    shared = [name for name in after if name in rank]
    still = _longest_rise([rank[name] for name in shared])
    return tuple(name for name in shared if rank[name] not in still)


def _longest_rise(numbers: Sequence[int]) -> frozenset[int]:
    """The longest part of different numbers that grows from left to right."""
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        previous[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    rise: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = previous[last]
    return frozenset(rise)
