"""Where a form that is filled in stages stands: which are done, which is on, which come after."""

from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from questionnaire.spec.parties import Stage

if TYPE_CHECKING:  # a filled form is looked at here, and knows nothing of it
    from questionnaire.filling.filled import FilledForm


@dataclass(frozen=True, slots=True)
class StageProgress:
    """A stage that has a section on the path; ``number`` from 1.

    ``missing`` counts its required answers still to come and its answers to correct; ``after`` is the first stage
    before it that lacks some. An order guides: nothing is refused for it.
    """

    stage: Stage
    number: int
    missing: int
    after: "StageProgress | None" = None

    @property
    def is_done(self) -> bool:
        """Whether nothing that is needed lacks."""
        return not self.missing

    @property
    def is_on(self) -> bool:
        """Whether it is its turn."""
        return not self.is_done and self.after is None


def staged(filled: "FilledForm") -> tuple[StageProgress, ...]:
    """The stages in order; none where there are fewer than two, which have no order."""
    left: Counter[str] = Counter()
    for each in filled.progress.sections:
        left[each.section.base] += each.missing + each.mistakes
    asked = [stage for stage in filled.form.stages if not left.keys().isdisjoint(stage.sections)]
    found: list[StageProgress] = []
    for number, stage in zip(count(1), asked, strict=False):
        waits = next((before for before in found if not before.is_done), None)
        found.append(StageProgress(stage, number, sum(left.get(name, 0) for name in stage.sections), waits))
    return tuple(found) if len(found) > 1 else ()
