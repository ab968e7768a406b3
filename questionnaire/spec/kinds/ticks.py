"""Statements that a person confirms by ticking a box."""

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


class AcknowledgeKind(SingleKind):
    """A box: True when ticked, blank when not. It is never ticked beforehand."""

    name = "acknowledge"
    control = "acknowledge"

    def read_one(self, text: str, question: "Question") -> Answer:
        word = text.casefold()
        if word in _TICKED:
            return True
        return None if word in _UNTICKED else refused(on_one_line(text), "not_a_tick")

    def write(self, value: Value) -> Json:
        return True if value else None

    def typed(self, value: Value) -> str:
        return TICKED if value else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return ("Oui",) if value else ()

    def atom(self, value: Value) -> Atom:
        return self.typed(value)
