"""Cut the text of an expression into tokens that know their position."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from questionnaire.expressions import complaints
from questionnaire.expressions.errors import ParseError


class Kind(Enum):
    """What a token is for the parser."""

    NUMBER = auto()
    TEXT = auto()
    REFERENCE = auto()
    NAME = auto()
    OPERATOR = auto()
    SYMBOL = auto()
    PATH = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: `text` without quotes or `${}`; `position` counts characters from 0."""

    kind: Kind
    text: str
    position: int


_NAME = r"[^\W\d][\w.\-]*"
_SPACE = re.compile(r"\s*")
_NUMBER = r"(?P<NUMBER>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_TEXT = r"""(?P<TEXT>"[^"]*"|'[^']*')"""
_REFERENCE = rf"(?P<REFERENCE>\$\{{\s*{_NAME}\s*\}})"
_PUNCTUATION = r"(?P<SYMBOL>\.\.|[().,\-])|(?P<PATH>//?|::|[\[\]@|*])"

_MISPLACED = r"(?P<OPERATOR>!=|<=|>=|[=<>+])"

_OPERAND = re.compile(rf"{_NUMBER}|{_TEXT}|{_REFERENCE}|(?P<NAME>{_NAME}(?::{_NAME})?)|{_PUNCTUATION}|{_MISPLACED}")
"""What may stand where a value is expected: here a name is a name, `-` a sign and `*` a path."""

_WORD = r"(?:or|and|div|mod)(?![^\W\d]|[.\-](?![0-9]))"
_OPERATOR = re.compile(rf"(?P<OPERATOR>{_WORD}|!=|<=|>=|[=<>+\-*])|(?P<SYMBOL>[(),])|(?P<PATH>\.\.|//?|::|[\[\]@|])")
"""What may stand after a value: here `div`, `mod`, `and`, `or` and `*` are operators, digits may follow."""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `text`, the last being END; raise ParseError at the first foreign character."""
    position, after_value = 0, False
    while (position := _space_end(text, position)) < len(text):
        found = (_OPERATOR if after_value else _OPERAND).match(text, position)
        if found is None or found.lastgroup is None:
            raise _foreign(text, position, after_value=after_value)
        token = Token(Kind[found.lastgroup], _content(found), position)
        yield token
        after_value = _is_value_end(token)
        position = found.end()
    yield Token(Kind.END, "", len(text))


def _space_end(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _content(found: re.Match[str]) -> str:
    if found.lastgroup == Kind.TEXT.name:
        return found[0][1:-1]
    if found.lastgroup == Kind.REFERENCE.name:
        return found[0][2:-1].strip()
    return found[0]


def _is_value_end(token: Token) -> bool:
    """Tell whether an operator, not a value, comes next. XPath's rule that tells `*` and `div` from names."""
    if token.kind is Kind.NAME:
        return True
    if token.kind in (Kind.SYMBOL, Kind.PATH):
        return token.text in (")", ".", "..", "]", "*")
    return token.kind is not Kind.OPERATOR


def _foreign(text: str, position: int, *, after_value: bool) -> ParseError:
    character = text[position]
    if character in "'\"":
        return complaints.open_quote(position) if not after_value else complaints.operator_expected(position)
    if character in complaints.TYPOGRAPHIC_QUOTES:
        return complaints.typographic_quote(character, position)
    if after_value and (character in "$." or character.isalnum() or character == "_"):
        return complaints.operator_expected(position)
    if text.startswith("${", position):
        return complaints.bad_reference(text, position)
    return complaints.foreign_character(character, position)
