"""A filled form as a reader sees it, or as its common paper tells it: without the answers reserved to others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from questionnaire.filling.filled import FilledForm
from questionnaire.filling.problems import Problem
from questionnaire.filling.veil import Veil
from questionnaire.spec.model import Section

Held = TypeVar("Held")


def veiled(filled: FilledForm, veil: Veil) -> FilledForm:
    """The form without anything at the paths that ``veil`` hides, the questions included.

    A section that holds nothing else goes too. No rule of what is left reads them: the form was refused otherwise.
    """
    if not veil.names:
        return filled
    values = _left(filled.values, veil)
    gone = {section.name for section in filled.form.sections if _is_empty(section, veil)}
    return replace(
        filled,
        answers=replace(filled.answers, values=_left(filled.answers.values, veil)),
        context=replace(
            filled.context,
            origins=_left(filled.context.origins, veil),
            reasons=_left(filled.context.reasons, veil),
        ),
        values=values,
        relevant=frozenset(path for path in filled.relevant - gone if not veil.hides(path)),
        required=frozenset(path for path in filled.required if not veil.hides(path)),
        read_only=frozenset(path for path in filled.read_only if not veil.hides(path)),
        offered=_left(filled.offered, veil),
        drawn=_left(filled.drawn, veil),
        problems=_seen(filled.problems, veil),
        warnings=_seen(filled.warnings, veil),
        wording=replace(filled.wording, values=values),
        veil=veil,
    )


def public(filled: FilledForm) -> FilledForm:
    """The form as the common paper tells it: without any answer that only some read."""
    return veiled(filled, Veil(filled.form.reserved))


def _left(held: Mapping[str, Held], veil: Veil) -> dict[str, Held]:
    return {path: value for path, value in held.items() if not veil.hides(path)}


def _seen(problems: Iterable[Problem], veil: Veil) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if not veil.hides(problem.path))


def _is_empty(section: Section, veil: Veil) -> bool:
    """Whether a section holds reserved questions alone, none of them answered by the reader."""
    names = {question.name for question in section.questions}
    return names <= veil.names and names.isdisjoint(veil.own)
