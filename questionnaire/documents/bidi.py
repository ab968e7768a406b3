"""Lines with Arabic or Hebrew in the order in which they are seen, and beside it the order of reading."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from questionnaire.documents.arabic import unjoin
from questionnaire.documents.faces import Face
from questionnaire.documents.runs import Link, Run

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_DIRECTIONS = {"L": "L", "R": "R", "AL": "R", "EN": "N", "AN": "N"}
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    face: Face
    said: str
    link: Link | None


def has_right_to_left(text: str) -> bool:
    """Whether any character is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter is: then the whole line runs so."""
    return next((_direction(c) == "R" for c in text if _direction(c) in {"L", "R"}), False)


def in_seen_order(runs: Sequence[Run], *, from_right: bool) -> tuple[Run, ...]:
    """The runs of one line as drawn from left to right: Unicode's algorithm without embeddings."""
    glyphs = [
        _Glyph(c, run.face, unjoin(c) if run.meant is None else run.meant, run.link) for run in runs for c in run.text
    ]
    levels = _levels([_direction(glyph.said[:1]) for glyph in glyphs], 1 if from_right else 0)
    seen: list[Run] = []
    for turned, group in groupby(zip(glyphs, levels, strict=True), key=lambda pair: pair[1] > 0):
        part = list(group)
        seen.extend(_turned(part) if turned else _plain([glyph for glyph, _ in part]))
    return tuple(seen)


def _direction(character: str) -> str:
    return _DIRECTIONS.get(unicodedata.bidirectional(character), "?") if character else "?"


def _levels(directions: list[str], base: int) -> list[int]:
    """0 left to right; 1 right to left; 2 numbers, and foreign words in a line that runs from the right."""
    strong = "L" if base == 0 else "R"
    resolved: list[str] = []
    for place, direction in enumerate(directions):
        taken = direction
        if direction == "N":
            taken = "N" if _before(directions, place, strong) == "R" else "L"
        resolved.append(taken)
    inner = 0 if base == 0 else 2
    known = {"L": inner, "R": 1, "N": 2}
    return [known.get(direction, _neutral(resolved, place, base, inner)) for place, direction in enumerate(resolved)]


def _before(directions: Sequence[str], place: int, otherwise: str) -> str:
    return next((d for d in reversed(directions[:place]) if d in {"L", "R"}), otherwise)


def _neutral(resolved: Sequence[str], place: int, base: int, inner: int) -> int:
    """Spaces and signs go with what stands on both sides; inside a number with it; else with the line."""
    before = next((d for d in reversed(resolved[:place]) if d != "?"), None)
    after = next((d for d in resolved[place + 1 :] if d != "?"), None)
    touching = 0 < place < len(resolved) - 1 and resolved[place - 1] == resolved[place + 1] == "N"
    if touching:
        return 2
    if before == after == "L":
        return inner
    if before in {"R", "N"} and after in {"R", "N"}:
        return 1
    return base


def _turned(part: Sequence[tuple[_Glyph, int]]) -> list[Run]:
    """Reversed, except for what stays in its order; the first run tells how the whole is read."""
    drawn: list[_Glyph] = []
    for kept, group in groupby(part, key=lambda pair: pair[1] > 1):
        glyphs = [glyph for glyph, _ in group]
        drawn = (glyphs if kept else [_mirror(glyph) for glyph in reversed(glyphs)]) + drawn
    said = "".join(glyph.said for glyph, _ in part)
    groups = groupby(drawn, key=lambda g: (g.face, g.link))
    runs = [Run("".join(glyph.text for glyph in group), face, "", link) for (face, link), group in groups]
    return [replace(runs[0], meant=said), *runs[1:]]


def _mirror(glyph: _Glyph) -> _Glyph:
    return replace(glyph, text=_MIRRORED.get(glyph.text, glyph.text))


def _plain(glyphs: Sequence[_Glyph]) -> list[Run]:
    return [
        Run("".join(glyph.text for glyph in group), face, None if same else said, link)
        for (face, said, same, link), group in groupby(
            glyphs, key=lambda g: (g.face, "" if g.said == g.text else g.said, g.said == g.text, g.link)
        )
    ]
