"""What a walk through a form should see: each question asked, each of its conditions true once and false once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from questionnaire.expressions import Expression
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.paths import leaf_path
from questionnaire.spec.model import Form, Question
from questionnaire.spec.values import is_blank

Rule = Literal["asked", "relevant", "required", "warning", "circuit"]


@dataclass(frozen=True, slots=True)
class Goal:
    """That a rule of ``name`` (a question, a section, a step of the circuit) is once ``truth``.

    ``asked`` has no expression: that the question is asked at all.
    """

    name: str
    rule: Rule
    truth: bool


def rules_of(form: Form) -> dict[tuple[str, Rule], Expression]:
    """Every condition of a form that its answers decide, by what it is of, in page order."""
    found: dict[tuple[str, Rule], Expression | None] = {}
    for section in form.sections:
        found[section.name, "relevant"] = section.relevant
        for question in section.questions:
            for each in question.whole():
                found[each.name, "relevant"] = each.relevant
                found[each.name, "required"] = each.required if isinstance(each.required, Expression) else None
                found[each.name, "warning"] = each.warning
    for step in form.circuit:
        found[step.name, "circuit"] = step.relevant
    return {key: rule for key, rule in found.items() if rule is not None and _is_open(rule)}


def goals_of(form: Form) -> tuple[Goal, ...]:
    """All that there is to see, in page order: the questions asked, then each condition both ways."""
    asked = [Goal(name, "asked", truth=True) for name in form.questions]
    return (*asked, *(Goal(name, rule, truth) for name, rule in rules_of(form) for truth in (True, False)))


def seen(filled: FilledForm) -> frozenset[Goal]:
    """What one filled form shows; a condition counts where it decides: on a page, in a repeat, that are asked."""
    known = rules_of(filled.form)
    found = {goal for goal in _shown(filled) if goal.rule == "asked" or (goal.name, goal.rule) in known}
    steps = {step.name for step in filled.circuit}
    found |= {Goal(name, "circuit", name in steps) for name, rule in known if rule == "circuit"}
    return frozenset(found)


def _is_open(rule: Expression) -> bool:
    """Whether answers decide it: ``true()`` is always so."""
    return bool(rule.references) or rule.uses_self or rule.uses_form


def _shown(filled: FilledForm) -> Iterator[Goal]:
    odd = {problem.path for problem in filled.warnings}
    for section in filled.form.sections:
        asked = section.name in filled.relevant
        yield Goal(section.name, "relevant", asked)
        for question in section.questions if asked else ():
            for path, each in _places(filled, question, question.name):
                yield from _of(filled, path, each, odd)


def _places(filled: FilledForm, question: Question, path: str) -> Iterator[tuple[str, Question]]:
    yield path, question
    for key in filled.keys(path) if path in filled.relevant else ():
        for child in question.questions:
            yield from _places(filled, child, leaf_path(path, key, child.name))


def _of(filled: FilledForm, path: str, question: Question, odd: set[str]) -> Iterator[Goal]:
    asked = path in filled.relevant
    yield Goal(question.name, "relevant", asked)
    if not asked:
        return
    yield Goal(question.name, "asked", truth=True)
    yield Goal(question.name, "required", path in filled.required)
    if not is_blank(filled.values.get(path)) or (question.is_repeat and filled.keys(path)):
        yield Goal(question.name, "warning", path not in odd)
