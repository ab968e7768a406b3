"""Texts of a spec: cut into words, terms and answers, each checked to exist."""

import re

from questionnaire.spec.faults import BAD_MARK, BAD_REFERENCE, NO_ANSWER, UNKNOWN_ANSWER, UNKNOWN_TERM, guess
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.terms import TERMS
from questionnaire.spec.texts import Text, parse_text

_ANY_MARK = re.compile(r"\$\{[^}]*\}?|\{[^}]*\}")
_GOOD_MARK = re.compile(r"\$\{(?P<answer>[A-Za-z_][\w.-]*)\}|\{(?P<term>[A-Za-z_]\w*)\}")
_REFERENCE_MARK = re.compile(r"\{(?:year|number(?::0[1-9])?)\}")

EMPTY = Text(())


def text(scalar: Scalar, key: str, rules: Rules) -> Text:
    """The text written under ``key``."""
    for mark in _ANY_MARK.finditer(scalar.text):
        _check_mark(scalar, mark, key, rules)
    return parse_text(scalar.text.strip())


def optional_text(scalar: Scalar | None, key: str, rules: Rules) -> Text | None:
    """The text written under ``key``, or None when there is none."""
    return None if scalar is None else text(scalar, key, rules)


def _check_mark(scalar: Scalar, mark: re.Match[str], key: str, rules: Rules) -> None:
    place = scalar.at(mark.start())
    good = _GOOD_MARK.fullmatch(mark[0])
    if good is None:
        rules.faults.add(BAD_MARK, place, mark=mark[0])
    elif good["term"]:
        if good["term"] not in TERMS:
            rules.faults.add(UNKNOWN_TERM, place, name=good["term"], remedy=guess(good["term"], TERMS))
    elif good["answer"] not in rules.names:
        remedy = guess(good["answer"], rules.names)
        rules.faults.add(UNKNOWN_ANSWER, place, name=good["answer"], remedy=remedy)
    elif good["answer"] in rules.notes:
        rules.faults.add(NO_ANSWER, place, key=key, name=good["answer"])


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
