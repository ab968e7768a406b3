"""Written answers: one line, or several where the question asks for a long text."""

from typing import TYPE_CHECKING

from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

FOLDED = "folded"
_LONG = frozenset({"multiline", FOLDED})


class TextKind(SingleKind):
    """A text of any length, kept whole: too long is judged when the form is filled, not when it is read."""

    name = "text"
    control = "text"

    def control_for(self, question: "Question") -> str:
        return "textarea" if question.appearance in _LONG else self.control

    def read_one(self, text: str, question: "Question") -> Answer:
        return text if question.appearance in _LONG else on_one_line(text)
