"""Statements that a person confirms by ticking a box."""

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

TICKED = "OK"
_TICKED = {"ok", "oui", "true", "on", "1"}
_UNTICKED = {"non", "false", "off", "0"}


_LENGTH = 16
_CONFIRMED = re.compile(f"[0-9a-f]{{{_LENGTH}}}")


def confirmation(written: Json) -> str:
    """What the box that confirms an answer says when ticked, given the answer as stored: another answer has another."""
    return sha256(json.dumps(written, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:_LENGTH]


class AcknowledgeKind(SingleKind):
    """A box: True when ticked, blank when not. It is never ticked beforehand.

    Of a box that confirms an answer, the ``confirmation`` of that one; True, as answers files say it, of any.
    """

    name = "acknowledge"
    control = "acknowledge"

    def read_one(self, text: str, question: "Question") -> Answer:
        word = text.casefold()
        if word in _TICKED:
            return True
        if question.confirms and _CONFIRMED.fullmatch(word):
            return word
        return None if word in _UNTICKED else refused(on_one_line(text), "not_a_tick")

    def write(self, value: Value) -> Json:
        return value if isinstance(value, str) and value else True if value else None

    def typed(self, value: Value) -> str:
        return value if isinstance(value, str) else TICKED if value else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return ("Oui",) if value else ()

    def atom(self, value: Value) -> Atom:
        return TICKED if value else ""
