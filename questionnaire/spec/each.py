"""Sections asked once for each thing that an earlier answer names: an item of a repeat, a ticked option.

Such a section is a repeat of its own name, whose items are not added by anybody.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from questionnaire.spec.declared import FormSpec, QuestionSpec, SectionSpec
from questionnaire.spec.each_details import EACH_OF_UNKNOWN, EACH_OF_WHAT, EACH_OPTION
from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.model import Question, Section
from questionnaire.spec.nodes import Scalar

_KEY = re.compile("[A-Za-z0-9_-]{1,40}")


def with_items(spec: FormSpec) -> FormSpec:
    """The form with the questions of each such section inside of a repeat."""
    return replace(spec, sections=tuple(each if each.for_each is None else _repeated(each) for each in spec.sections))


def _repeated(spec: SectionSpec) -> SectionSpec:
    repeat = QuestionSpec(
        place=spec.place,
        name=spec.name,
        kind=Scalar("repeat", spec.name.place),
        label=spec.title,
        item_label=spec.title,
        questions=spec.questions,
    )
    return replace(spec, questions=(repeat,))


def each_of(spec: SectionSpec, section: Section) -> Section:
    """The compiled section, which knows what it is asked for."""
    if spec.for_each is None:
        return section
    name = spec.for_each.text
    return replace(section, each=name, questions=tuple(replace(repeat, each=name) for repeat in section.questions))


def check_each(spec: FormSpec, questions: Mapping[str, Question], faults: Faults) -> None:
    """Say of each such section whether something names what it is asked for."""
    for section in spec.sections:
        if section.for_each is not None:
            _check(section.for_each, questions, faults)


def _check(name: Scalar, questions: Mapping[str, Question], faults: Faults) -> None:
    source = questions.get(name.text)
    if source is None or source.each or source.group or not (source.is_repeat or _is_ticked(source)):
        sources = [known for known, each in questions.items() if each.is_repeat or _is_ticked(each)]
        faults.add(EACH_OF_WHAT, name.place, name=name.text, remedy=guess(name.text, sources))
    elif source.source is not None:
        faults.add(EACH_OF_UNKNOWN, name.place, name=name.text)
    else:
        for option in source.choices:
            if _KEY.fullmatch(option.name) is None:
                faults.add(EACH_OPTION, name.place, name=name.text, option=option.name)


def _is_ticked(question: Question) -> bool:
    return question.kind.name == "select_multiple"
