"""From the profiles of each source to the whole wheel: shapes, key, table and words for who does not see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaire.content.wheel.declaring import Quarters, Series, Source, WheelError
from questionnaire.content.wheel.describing import describe_wheel
from questionnaire.content.wheel.figures import shown
from questionnaire.content.wheel.key import Key, key_of
from questionnaire.content.wheel.layout import (
    CROSS,
    RINGS,
    TICKS,
    label_of,
    score_text,
    slices_of,
    spokes_of,
    titles_of,
)
from questionnaire.content.wheel.marks import arcs_of, gap_line, marks_of
from questionnaire.content.wheel.shapes import FRAME, GapLine, Geometry, Slice, Text
from questionnaire.content.wheel.table import Table, table_of
from questionnaire.results import Gaps, compare


@dataclass(frozen=True, slots=True)
class Wheel:
    """A drawing and its equivalents: ``title`` and ``description`` in words, ``table`` in figures.

    ``caption`` stands under the table: where the tool comes from, what is a proposal.
    """

    title: str
    description: str
    geometry: Geometry
    key: Key
    table: Table
    caption: str


def compose_wheel(
    title: str,
    quarters: Quarters,
    series: Sequence[Series],
    *,
    levels: tuple[str, ...] = (),
    caption: str = "",
) -> Wheel:
    """The wheel of three series at most, whose profiles know every quarter and criterion by name.

    ``levels``: the names of levels 0 to 4, for the key. With both sides, their gaps are shown. Without any series, it
    is to be filled by hand.
    Raises WheelError for two series of one source, ratings outside 0 to 4, and names that do not fit.
    """
    by_source = {one.source: one for one in series}
    if len(by_source) < len(series):
        raise WheelError("Deux séries de la roue viennent de la même source.")
    gaps = compare(by_source["pro"].profile, by_source["user"].profile) if {"pro", "user"} <= by_source.keys() else None
    return Wheel(
        title,
        describe_wheel(quarters, gaps, empty=not series),
        _geometry(quarters, by_source, gaps),
        key_of(by_source, levels),
        table_of(quarters, series, gaps),
        caption,
    )


def _geometry(quarters: Quarters, series: Mapping[Source, Series], gaps: Gaps | None) -> Geometry:
    slices = slices_of(quarters)
    criteria = [criterion for quarter in quarters for criterion in quarter.criteria]
    joint = series.get("joint")
    return Geometry(
        frame=FRAME,
        rings=RINGS,
        slices=slices,
        arcs=arcs_of(quarters, joint),
        spokes=spokes_of(slices),
        cross=CROSS,
        ticks=TICKS,
        labels=tuple(label_of(criterion, piece) for criterion, piece in zip(criteria, slices, strict=True)),
        titles=titles_of(quarters),
        scores=_scores(quarters, joint) if joint else (),
        gaps=_gap_lines(slices, series, gaps) if gaps else (),
        marks=marks_of(slices, series),
    )


def _scores(quarters: Quarters, joint: Series) -> tuple[Text, ...]:
    scores = (joint.profile.sectors[quarter.name].score for quarter in quarters)
    return tuple(score_text(rank, f"{joint.label.lower()} {shown(score)}") for rank, score in enumerate(scores))


def _gap_lines(slices: Sequence[Slice], series: Mapping[Source, Series], gaps: Gaps) -> tuple[GapLine, ...]:
    lines = (gap_line(piece, series["pro"], series["user"], gaps.criteria[piece.criterion]) for piece in slices)
    return tuple(line for line in lines if line)
