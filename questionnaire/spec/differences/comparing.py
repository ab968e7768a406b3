"""Comparing two versions of a form: sections, questions, lists, scores, who fills and who signs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from questionnaire.spec.codebook import said
from questionnaire.spec.differences.asking import list_differences, question_differences
from questionnaire.spec.differences.aspects import changes
from questionnaire.spec.differences.model import Change, Comparison, Difference, Fate, Subject
from questionnaire.spec.differences.ordering import moved
from questionnaire.spec.differences.saying import words
from questionnaire.spec.measures import Scores
from questionnaire.spec.model import Form, Section
from questionnaire.spec.retention import Retention
from questionnaire.spec.text_reading import parse_text

NO_SCORES = Scores(parse_text(""), ())


def compare(before: Form, after: Form) -> Comparison:
    """All that differs; nothing where only comments or the layout of the file changed."""
    found = (
        *_form(before, after),
        *_sections(before, after),
        *question_differences(before, after),
        *list_differences(before, after),
        *_named(Subject.RULE, before.rules, after.rules, lambda rule: said(rule.message)),
        *_scores(before.scores or NO_SCORES, after.scores or NO_SCORES),
        *_named(Subject.CHART, before.charts, after.charts, lambda chart: said(chart.title)),
        *_named(Subject.PARTY, tuple(before.parties.values()), tuple(after.parties.values()), _label),
        *_named(Subject.STAGE, before.stages, after.stages, lambda stage: said(stage.title) if stage.title else ""),
        *_named(Subject.STEP, before.circuit, after.circuit, lambda step: step.party),
        *_named(Subject.COLUMN, before.register.columns, after.register.columns, _label),
        *_named(Subject.ALERT, before.register.alerts, after.register.alerts, _label),
    )
    return Comparison(before, after, found)


def _form(before: Form, after: Form) -> Iterator[Difference]:
    found = (
        *changes(before, after),
        *changes(before.paper, after.paper),
        *changes(before.register, after.register),
        *_retention(before.retention, after.retention),
    )
    if found:
        yield Difference(Subject.FORM, Fate.CHANGED, after.name, said(after.title), found)


def _retention(before: Retention | None, after: Retention | None) -> tuple[Change, ...]:
    if before is not None and after is not None:
        return changes(before, after)
    return () if before is after else (Change("retention", words(before), words(after)),)


def _sections(before: Form, after: Form) -> Iterator[Difference]:
    names = [section.name for section in after.sections]
    gone = moved([section.name for section in before.sections], names)

    def place(section: Section) -> tuple[Change, ...]:
        if section.name not in gone:
            return ()
        rank = names.index(section.name)
        return (Change("order", None, words(after.sections[rank - 1].title) if rank else None),)

    yield from _named(Subject.SECTION, before.sections, after.sections, lambda each: said(each.title), place)


def _scores(before: Scores, after: Scores) -> Iterator[Difference]:
    found = changes(before, after)
    if found:
        yield Difference(Subject.SCORE, Fate.CHANGED, "", said(after.title), found)
    yield from _named(Subject.SCORE, before.sectors, after.sectors, _label)


def _label(thing: Any) -> str:  # noqa: ANN401  # whatever has a label
    return said(thing.label)


def _nowhere(_thing: object) -> tuple[Change, ...]:
    return ()


def _named(
    subject: Subject,
    before: Sequence[Any],
    after: Sequence[Any],
    label: Callable[[Any], str],
    place: Callable[[Any], tuple[Change, ...]] = _nowhere,
) -> Iterator[Difference]:
    """Differences of things known by their names, in the order of the newer version, what is gone last."""
    was: Mapping[str, Any] = {each.name: each for each in before}
    now: Mapping[str, Any] = {each.name: each for each in after}
    for name, thing in now.items():
        if name not in was:
            yield Difference(subject, Fate.ADDED, name, label(thing))
        elif found := (*place(thing), *changes(was[name], thing)):
            yield Difference(subject, Fate.CHANGED, name, label(thing), found)
    for name, thing in was.items():
        if name not in now:
            yield Difference(subject, Fate.REMOVED, name, label(thing))
