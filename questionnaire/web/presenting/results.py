"""What the answers say together, on pages: the charts of the form, its scores in words."""

from dataclasses import replace

from questionnaire.content.scoring import score_lines, wheel
from questionnaire.filling import FilledForm
from questionnaire.spec.measures import Chart
from questionnaire.spec.model import Section
from questionnaire.web.screens import ChartView, ReviewCard, ReviewLine, ReviewSection


def charts_of(filled: FilledForm, section: Section | None = None) -> tuple[ChartView, ...]:
    """The charts of the form; of one ``section``, those on which its own answers stand."""
    names = None if section is None else {question.name for question in section.questions}
    charts = (chart for chart in filled.form.charts if names is None or not names.isdisjoint(chart.criteria))
    # Beside the scales themselves, the names of the levels would be said twice.
    return tuple(_chart(filled, chart, with_levels=section is None) for chart in charts)


def _chart(filled: FilledForm, chart: Chart, *, with_levels: bool) -> ChartView:
    drawn = wheel(filled, chart)
    return ChartView(
        id=f"chart-{chart.name}",
        wheel_id=f"wheel-{chart.name}",
        title=filled.wording.say(chart.title),
        wheel=drawn if with_levels else replace(drawn, key=replace(drawn.key, levels=())),
    )


def scores_of(filled: FilledForm) -> tuple[ReviewSection, ...]:
    """The scores read back as one more section; none where the form has no scores."""
    if filled.form.scores is None:
        return ()
    lines = tuple(ReviewLine(line.label, (line.said,)) for line in score_lines(filled))
    return (ReviewSection(filled.wording.say(filled.form.scores.title), "", (ReviewCard("", lines),)),)
