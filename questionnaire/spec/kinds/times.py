"""Hours of the day."""

import re
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

_HOUR = re.compile(r"([01]?[0-9]|2[0-3]) ?[hH:] ?([0-5][0-9])|([01]?[0-9]|2[0-3]) ?[hH]")


class TimeKind(SingleKind):
    """An hour and its minutes on a clock of 24 hours, held as the text ``14:30``."""

    name = "time"
    control = "time"

    def read_one(self, text: str, question: "Question") -> Answer:
        text = on_one_line(text).replace("\u00a0", " ").replace("\u202f", " ")
        return hour_of(text) or refused(text, "not_a_time")


def hour_of(text: str) -> str | None:
    """The hour in a text, as it is kept; None where there is none."""
    found = _HOUR.fullmatch(text)
    if found is None:
        return None
    hour, minutes, alone = found.groups()
    return f"{int(hour or alone):02}:{minutes or '00'}"
