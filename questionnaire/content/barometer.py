"""The layout « barometer »: what opens the form, then its charts and scores, then the remarks beside the ratings."""

from collections.abc import Sequence
from dataclasses import dataclass

from questionnaire.content.blocks import Block, Heading, Reply
from questionnaire.content.describing import describe_section, headed
from questionnaire.content.scoring import score_lines, wheel
from questionnaire.filling import FilledForm
from questionnaire.spec.kinds.lines import FOLDED
from questionnaire.spec.model import Section


def barometer(filled: FilledForm) -> tuple[Block, ...]:
    """Sections before the first rating, charts each with its table, scores in words, all the rest.

    The table says each rating: after it, a rating stands again only with the remark made of it.
    """
    say = filled.wording.say
    rated = {name for chart in filled.form.charts for name in chart.criteria}
    labels = _Labels(
        frozenset(say(filled.form.questions[name].label) for name in rated),
        frozenset(say(each.label) for each in filled.form.top_level() if each.appearance == FOLDED),
    )
    opening: list[Block] = []
    remarks: list[Block] = []
    met = False
    for section in filled.sections():
        met = met or _rates(section, rated)
        body = describe_section(filled, section)
        (remarks if met else opening).extend(headed(say(section.title), _remarks(body, labels)))
    return (*opening, *results(filled), *remarks)


def results(filled: FilledForm) -> tuple[Block, ...]:
    """Charts and scores, under their titles."""
    say = filled.wording.say
    blocks: list[Block] = []
    for chart in filled.form.charts:
        blocks += [Heading(2, say(chart.title)), wheel(filled, chart)]
    if filled.form.scores is not None:
        lines = (Reply(line.label, (line.said,)) for line in score_lines(filled))
        blocks += headed(say(filled.form.scores.title), tuple(lines))
    return tuple(blocks)


def _rates(section: Section, rated: set[str]) -> bool:
    return any(question.name in rated for question in section.questions)


@dataclass(frozen=True, slots=True)
class _Labels:
    """By what ratings, and the remarks folded under them, are known among the blocks."""

    ratings: frozenset[str]
    remarks: frozenset[str]


def _remarks(blocks: Sequence[Block], labels: _Labels) -> tuple[Block, ...]:
    """The blocks without the ratings that no remark follows."""
    kept: list[Block] = []
    rating: Block | None = None
    for block in blocks:
        label = block.label if isinstance(block, Reply) else ""
        if label in labels.ratings:
            rating = block
            continue
        kept += [rating, block] if rating is not None and label in labels.remarks else [block]
        rating = None
    return tuple(kept)
