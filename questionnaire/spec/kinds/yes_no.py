"""Questions answered by yes or no."""

from typing import TYPE_CHECKING

from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.selects import SelectOneKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

_WORDS = {"oui": "oui", "true": "oui", "non": "non", "false": "non"}
"""What is typed, posted or written in a file, and the option meant."""


class YesNoKind(SelectOneKind):
    """Oui or Non, held as ``oui`` or ``non``: two options that no form needs to declare."""

    name = "yes_no"

    def control_for(self, question: "Question") -> str:
        return self.control

    def read_one(self, text: str, question: "Question") -> Answer:
        return _WORDS.get(text.casefold()) or refused(on_one_line(text), "not_offered")
