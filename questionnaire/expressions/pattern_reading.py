"""Read a regular expression that Python accepts into the parts of an automaton."""

import re

from questionnaire.expressions.automaton import Char, Choice, Edge, Part, Repeat, Sequence

_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:[dDwWsStnrfv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^A-Za-z0-9])", re.DOTALL)
_GROUP = re.compile(r"\((?:\?:|(?!\?))")
_TIMES = re.compile(r"(?:([*+?])|\{(?:([0-9]+)(?:(,)([0-9]*))?|,([0-9]*))\})(\??)")
_SIGNS: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class BeyondReading(Exception):
    """The pattern uses what an automaton cannot do: look around, look back, flags."""


def read_pattern(pattern: str) -> Part:
    """Return the parts of a valid pattern; raise BeyondReading."""
    reader = _Reader(pattern)
    part = reader.choice()
    if reader.position < len(pattern):
        raise BeyondReading
    return part


class _Reader:
    """Recursive descent over the pattern; validity has been checked by `re` before."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.position = 0

    def choice(self) -> Part:
        options = [self._sequence()]
        while self._next() == "|":
            self.position += 1
            options.append(self._sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _next(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def _take(self, shape: re.Pattern[str]) -> re.Match[str]:
        found = shape.match(self.pattern, self.position)
        if found is None:
            raise BeyondReading
        self.position = found.end()
        return found

    def _sequence(self) -> Part:
        parts: list[Part] = []
        while self._next() not in ("", "|", ")"):
            part = self._atom()
            if _TIMES.match(self.pattern, self.position):
                part = self._repeated(part)
            if self._next() == "+":
                raise BeyondReading
            parts.append(part)
        return Sequence(tuple(parts))

    def _repeated(self, part: Part) -> Part:
        sign, least, comma, most, alone, _ = self._take(_TIMES).groups()
        if sign:
            return Repeat(part, *_SIGNS[sign])
        if least is None:
            return Repeat(part, 0, int(alone) if alone else None)
        if comma:
            return Repeat(part, int(least), int(most) if most else None)
        return Repeat(part, int(least), int(least))

    def _atom(self) -> Part:
        character = self._next()
        match character:
            case "(":
                self._take(_GROUP)
                part = self.choice()
                self.position += 1
                return part
            case "[":
                return Char(re.compile(self._take(_CLASS)[0]).match)
            case "\\":
                return Char(re.compile(self._take(_ESCAPE)[0]).match)
        self.position += 1
        if character in "^$":
            return Edge(at_end=character == "$")
        return Char("\n".__ne__ if character == "." else character.__eq__)
