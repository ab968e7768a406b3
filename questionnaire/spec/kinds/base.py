"""What every kind of question can do: the faces of an answer, gathered in one class."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from questionnaire.spec.kinds.figures import plain_number
from questionnaire.spec.kinds.refusals import SEVERAL_VALUES, refused
from questionnaire.spec.values import Answer, Json, Unreadable, Value

if TYPE_CHECKING:  # the model holds kinds: importing it at run time would make a circle
    from questionnaire.spec.model import Question
    from questionnaire.spec.texts import Text

Atom = str | float | bool | date


class Labels(Protocol):
    """How texts of the form are resolved for the reader."""

    def option(self, question: "Question", name: str) -> str:
        """The label of an option of a question."""

    def say(self, text: "Text | None") -> str:
        """A text of the form; empty where there is none."""


class Kind:
    """A kind of question. Subclasses override the faces that differ from a line of text.

    What ``read`` gives is canonical: ``read([typed(value)])`` and ``from_json(to_json(answer))`` return it.
    """

    name: str
    control: str
    answered: bool = True
    """Whether a person answers it; notes, calculations and repeats are not answered themselves."""

    def control_for(self, question: "Question") -> str:
        """The name of the control that asks ``question``: a file of ``templates/controls``."""
        return self.control

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        """The answer posted by a control: its strings in order, blanks included. Never raises."""
        raise NotImplementedError

    def from_json(self, json: Json, question: "Question") -> Answer:
        """The answer as stored or as given in an answers file; anything else comes out unreadable."""
        if json is None:
            return None
        if isinstance(json, dict):
            return self._again(json, question)
        entries = json if isinstance(json, list) else [json]
        return self.read([_as_text(entry) for entry in entries], question)

    def _again(self, kept: dict[str, str], question: "Question") -> Answer:
        """What could not be read is read again; not several values, which as one text might pass for one."""
        text = str(kept.get("unreadable", ""))
        if kept.get("code") == SEVERAL_VALUES:
            return refused(text, SEVERAL_VALUES)
        return self.read([text], question)

    def to_json(self, answer: Answer) -> Json:
        """The answer as stored. What could not be read is kept as typed."""
        if isinstance(answer, Unreadable):
            return {"unreadable": answer.text, "code": answer.code}
        return self.write(answer)

    def write(self, value: Value) -> Json:
        """The value as JSON; blank is null."""
        return None if value is None else str(value)

    def typed(self, value: Value) -> str:
        """The value as a person would type it, to fill the control again."""
        return "" if value is None else str(value)

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        """The value as people read it: lines, none when blank."""
        return () if value is None else tuple(str(value).split("\n"))

    def atom(self, value: Value) -> Atom:
        """The value that expressions see; blank is the empty text."""
        return "" if value is None else str(value)


def _as_text(json: str | float | bool) -> str:  # noqa: FBT001  # JSON has truths
    if isinstance(json, bool):
        return str(json).lower()
    return plain_number(json) if isinstance(json, (int, float)) else str(json)
