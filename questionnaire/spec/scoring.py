"""Scores: which ratings are read together, how many must be there, and the words for what comes out."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from questionnaire.spec.declared import FormSpec
from questionnaire.spec.declared_scores import BandSpec, ScoresSpec, SectorSpec
from questionnaire.spec.faults import guess
from questionnaire.spec.measures import Band, Scores, Sector
from questionnaire.spec.model import Question
from questionnaire.spec.naming import check_name, check_unique
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import boolean, integer
from questionnaire.spec.score_details import BAD_EDGE, COUNTED_TWICE, NOT_A_RATING, UNKNOWN_RATING
from questionnaire.spec.wording import text

_NUMBER = re.compile(r"\d{1,4}(\.\d{1,3})?")


def compile_scores(spec: FormSpec, questions: Mapping[str, Question], rules: Rules) -> Scores | None:
    """The scores; None where the form has none. A rating counts in one sector at most."""
    if spec.scores is None:
        return None
    scores = spec.scores
    check_unique((sector.name for sector in scores.sectors), rules.faults)
    check_unique(_counted(scores), rules.faults, COUNTED_TWICE)
    return Scores(
        title=text(scores.title, "title", rules),
        sectors=tuple(_sector(sector, questions, rules) for sector in scores.sectors),
        bands=_bands(scores.bands, rules),
        overall=boolean(scores.overall, "overall", rules.faults),
    )


def _counted(scores: ScoresSpec) -> Iterator[Scalar]:
    for sector in scores.sectors:
        yield from sector.mean


def _sector(spec: SectorSpec, questions: Mapping[str, Question], rules: Rules) -> Sector:
    check_name(spec.name, rules.faults)
    for name in spec.mean:
        question = questions.get(name.text)
        if question is None:
            remedy = guess(name.text, questions)
            rules.faults.add(UNKNOWN_RATING, name.place, name=name.text, remedy=remedy)
        elif question.kind.name != "rating" or question.group is not None:
            rules.faults.add(NOT_A_RATING, name.place, name=name.text)
    criteria = tuple(name.text for name in spec.mean)
    least = integer(spec.minimum, "minimum", rules.faults, most=max(len(criteria), 1)) if spec.minimum.text else 1
    return Sector(spec.name.text, text(spec.label, "label", rules), criteria, least or 1)


def _bands(specs: tuple[BandSpec, ...], rules: Rules) -> tuple[Band, ...]:
    """Bands whose edges grow; the last one takes all that is above."""
    bands = tuple(Band(text(spec.label, "label", rules), _edge(spec)) for spec in specs)
    for rank, (spec, band) in enumerate(zip(specs, bands, strict=True), start=1):
        below = bands[rank - 2].below if rank > 1 else None
        last = rank == len(bands)
        grows = band.below is not None and (below is None or below < band.below)
        if (spec.below is not None) if last else not grows:
            rules.faults.add(BAD_EDGE, spec.place)
    return bands


def _edge(spec: BandSpec) -> Fraction | None:
    written = spec.below.text if spec.below else ""
    return Fraction(written) if _NUMBER.fullmatch(written) else None
