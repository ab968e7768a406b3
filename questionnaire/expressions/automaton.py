"""Match a pattern in time proportional to the text, whatever the pattern: it never goes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

MAX_STATES = 1_000
_MOST_STEPS_KEPT = 5_000


class TooManyStates(Exception):
    """The pattern repeats too much for a machine of reasonable size."""


@dataclass(frozen=True, slots=True)
class Char:
    """One character that passes a test."""

    test: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Edge:
    """The start of the text (`^`), or its end (`$`)."""

    at_end: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts."""

    options: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part, from `least` to `most` times; `most` None: without end."""

    part: Part
    least: int
    most: int | None


Part: TypeAlias = Char | Edge | Sequence | Choice | Repeat


@dataclass(slots=True)
class Machine:
    """Numbered states: 0 accepts, some read a character, some wait for an edge, the rest only lead on."""

    chars: dict[int, tuple[Callable[[str], object], int]] = field(default_factory=dict)
    edges: dict[int, tuple[bool, int]] = field(default_factory=dict)
    leads: dict[int, tuple[int, ...]] = field(default_factory=lambda: {0: ()})
    start: int = 0
    _steps: dict[tuple[frozenset[int], str], frozenset[int]] = field(default_factory=dict)

    def accepts(self, text: str) -> bool:
        """Tell whether the whole text leads from the start to acceptance."""
        here = self._reached((self.start,), at_start=True, at_end=not text)
        for character in text:
            here = self._step(here, character)
            if not here:
                return False
        return 0 in (self._reached(here, at_start=False, at_end=True) if text else here)

    def _step(self, here: frozenset[int], character: str) -> frozenset[int]:
        known = self._steps.get((here, character))
        if known is None:
            readers = [self.chars[state] for state in here if state in self.chars]
            passed = [after for test, after in readers if test(character)]
            known = self._reached(passed, at_start=False, at_end=False)
            if len(self._steps) >= _MOST_STEPS_KEPT:
                self._steps.clear()
            self._steps[here, character] = known
        return known

    def _reached(self, states: Iterable[int], *, at_start: bool, at_end: bool) -> frozenset[int]:
        """Return the states and all those to which they lead without reading."""
        found: set[int] = set()
        waiting = list(states)
        while waiting:
            state = waiting.pop()
            if state in found:
                continue
            found.add(state)
            waiting.extend(self.leads.get(state, ()))
            if state in self.edges:
                wants_end, after = self.edges[state]
                waiting.extend([after] if (at_end if wants_end else at_start) else [])
        return frozenset(found)


def machine_of(part: Part) -> Machine:
    """Return the machine of a pattern; raise TooManyStates."""
    machine = Machine()
    machine.start = _add(machine, part, 0)
    return machine


def _add(machine: Machine, part: Part, after: int) -> int:
    """Put the states of `part` before the state `after`; return the first of them."""
    match part:
        case Char(test):
            state = _new(machine)
            machine.chars[state] = (test, after)
            return state
        case Edge(at_end):
            state = _new(machine)
            machine.edges[state] = (at_end, after)
            return state
        case Sequence(parts):
            for one in reversed(parts):
                after = _add(machine, one, after)
            return after
        case Choice(options):
            return _fork(machine, *(_add(machine, option, after) for option in options))
        case Repeat():
            return _repeat(machine, part, after)


def _repeat(machine: Machine, repeat: Repeat, after: int) -> int:
    if repeat.most is None:
        first = _fork(machine)
        machine.leads[first] = (_add(machine, repeat.part, first), after)
    else:
        first = after
        for _ in range(repeat.most - repeat.least):
            first = _fork(machine, _add(machine, repeat.part, first), after)
    for _ in range(repeat.least):
        first = _add(machine, repeat.part, first)
    return first


def _fork(machine: Machine, *ways: int) -> int:
    state = _new(machine)
    machine.leads[state] = ways
    return state


def _new(machine: Machine) -> int:
    state = len(machine.leads) + len(machine.chars) + len(machine.edges)
    if state > MAX_STATES:
        raise TooManyStates
    return state
