"""Options of a list put in order by whoever answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Atom, Kind, Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.selects import plain_label
from questionnaire.spec.kinds.strings import cleaned
from questionnaire.spec.values import Answer, Json, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

NO_ONE = "–"
"""What stands for a rank left empty where ranks are written as one text; no option is called so."""


class RankKind(Kind):
    """Options from the first to the last, held by their names, which hold no white space.

    Whether all that must be ranked are is for the filled form to say: here any of them may be missing.
    """

    name = "rank"
    control = "rank"

    def read(self, raw: Sequence[str], question: "Question") -> Answer:
        places = [name for text in raw for name in (cleaned(text).split() or [NO_ONE])]
        names = [name for name in places if name != NO_ONE]
        text = " ".join(places)
        if question.source is None and any(question.choice(name) is None for name in names):
            return refused(text, "not_offered")
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            choice = question.choice(twice)
            return refused(text, "ranked_twice", choice=plain_label(choice) if choice else twice)
        return tuple(names) or None

    def write(self, value: Value) -> Json:
        return list(value) if isinstance(value, tuple) else None

    def typed(self, value: Value) -> str:
        return " ".join(value) if isinstance(value, tuple) else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        names = value if isinstance(value, tuple) else ()
        return tuple(f"{rank}. {labels.option(question, name)}" for rank, name in enumerate(names, start=1))

    def atom(self, value: Value) -> Atom:
        return self.typed(value)


def ranks_of(text: str) -> tuple[str, ...]:
    """What stands at each rank in what was typed, empty where nothing does."""
    return tuple("" if name == NO_ONE else name for name in text.split())
