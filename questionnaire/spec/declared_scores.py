"""Scores and charts as declared: every key in its place, nothing interpreted yet. The fields are the keys."""

from dataclasses import dataclass

from questionnaire.spec.nodes import Place, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorSpec:
    """Questions read together: their mean, if enough of them were answered."""

    place: Place
    name: Scalar
    label: Scalar
    mean: tuple[Scalar, ...]
    minimum: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class BandSpec:
    """The words for the scores up to an edge, itself excluded."""

    place: Place
    label: Scalar
    below: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresSpec:
    """What the answers say together."""

    place: Place
    title: Scalar
    sectors: tuple[SectorSpec, ...]
    bands: tuple[BandSpec, ...] = ()
    overall: Scalar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSpec:
    """A question around the wheel."""

    place: Place
    name: Scalar
    short: Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterSpec:
    """A sector as a quarter of the wheel."""

    place: Place
    sector: Scalar
    criteria: tuple[CriterionSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """A picture of the scores."""

    place: Place
    name: Scalar
    shape: Scalar
    title: Scalar
    subject: Scalar | None = None
    label: Scalar
    side: Scalar | None = None
    caption: Scalar | None = None
    quarters: tuple[QuarterSpec, ...]
