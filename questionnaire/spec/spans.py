"""How long a period may be, and how its two days are asked."""

from dataclasses import dataclass

from questionnaire.spec.text_reading import parse_text
from questionnaire.spec.texts import Text

FROM, TO = parse_text("Du"), parse_text("Au")


@dataclass(frozen=True, slots=True)
class Span:
    """``from_label`` and ``to_label`` stand above the two days; the number of days counts both of them."""

    from_label: Text = FROM
    to_label: Text = TO
    min_days: int | None = None
    max_days: int | None = None
