"""Counts of people published without telling of anybody: small ones hidden, and others with them.

A count that is hidden alone is found again by subtracting the rest from the total. So others are hidden with it
(complementary suppression), until whoever knows all that is published cannot tell how many there are: what they can
work out is the smallest and the greatest value that each hidden count may have, computed here as a flow (L. H. Cox,
« Network models for complementary cell suppression », JASA 90, 1995). Two tables of which one is part of the other tell
more together than each: publish them with the same counts hidden, or one of them.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

LEAST = 3
"""No threshold is lower."""

PROJECTS, RESPONDENTS, SIDE = 5, 5, 3
"""How many projects, respondents and raters of one side there must be, where nobody asks for more."""

Place: TypeAlias = tuple[int, int]
Counts: TypeAlias = Sequence[Sequence[int]]
Shown: TypeAlias = tuple[int | None, ...]

_ROW, _COLUMN, _ANYWHERE = "row", "column", "anywhere"
_Stop: TypeAlias = tuple[str, int]
_PLENTY = 10**9


@dataclass(frozen=True, slots=True)
class Published:
    """A table as it may be published: None where a count is hidden; all of it None where no part of it may be."""

    rows: tuple[Shown, ...]
    row_totals: Shown
    column_totals: Shown


def shown_share(count: int | None, total: int | None) -> float | None:
    """The share of a count in a total; hidden with either of them, and None without anybody."""
    return count / total if count is not None and total else None


def is_enough(number: int, threshold: int) -> bool:
    """Whether a mean, or anything else said of a group, may be told of so many. Raises ValueError under ``LEAST``."""
    if threshold < LEAST:
        raise ValueError(f"a threshold of {threshold} hides too little: {LEAST} at least")
    return number >= threshold


def published_list(counts: Sequence[int], threshold: int) -> Published:
    """One line of counts with their total."""
    return _published((tuple(counts),), threshold, columns=False)


def published_table(counts: Counts, threshold: int) -> Published:
    """Lines of counts, as many in each, with the totals of lines and columns."""
    return _published(tuple(map(tuple, counts)), threshold, columns=True)


def _published(rows: tuple[tuple[int, ...], ...], threshold: int, *, columns: bool) -> Published:
    table = _Table(rows, threshold, columns=columns)
    hidden = table.hidden()
    if hidden is None:
        nothing = tuple((None,) * len(row) for row in rows)
        return Published(nothing, (None,) * len(rows), (None,) * len(rows[0]))
    shown = tuple(
        tuple(None if (at, rank) in hidden else count for rank, count in enumerate(row)) for at, row in enumerate(rows)
    )
    totals = tuple(sum(column) for column in zip(*rows, strict=True)) if columns else (None,) * len(rows[0])
    return Published(shown, tuple(map(sum, rows)), totals)


class _Table:
    """The counts, and what may be worked out of those that are hidden."""

    def __init__(self, rows: tuple[tuple[int, ...], ...], threshold: int, *, columns: bool) -> None:
        self._counts = {(at, rank): count for at, row in enumerate(rows) for rank, count in enumerate(row)}
        self._threshold = threshold
        self._columns = columns
        self._small = {place for place, count in self._counts.items() if count and not is_enough(count, threshold)}

    def hidden(self) -> set[Place] | None:
        """What to hide: the small counts, and the smallest others that protect them; None where nothing does."""
        hidden = set(self._small)
        while bare := next((place for place in sorted(self._small) if not self._is_safe(place, hidden)), None):
            companions = min(self._companions(bare, hidden), key=self._cost, default=None)
            if companions is None:
                return None
            hidden |= companions
        return hidden

    def _cost(self, companions: set[Place]) -> tuple[int, list[Place]]:
        """What is lost by hiding them: how many people they count."""
        return sum(self._counts[place] for place in companions), sorted(companions)

    def _companions(self, bare: Place, hidden: set[Place]) -> Iterator[set[Place]]:
        """What may be hidden besides: the three other corners of a rectangle; where there is none, any one count."""
        corners = list(self._rectangles(bare, hidden)) if self._columns else []
        yield from corners or ({place} for place, count in self._counts.items() if count and place not in hidden)

    def _rectangles(self, bare: Place, hidden: set[Place]) -> Iterator[set[Place]]:
        for at, rank in self._counts:
            corners = {(bare[0], rank), (at, bare[1]), (at, rank)}
            apart = at != bare[0] and rank != bare[1] and all(self._counts[corner] for corner in corners)
            if apart and corners - hidden:
                yield corners - hidden

    def _is_safe(self, place: Place, hidden: set[Place]) -> bool:
        """Whether a small count could as well be smaller, or large enough to be published."""
        count, row, column = self._counts[place], (_ROW, place[0]), (_COLUMN, place[1])
        more = _flow(self._links(place, hidden), column, row, self._threshold - count)
        less = _flow(self._links(place, hidden), row, column, 1)
        return count + more >= self._threshold and less >= 1

    def _links(self, but: Place, hidden: set[Place]) -> dict[_Stop, dict[_Stop, int]]:
        """How the other hidden counts may change together and leave every total as it is.

        From a line to a column a count grows, without bound; from a column to a line it falls, by what it is.
        """
        links: dict[_Stop, dict[_Stop, int]] = {}
        for at, rank in hidden - {but}:
            row, column = (_ROW, at), (_COLUMN, rank)
            links.setdefault(row, {})[column] = _PLENTY
            links.setdefault(column, {})[row] = self._counts[at, rank]
        if not self._columns:
            for _, rank in hidden:
                links.setdefault((_COLUMN, rank), {})[_ANYWHERE, 0] = _PLENTY
                links.setdefault((_ANYWHERE, 0), {})[_COLUMN, rank] = _PLENTY
        return links


def _flow(links: dict[_Stop, dict[_Stop, int]], start: _Stop, end: _Stop, wanted: int) -> int:
    """How much can go from one stop to another, up to what is wanted: the shortest ways first (Edmonds and Karp)."""
    found = 0
    while found < wanted:
        way = _way(links, start, end)
        if not way:
            break
        step = min(wanted - found, *(links[here][there] for here, there in way))
        for here, there in way:
            links[here][there] -= step
            back = links.setdefault(there, {})
            back[here] = back.get(here, 0) + step
        found += step
    return found


def _way(links: dict[_Stop, dict[_Stop, int]], start: _Stop, end: _Stop) -> list[tuple[_Stop, _Stop]]:
    came: dict[_Stop, _Stop] = {}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, room in links.get(here, {}).items():
            if room and there not in came and there != start:
                came[there] = here
                waiting.append(there)
    way: list[tuple[_Stop, _Stop]] = []
    while end in came:
        way.append((came[end], end))
        end = came[end]
        if end == start:
            return way
    return []
