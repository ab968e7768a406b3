"""What the ratings of a filled form say together: scores in words, and the wheels that its spec declares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questionnaire.content.wheel import Criterion, Quarter, Series, Wheel, compose_wheel
from questionnaire.content.wheel.declaring import Source
from questionnaire.content.wheel.figures import NOT_SAID, shown
from questionnaire.filling import FilledForm
from questionnaire.results import Profile, Rating, Score, Sector, band_of, overall, profile_of
from questionnaire.spec.measures import USERS, Chart, Scores
from questionnaire.spec.texts import Text
from questionnaire.spec.values import Declined

NOT_CALCULATED = "non calculé"
OVERALL = "Ensemble des secteurs"
NONE = Scores(Text(()), ())
"""The scores of a form that has none; it has no chart either, which the check of forms sees to."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score as people read it: « Co-expression », « 2,7 » or a dash, and what that means in words."""

    label: str
    figure: str
    words: str

    @property
    def said(self) -> str:
        """The figure and its words, or the words alone where there is no figure."""
        if self.figure == NOT_SAID:
            return self.words
        return f"{self.figure}\u00a0– {self.words}" if self.words else self.figure


def profile(filled: FilledForm, scores: Scores) -> Profile:
    """The profile of the person who answered; what was declined or is not asked counts for nothing."""
    names = (name for sector in scores.sectors for name in sector.criteria)
    sectors = [Sector(sector.name, sector.criteria, sector.minimum) for sector in scores.sectors]
    return profile_of([{name: _rating(filled, name) for name in names}], sectors)


def _rating(filled: FilledForm, name: str) -> Rating:
    value = filled.values.get(name)
    return None if value is None or isinstance(value, Declined) else int(str(value))


def score_lines(filled: FilledForm) -> tuple[ScoreLine, ...]:
    """A line for each sector, then for the overall score where the form asks for it; none without scores."""
    scores = filled.form.scores
    return () if scores is None else tuple(_lines(filled, scores, profile(filled, scores)))


def _lines(filled: FilledForm, scores: Scores, said: Profile) -> Iterator[ScoreLine]:
    for sector in scores.sectors:
        yield _line(filled, scores, filled.wording.say(sector.label), said.sectors[sector.name].score)
    if scores.overall:
        yield _line(filled, scores, OVERALL, overall(said))


def _line(filled: FilledForm, scores: Scores, label: str, score: Score) -> ScoreLine:
    if score is None:
        return ScoreLine(label, NOT_SAID, NOT_CALCULATED)
    words = filled.wording.say(band_of(score, scores.bands).label) if scores.bands else ""
    return ScoreLine(label, shown(score), words)


def wheel(filled: FilledForm, chart: Chart) -> Wheel:
    """One declared chart with the marks of the person who answered."""
    source: Source = "user" if filled.values.get(chart.side) == USERS else "pro"
    said = profile(filled, filled.form.scores or NONE)
    return _composed(filled, chart, [Series(source, filled.wording.say(chart.label), said)])


def empty_wheel(unfilled: FilledForm, chart: Chart) -> Wheel:
    """The same without any mark, to put crosses on by hand."""
    return _composed(unfilled, chart, [])


def _composed(filled: FilledForm, chart: Chart, series: Sequence[Series]) -> Wheel:
    say = filled.wording.say
    return compose_wheel(
        say(chart.subject) or say(filled.form.title),
        _quarters(filled, chart, filled.form.scores or NONE),
        series,
        levels=_levels(filled, chart),
        caption=say(chart.caption),
    )


def _quarters(filled: FilledForm, chart: Chart, scores: Scores) -> tuple[Quarter, Quarter, Quarter, Quarter]:
    titles = {sector.name: filled.wording.say(sector.label) for sector in scores.sectors}
    ranks = {name: rank for rank, name in enumerate(chart.criteria, start=1)}
    first, second, third, fourth = (
        Quarter(
            quarter.sector,
            titles[quarter.sector],
            tuple(
                Criterion(each.name, ranks[each.name], _label(filled, each.name), each.short)
                for each in quarter.criteria
            ),
        )
        for quarter in chart.quarters
    )
    return first, second, third, fourth


def _label(filled: FilledForm, name: str) -> str:
    return filled.wording.say(filled.form.questions[name].label)


def _levels(filled: FilledForm, chart: Chart) -> tuple[str, ...]:
    """The names of the levels, from 0 up, as the first question offers them."""
    choices = filled.form.questions[chart.criteria[0]].choices
    return tuple(filled.wording.say(choice.label) for choice in sorted(choices, key=lambda choice: int(choice.name)))
