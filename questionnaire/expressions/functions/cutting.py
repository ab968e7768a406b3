"""Functions that cut a text, or write it otherwise."""

import math
import re
from itertools import zip_longest

from questionnaire.expressions.arithmetic import round_whole
from questionnaire.expressions.functions.record import Function, Parameter, Type
from questionnaire.expressions.scope import Scope

_XML_SPACES = re.compile("[ \t\r\n]+")


def between(_: Scope, text: str, start: float, end: float = math.inf) -> str:
    """Return the characters from `start`, counted from 0, up to `end` left out; a negative one counts from the end."""
    if math.isnan(start) or math.isnan(end):
        return ""
    first, last = (int(max(-len(text), min(len(text), bound))) for bound in (start, end))
    return text[first:last]


def from_rank(_: Scope, text: str, start: float, length: float = math.inf) -> str:
    """Return `length` characters from the one of rank `start`, counted from 1: both rounded, as in XPath."""
    first, last = round_whole(start), round_whole(start) + round_whole(length)
    return "".join(sign for rank, sign in enumerate(text, start=1) if first <= rank < last)


def collapsed(_: Scope, text: str) -> str:
    """Return the text without spaces at its ends, and with one only between words; no-break spaces stay."""
    return _XML_SPACES.sub(" ", text).strip(" ")


def translated(_: Scope, text: str, letters: str, others: str) -> str:
    """Return the text with each of `letters` changed to the one of the same rank among `others`, or dropped."""
    table = {ord(one): other or None for one, other in reversed([*zip_longest(letters, others[: len(letters)])])}
    return text.translate(table)


def before(_: Scope, text: str, part: str) -> str:
    """Return what comes before the first `part`; blank when the text has none."""
    head, found, _tail = text.partition(part) if part else ("", "", "")
    return head if found else ""


def after(_: Scope, text: str, part: str) -> str:
    """Return what comes after the first `part`; blank when the text has none."""
    return text.partition(part)[2] if part else text


_TEXT = Parameter("texte", Type.TEXT)
_PART = Parameter("partie", Type.TEXT)

CUTTING = (
    Function(
        "ends-with",
        "Vrai si le premier texte finit par le second.",
        (_TEXT, Parameter("fin", Type.TEXT)),
        Type.TRUTH,
        lambda _, text, end: text.endswith(end),
    ),
    Function(
        "substr",
        "Les caractères du texte, du début (compté à partir de 0) jusqu’à la fin, non comprise.",
        (_TEXT, Parameter("début", Type.NUMBER), Parameter("fin", Type.NUMBER)),
        Type.TEXT,
        between,
        optional=1,
    ),
    Function(
        "substring",
        "Tant de caractères du texte, à partir de celui de tel rang (compté à partir de 1).",
        (_TEXT, Parameter("rang", Type.NUMBER), Parameter("longueur", Type.NUMBER)),
        Type.TEXT,
        from_rank,
        optional=1,
    ),
    Function("substring-before", "Ce qui précède la partie dans le texte.", (_TEXT, _PART), Type.TEXT, before),
    Function("substring-after", "Ce qui suit la partie dans le texte.", (_TEXT, _PART), Type.TEXT, after),
    Function(
        "normalize-space",
        "Le texte sans espaces aux bouts ni espaces doubles.",
        (_TEXT,),
        Type.TEXT,
        collapsed,
        of_self=True,
    ),
    Function(
        "translate",
        "Le texte où chaque lettre donnée est remplacée par celle de même rang, ou retirée.",
        (_TEXT, Parameter("lettres", Type.TEXT), Parameter("autres", Type.TEXT)),
        Type.TEXT,
        translated,
    ),
)
