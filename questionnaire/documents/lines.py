"""Breaking text into lines: at spaces and hyphens, inside a word only when it is wider than a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from questionnaire.documents.bidi import begins_right_to_left, has_right_to_left, in_seen_order
from questionnaire.documents.faces import Weight
from questionnaire.documents.runs import Link, Run, clean, runs

_WORD_PARTS = re.compile(r"(?<=[^\W\d_]{2}-)(?![A-Z]{2})(?=[^\W\d_]{2})")
"""Where a compound word may be parted: not an acronym."""

_LONGEST = 200
"""Characters: more never stand on a single line."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one weight inside a paragraph, all of it leading to the same place where there is one."""

    text: str
    weight: Weight = "regular"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line, and its width in points."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    """Runs that stay together, and the space that precedes them when they do not begin a line."""

    runs: tuple[Run, ...]
    space: tuple[Run, ...]


def wrap(spans: Sequence[Span], size: float, width: float) -> list[Line]:
    """The lines of a paragraph at ``size`` points in ``width`` points; one empty line for an empty text."""
    lines: list[Line] = []
    for hard_line in _hard_lines(spans):
        filled = _fill(_words(hard_line), size, width)
        said = "".join(span.text for span in hard_line)
        if has_right_to_left(said):
            from_right = begins_right_to_left(said)
            filled = (Line(in_seen_order(line.runs, from_right=from_right), line.width) for line in filled)
        lines.extend(filled)
    return lines


def one_line(text: str, size: float, weight: Weight, width: float) -> Line:
    """A text on a single line, ended by an ellipsis where it is longer: for what is said whole elsewhere."""
    flat = " ".join(text[:_LONGEST].split())
    lines = wrap([Span(flat, weight)], size, width)
    while len(lines) > 1:
        flat = flat[:-2].rstrip()
        lines = wrap([Span(f"{flat}…", weight)], size, width)
    return lines[0]


def _hard_lines(spans: Sequence[Span]) -> Iterator[list[Span]]:
    line: list[Span] = []
    for span in spans:
        first, *others = clean(span.text).split("\n")
        line.append(replace(span, text=first))
        for other in others:
            yield line
            line = [replace(span, text=other)]
    yield line


def _words(spans: Sequence[Span]) -> Iterator[_Word]:
    pending: list[Run] = []
    space: tuple[Run, ...] = ()
    for span in spans:
        for rank, chunk in enumerate(span.text.split(" ")):
            if rank:
                if pending:
                    yield _Word(tuple(pending), space)
                pending, space = [], runs(" ", span.weight)
            for part_rank, part in enumerate(_WORD_PARTS.split(chunk)):
                if part_rank:
                    yield _Word(tuple(pending), space)
                    pending, space = [], ()
                pending.extend(_leading(runs(part, span.weight), span.link))
    if pending:
        yield _Word(tuple(pending), space)


def _leading(parts: Sequence[Run], link: Link | None) -> Sequence[Run]:
    return parts if link is None else [replace(run, link=link) for run in parts]


def _fill(words: Iterator[_Word], size: float, width: float) -> Iterator[Line]:
    line: list[Run] = []
    taken = 0.0
    for word in words:
        needed = _measure(word.runs, size)
        space = _measure(word.space, size) if line else 0.0
        if line and taken + space + needed > width:
            yield _line(line, taken)
            line, taken, space = [], 0.0, 0.0
        if needed > width:
            *full, (line, taken) = _cut_word(word.runs, size, width)
            yield from (_line(part, part_width) for part, part_width in full)
            continue
        line.extend((*word.space, *word.runs) if line else word.runs)
        taken += space + needed
    yield _line(line, taken)


def _cut_word(word: Sequence[Run], size: float, width: float) -> Iterator[tuple[list[Run], float]]:
    part: list[Run] = []
    taken = 0.0
    for run in word:
        for character in run.text:
            needed = run.face.measure(character, size)
            if part and taken + needed > width:
                yield part, taken
                part, taken = [], 0.0
            part.append(replace(run, text=character))
            taken += needed
    yield part, taken


def _measure(parts: Sequence[Run], size: float) -> float:
    return sum(run.face.measure(run.text, size) for run in parts)


def _line(parts: Sequence[Run], width: float) -> Line:
    """Neighbours of one face become one run: fewer operators on the page."""
    merged: list[Run] = []
    for run in parts:
        last = merged[-1] if merged else None
        if last and last.face is run.face and last.meant is run.meant is None and last.link is run.link:
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return Line(tuple(merged), width)
