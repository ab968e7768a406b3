"""The same values as the wheel, as a table: a row for each sector, and under it one for each of its criteria."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from questionnaire.content.wheel.declaring import Quarter, Quarters, Series
from questionnaire.content.wheel.figures import shown, shown_gap, shown_rating
from questionnaire.content.wheel.marks import sign_of
from questionnaire.content.wheel.shapes import Mark
from questionnaire.results import Gaps, Score, SectorScore, gap_band

_READINGS = {"close": "proches", "watch": "à regarder", "discuss": "à discuter en priorité"}
_UNANSWERED, _NOT_CALCULATED = "sans réponse", "non calculé"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the column of one source: its sign, around the origin, and its name."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says; ``meaning`` of a dash, and ``note`` on how many persons count, where a side has several."""

    text: str
    meaning: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class GapCell:
    """A gap in figures and words; ``first`` when it is to be discussed first."""

    text: str
    first: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sector or one of its criteria; ``gap`` is None where the table compares nothing."""

    kind: Literal["sector", "criterion"]
    label: str
    cells: tuple[Cell, ...]
    gap: GapCell | None


@dataclass(frozen=True, slots=True)
class Table:
    """``gap_head`` is empty where the table compares nothing."""

    title: str
    label_head: str
    heads: tuple[Head, ...]
    gap_head: str
    rows: tuple[Row, ...]


def table_of(quarters: Quarters, series: Sequence[Series], gaps: Gaps | None) -> Table:
    """Sectors in the order of the quarters, columns in that of the series."""
    return Table(
        "Les mêmes valeurs en tableau",
        "Critère",
        tuple(Head(one.label, sign_of(one.source)) for one in series),
        "Écart" if gaps else "",
        tuple(row for quarter in quarters for row in _rows(quarter, series, gaps)),
    )


def _rows(quarter: Quarter, series: Sequence[Series], gaps: Gaps | None) -> Iterator[Row]:
    scores = (_score_cell(one.profile.sectors[quarter.name], one.profile.raters) for one in series)
    gap = _gap_cell(gaps.sectors[quarter.name], levels=False) if gaps else None
    yield Row("sector", quarter.title, tuple(scores), gap)
    for criterion in quarter.criteria:
        said = (_rating_cell(one.profile.criteria[criterion.name].mean) for one in series)
        gap = _gap_cell(gaps.criteria[criterion.name], levels=True) if gaps else None
        yield Row("criterion", f"{criterion.number}. {criterion.label}", tuple(said), gap)


def _score_cell(sector: SectorScore, raters: int) -> Cell:
    note = f"sur {sector.raters} de {raters}" if raters > 1 and sector.raters else ""
    return Cell(shown(sector.score), _NOT_CALCULATED if sector.score is None else "", note)


def _rating_cell(value: Score) -> Cell:
    return Cell(shown_rating(value), _UNANSWERED if value is None else "")


def _gap_cell(gap: Score, *, levels: bool) -> GapCell:
    if gap is None:
        return GapCell(_UNANSWERED if levels else _NOT_CALCULATED, first=False)
    band = gap_band(gap).name
    return GapCell(f"{shown_gap(gap, levels=levels)} {_READINGS[band]}", first=band == "discuss")
