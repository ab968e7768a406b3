"""Charts: wheels of the scores, whose quarters are sectors, clockwise from the top left."""

from collections.abc import Iterator, Mapping

from questionnaire.spec.declared import FormSpec
from questionnaire.spec.declared_scores import ChartSpec, CriterionSpec, QuarterSpec
from questionnaire.spec.faults import guess
from questionnaire.spec.measures import (
    HIGHEST,
    LONGEST_LINE,
    LONGEST_TITLE,
    QUARTERS,
    Chart,
    Criterion,
    Quarter,
    Scores,
    Sector,
    two_lines,
)
from questionnaire.spec.model import Question
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import word
from questionnaire.spec.score_details import (
    COUNTED_TWICE,
    FOUR_QUARTERS,
    LEFT_OUT,
    NOT_IN_SECTOR,
    OFF_THE_RINGS,
    SCORES_NEEDED,
    TOO_WIDE,
    UNKNOWN_SECTOR,
    UNKNOWN_SIDE,
)
from questionnaire.spec.typography import typeset
from questionnaire.spec.wording import optional_text, text
from questionnaire.spec.words import SHAPES


def compile_charts(
    spec: FormSpec, scores: Scores | None, questions: Mapping[str, Question], rules: Rules
) -> tuple[Chart, ...]:
    """The charts in order."""
    check_unique((chart.name for chart in spec.charts), rules.faults)
    return tuple(_Wheel(chart, scores, questions, rules).compiled() for chart in spec.charts)


class _Wheel:
    """One wheel, with what it is checked against."""

    def __init__(self, spec: ChartSpec, scores: Scores | None, questions: Mapping[str, Question], rules: Rules) -> None:
        self._spec = spec
        self._sectors = {sector.name: sector for sector in scores.sectors} if scores else {}
        self._questions = questions
        self._rules = rules

    def compiled(self) -> Chart:
        """The wheel, all that is wrong with it being said."""
        spec, rules = self._spec, self._rules
        self._check()
        return Chart(
            name=spec.name.text,
            title=text(spec.title, "title", rules),
            label=text(spec.label, "label", rules),
            quarters=tuple(self._quarter(quarter) for quarter in spec.quarters),
            subject=optional_text(spec.subject, "subject", rules),
            side=spec.side.text if spec.side else "",
            caption=optional_text(spec.caption, "caption", rules),
        )

    def _check(self) -> None:
        spec, faults = self._spec, self._rules.faults
        check_name(spec.name, faults)
        word(spec.shape, "shape", SHAPES, faults, "wheel")
        if not self._sectors:
            faults.add(SCORES_NEEDED, spec.place)
        if len(spec.quarters) != QUARTERS:
            faults.add(FOUR_QUARTERS, spec.place, count=len(spec.quarters))
        if spec.side is not None and spec.side.text not in self._questions:
            remedy = guess(spec.side.text, self._questions)
            faults.add(UNKNOWN_SIDE, spec.side.place, name=spec.side.text, remedy=remedy)
        check_unique((quarter.sector for quarter in spec.quarters), faults, COUNTED_TWICE)
        check_unique((each.name for quarter in spec.quarters for each in quarter.criteria), faults, COUNTED_TWICE)

    def _quarter(self, spec: QuarterSpec) -> Quarter:
        sector = self._sectors.get(spec.sector.text)
        if sector is not None:
            self._check_quarter(spec, sector)
        elif self._sectors:
            remedy = guess(spec.sector.text, self._sectors)
            self._rules.faults.add(UNKNOWN_SECTOR, spec.sector.place, name=spec.sector.text, remedy=remedy)
        return Quarter(spec.sector.text, tuple(self._criterion(each) for each in spec.criteria))

    def _check_quarter(self, spec: QuarterSpec, sector: Sector) -> None:
        """A quarter shows all the criteria of its sector and no other."""
        faults = self._rules.faults
        if len(sector.label.plain or "") > LONGEST_TITLE:
            self._too_wide(spec.sector, sector.label.plain or "")
        for each in spec.criteria:
            if each.name.text not in sector.criteria:
                remedy = guess(each.name.text, sector.criteria)
                faults.add(NOT_IN_SECTOR, each.name.place, name=each.name.text, sector=sector.name, remedy=remedy)
        shown = {each.name.text for each in spec.criteria}
        missing = [name for name in sector.criteria if name not in shown]
        if missing and shown <= set(sector.criteria):  # otherwise one stands there under a wrong name
            faults.add(LEFT_OUT, spec.place, sector=sector.name, names=", ".join(missing))

    def _criterion(self, spec: CriterionSpec) -> Criterion:
        for choice in self._off_the_rings(spec.name.text):
            self._rules.faults.add(OFF_THE_RINGS, spec.name.place, highest=HIGHEST, name=spec.name.text, choice=choice)
        short = typeset(spec.short.text.strip())
        if two_lines(short) is None:
            self._too_wide(spec.short, short)
        return Criterion(spec.name.text, short)

    def _off_the_rings(self, name: str) -> Iterator[str]:
        question = self._questions.get(name)
        if question is not None and question.kind.name == "rating":
            yield from (choice.name for choice in question.choices if not _is_ring(choice.name))

    def _too_wide(self, scalar: Scalar, said: str) -> None:
        self._rules.faults.add(TOO_WIDE, scalar.place, text=said, line=LONGEST_LINE, title=LONGEST_TITLE)


def _is_ring(name: str) -> bool:
    return name.isdecimal() and int(name) <= HIGHEST
