"""The kinds whose control gives one value."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Kind
from questionnaire.spec.kinds.refusals import SEVERAL_VALUES, refused
from questionnaire.spec.kinds.strings import given, on_one_line
from questionnaire.spec.values import Answer

if TYPE_CHECKING:
    from questionnaire.spec.model import Question


class SingleKind(Kind):
    """A kind answered by one value: subclasses say how to read it."""

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        texts = given(raw)
        if not texts:
            return None
        if len(texts) > 1:
            return refused(" ".join(map(on_one_line, texts)), SEVERAL_VALUES)
        return self.read_one(texts[0], question)

    @abstractmethod
    def read_one(self, text: str, question: "Question") -> Answer:
        """The answer in ``text``: cleaned, not blank, perhaps of several lines. Never raises."""
