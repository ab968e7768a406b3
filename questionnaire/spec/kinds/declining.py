"""« Je ne me prononce pas »: what a kind becomes when its question may be declined."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.refusals import DECLINED_TOO, refused
from questionnaire.spec.kinds.selects import plain_label
from questionnaire.spec.kinds.strings import cleaned, given
from questionnaire.spec.values import Answer, Declined, Json, Unreadable, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Choice, Question


class Declinable(Kind):
    """A kind that reads one word more, that of ``decline``, and in all else does as ``kind``."""

    def __init__(self, kind: Kind, decline: "Choice") -> None:
        self.name = kind.name
        self.control = kind.control
        self._kind = kind
        self._decline = decline

    def control_for(self, question: "Question") -> str:
        return self._kind.control_for(question)

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        texts = given(raw)
        if self._decline.name not in texts:
            return self._kind.read(raw, question)
        # Blanks stay: they tell the fields apart of a kind that has several.
        answer = self._kind.read([text for text in raw if cleaned(text) != self._decline.name], question)
        if answer is None:
            return Declined(self._decline.name)
        return self._both(answer.text if isinstance(answer, Unreadable) else self._kind.typed(answer))

    def from_json(self, json: Json, question: "Question") -> Answer:
        # A number is no word: the kind itself knows what it stands for.
        if isinstance(json, int | float):
            return self._kind.from_json(json, question)
        return super().from_json(json, question)

    def _again(self, kept: dict[str, str], question: "Question") -> Answer:
        if kept.get("code") == DECLINED_TOO:
            return self._both(str(kept.get("unreadable", "")))
        return super()._again(kept, question)

    def _both(self, text: str) -> Unreadable:
        """An answer and the refusal to give one: the person says which."""
        return refused(text, DECLINED_TOO, choice=plain_label(self._decline))

    def write(self, value: Value) -> Json:
        return value.name if isinstance(value, Declined) else self._kind.write(value)

    def typed(self, value: Value) -> str:
        return value.name if isinstance(value, Declined) else self._kind.typed(value)

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        if isinstance(value, Declined):
            return (labels.say(self._decline.label),)
        return self._kind.show(value, question, labels)

    def atom(self, value: Value) -> Atom:
        return "" if isinstance(value, Declined) else self._kind.atom(value)
