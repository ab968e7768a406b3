"""Texts of a spec: cut into words, terms and answers, each checked to exist."""

import re

from questionnaire.spec.faults import BAD_MARK, BAD_REFERENCE, NO_ANSWER, UNKNOWN_ANSWER, UNKNOWN_TERM, guess
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.terms import TERMS
from questionnaire.spec.text_details import BAD_CASES
from questionnaire.spec.text_reading import Mark, parse_text, read_text
from questionnaire.spec.texts import Piped, Plural, Select, Term, Text

_ANY_MARK = re.compile(r"\$\{[^}]*\}?|\{[^}]*\}")
_CHOOSING = re.compile(r"\{[^{}]*,")
_REFERENCE_MARK = re.compile(r"\{(?:year|number(?::0[1-9])?)\}")

EMPTY = Text(())


def text(scalar: Scalar, key: str, rules: Rules) -> Text:
    """The text written under ``key``."""
    if "{" not in scalar.text:
        return parse_text(scalar.text.strip())
    _, marks = read_text(scalar.text)
    for mark in marks:
        _check_mark(scalar, mark, key, rules)
    return parse_text(scalar.text.strip())


def optional_text(scalar: Scalar | None, key: str, rules: Rules) -> Text | None:
    """The text written under ``key``, or None when there is none."""
    return None if scalar is None else text(scalar, key, rules)


def _check_mark(scalar: Scalar, mark: Mark, key: str, rules: Rules) -> None:
    place = scalar.at(mark.offset)
    match mark.part:
        case None:
            rules.faults.add(BAD_CASES if _CHOOSING.match(mark.source) else BAD_MARK, place, mark=mark.source)
        case Term(name):
            if name not in TERMS:
                rules.faults.add(UNKNOWN_TERM, place, name=name, remedy=guess(name, TERMS))
        case Piped(name) | Plural(name) | Select(name):
            if name not in rules.names:
                rules.faults.add(UNKNOWN_ANSWER, place, name=name, remedy=guess(name, rules.names))
            elif name in rules.notes:
                rules.faults.add(NO_ANSWER, place, key=key, name=name)
            elif isinstance(mark.part, Plural | Select):
                rules.choosing.append((mark.part, place))


def reference_pattern(scalar: Scalar | None, rules: Rules) -> str:
    """How documents are numbered, such as ``FP-{year}-{number:04}``; empty when not said."""
    if scalar is None:
        return ""
    for mark in _ANY_MARK.finditer(scalar.text):
        if not _REFERENCE_MARK.fullmatch(mark[0]):
            rules.faults.add(BAD_REFERENCE, scalar.at(mark.start()), mark=mark[0])
    if "{" in _REFERENCE_MARK.sub("", scalar.text) and not _ANY_MARK.search(scalar.text):
        rules.faults.add(BAD_REFERENCE, scalar.place, mark=scalar.text)
    return scalar.text
