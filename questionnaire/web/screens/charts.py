"""Charts, as pages show them."""

from dataclasses import dataclass

from questionnaire.content.wheel import Wheel


@dataclass(frozen=True, slots=True)
class ChartView:
    """A wheel under its title. ``id`` is that of the whole, ``wheel_id`` opens the ids inside; each once in a page."""

    id: str
    wheel_id: str
    title: str
    wheel: Wheel
