"""Why YAML cannot read a line, as an author would say it; and the line mended, so that checking goes on."""

import re
from dataclasses import dataclass, field

import yaml

from questionnaire.spec.details import Detail
from questionnaire.spec.faults import (
    BRACE_IN_TEXT,
    COLON_IN_TEXT,
    INDENTATION,
    LEADING_CHARACTER,
    MISSING_COLON,
    QUESTION_MARK_IN_TEXT,
    QUOTE_IN_TEXT,
    TAB,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTE,
    UNREADABLE_YAML,
)
from questionnaire.spec.nodes import Place

_LINE = re.compile(r"^(?P<head>[ \t]*(?:- +)*(?:[^\s'\"\[{#&*!|>%@`][^:]*:(?:[ \t]+|$))?)(?P<value>.*)$")
_SIGNS = {
    "@": "＠",
    "`": "´",
    "%": "％",
    "*": "∗",
    "&": "＆",
    "!": "ǃ",
    "|": "ǀ",
    ">": "›",
    "-": "–",
    "?": "¿",
}
"""Signs that open no plain text, and a look-alike of one character that does: columns stay true."""

_BRACKETS = ("{", "[")
_BRACKETED = re.compile(r"(?:[^{},\[\]]|\{[^}]*\}|\[[^\]]*\])*")
_GLUED = re.compile(r"\s*(?:- +)?\w+:(?=\S)")
_COLON = re.compile(r":(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault to record, and the line as it may be read in its place (None: nothing can be read further)."""

    detail: Detail
    place: Place
    words: dict[str, str] = field(default_factory=dict)
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """The line where YAML stopped, cut into what leads to the value and the value."""

    row: int
    column: int
    line: str
    head: str
    value: str
    context: str = ""
    """What YAML was reading, in its own words."""

    def here(self) -> Place:
        return Place(self.row + 1, self.column + 1)

    def start(self) -> Place:
        return Place(self.row + 1, len(self.head) + 1)


def diagnose(lines: list[str], error: yaml.YAMLError) -> Complaint:
    """The cause of ``error`` in a text made of ``lines``."""
    row, column = _where(getattr(error, "problem_mark", None), lines)
    spot = _spot(lines, row, column, getattr(error, "context", None) or "")
    for look in (_tab, _leading, _quotes, _inside_flow, _bracket):
        complaint = look(spot)
        if complaint is not None:
            return complaint
    return _keyless(lines, spot) or _colon(spot) or _elsewhere(lines, spot, error)


def _where(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    if mark is None:
        return 0, 0
    if mark.line < len(lines):
        return mark.line, mark.column
    return len(lines) - 1, len(lines[-1])


def _spot(lines: list[str], row: int, column: int, context: str = "") -> _Spot:
    match = _LINE.match(lines[row])
    head, value = (match["head"], match["value"]) if match else ("", lines[row])
    return _Spot(row, column, lines[row], head, value, context)


def _tab(spot: _Spot) -> Complaint | None:
    """A tab in the indentation, or after a dash."""
    indent = spot.line[: len(spot.line) - len(spot.line.lstrip())]
    at = indent.find("\t") if "\t" in indent else spot.column
    if spot.line[at : at + 1] != "\t":
        return None
    return Complaint(TAB, Place(spot.row + 1, at + 1), repaired=spot.line.replace("\t", "  "))


def _leading(spot: _Spot) -> Complaint | None:
    sign = spot.value[:1]
    if sign not in _SIGNS or (sign in "-?" and spot.column != len(spot.head)):
        return None
    return Complaint(
        LEADING_CHARACTER,
        spot.start(),
        {"sign": sign},
        spot.head + _SIGNS[sign] + spot.value[1:].replace(": ", ":\u00a0"),
    )


def _quotes(spot: _Spot) -> Complaint | None:
    """The value opens with a quote: closed too early, or never."""
    sign = spot.value[:1]
    if sign not in ("'", '"') or (spot.column <= len(spot.head) and spot.value.count(sign) > 1):
        return None
    plain = spot.value.replace("'", "’").replace('"', "”").replace(": ", ":\u00a0").replace(" #", "\u00a0#")
    detail, place = (QUOTE_IN_TEXT, spot.here()) if spot.value.count(sign) > 1 else (UNCLOSED_QUOTE, spot.start())
    if "\\" in spot.value and sign == '"':
        detail, place = UNREADABLE_YAML, spot.here()
    return Complaint(detail, place, {"sign": sign, "cause": "« \\ » entre guillemets"}, spot.head + plain)


def _bracket(spot: _Spot) -> Complaint | None:
    """The value opens with a term, ``{du_pp} …``, or with a word in brackets, and goes on after it."""
    sign = spot.value[:1]
    if sign not in ("{", "[") or spot.column <= len(spot.head) or "flow" in spot.context:
        return None
    plain = spot.head + spot.value.translate(str.maketrans("{[]}", "(())")).replace(": ", ":\u00a0")
    if sign == "{":
        return Complaint(BRACE_IN_TEXT, spot.start(), repaired=plain)
    return Complaint(LEADING_CHARACTER, spot.start(), {"sign": sign}, plain)


def _inside_flow(spot: _Spot) -> Complaint | None:
    """Between braces or brackets, ``?``, ``@`` and other brackets are signs of YAML."""
    sign = spot.line[spot.column : spot.column + 1]
    if "flow" not in spot.context and (spot.value[:1] not in _BRACKETS or spot.column <= len(spot.head)):
        return None
    if sign == "?":
        return Complaint(QUESTION_MARK_IN_TEXT, spot.here(), repaired=_replaced(spot, "¿"))
    if sign in ("@", "`", "%"):
        return Complaint(LEADING_CHARACTER, spot.here(), {"sign": sign}, _replaced(spot, _SIGNS[sign]))
    if sign in _BRACKETS:
        return Complaint(BRACE_IN_TEXT, spot.here(), repaired=_quoted(spot))
    return None


def _quoted(spot: _Spot) -> str:
    """The line with its value between quotes: what it says of terms and answers can then be checked."""
    start = max(spot.line.rfind(sign, 0, spot.column) for sign in (": ", ", ", *_BRACKETS)) + 1
    start += _indent(spot.line[start:])
    value = _BRACKETED.match(spot.line, start)
    if value is None or not value[0] or '"' in value[0] or "\\" in value[0]:
        return _replaced(spot, "(")
    return f'{spot.line[:start]}"{value[0]}"{spot.line[value.end() :]}'


def _keyless(lines: list[str], spot: _Spot) -> Complaint | None:
    """The line before, at the same level, has no key: YAML took both for one text."""
    above = lines[spot.row - 1] if spot.row else ""
    if not above.strip() or _COLON.search(above) or _indent(above) != _indent(spot.line):
        return None
    return _without_colon(lines, spot.row - 1) if _COLON.match(spot.line, spot.column) else None


def _without_colon(lines: list[str], row: int) -> Complaint:
    line = lines[row]
    glued = _GLUED.match(line)
    repaired = f"{glued[0]} {line[glued.end() :]}" if glued else f"#{line}"
    return Complaint(MISSING_COLON, Place(row + 1, _indent(line) + 1), repaired=repaired)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _colon(spot: _Spot) -> Complaint | None:
    """A second colon in a plain value, or one in its following lines."""
    first = _COLON.search(spot.line)
    if first is None or not _COLON.match(spot.line, spot.column):
        return None
    if "flow" in spot.context and first.start() == spot.column:
        return None  # a key of the next line: the bracket before it is open
    return Complaint(COLON_IN_TEXT, spot.here(), repaired=_replaced(spot, "："))


def _replaced(spot: _Spot, sign: str) -> str:
    return spot.line[: spot.column] + sign + spot.line[spot.column + 1 :]


def _elsewhere(lines: list[str], spot: _Spot, error: yaml.YAMLError) -> Complaint:
    """The cause stands before the place where YAML stopped, or is not one that we know."""
    row, column = _where(getattr(error, "context_mark", None), lines)
    if "quoted scalar" in spot.context:
        opening = _spot(lines, row, column)
        return _quotes(opening) or Complaint(UNCLOSED_QUOTE, opening.here())
    before = spot.line[: spot.column].rstrip()
    if "flow" in spot.context and before.endswith(("'", '"')):
        return Complaint(QUOTE_IN_TEXT, spot.here(), {"sign": before[-1]})
    if "flow node" in spot.context:
        row, column = _last_bracket(lines, row, column)
    if "flow" in spot.context:
        return Complaint(UNCLOSED_BRACKET, Place(row + 1, column + 1))
    if "simple key" in spot.context:
        return _without_colon(lines, row)
    if "block" in spot.context or "document start" in str(error):
        return Complaint(INDENTATION, spot.here())
    cause = getattr(error, "problem", None) or "écriture inattendue"
    return Complaint(UNREADABLE_YAML, spot.here(), {"cause": cause})


def _last_bracket(lines: list[str], row: int, column: int) -> tuple[int, int]:
    """The nearest bracket before a place, or that place."""
    for above in range(row, -1, -1):
        before = lines[above][: column if above == row else None]
        found = max(map(before.rfind, _BRACKETS))
        if found >= 0:
            return above, found
    return row, column
