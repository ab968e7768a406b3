"""What is asked once for each thing that an earlier answer names: an item of a repeat, a ticked option.

It is a repeat whose items are not added by anybody; a section asked so is a repeat of its own name.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from questionnaire.spec.declared import FormSpec, QuestionSpec, SectionSpec
from questionnaire.spec.each_details import EACH_HAS_ITS_ITEMS, EACH_OF_UNKNOWN, EACH_OF_WHAT, EACH_OPTION
from questionnaire.spec.faults import Faults, guess
from questionnaire.spec.model import Question, Section
from questionnaire.spec.nodes import Scalar

_KEY = re.compile("[A-Za-z0-9_-]{1,40}")


def with_items(spec: FormSpec) -> FormSpec:
    """The form with the questions of each such section inside of a repeat, and a title for the items of all."""
    made = (_titled(section) if section.for_each is None else _repeated(section) for section in spec.sections)
    return replace(spec, sections=tuple(made))


def _titled(spec: SectionSpec) -> SectionSpec:
    return replace(spec, questions=tuple(map(_with_title, spec.questions)))


def _with_title(spec: QuestionSpec) -> QuestionSpec:
    """An item is called as what it is about, unless its author says otherwise."""
    if spec.for_each is None or spec.item_label is not None or spec.kind.text != "repeat":
        return spec
    return replace(spec, item_label=Scalar(f"${{{spec.for_each.text}}}", spec.for_each.place))


def _repeated(spec: SectionSpec) -> SectionSpec:
    repeat = QuestionSpec(
        place=spec.place,
        name=spec.name,
        kind=Scalar("repeat", spec.name.place),
        label=spec.title,
        item_label=spec.title,
        for_each=spec.for_each,
        codes=spec.codes,
        link_id=spec.link_id,
        questions=spec.questions,
    )
    return replace(spec, questions=(repeat,))


def each_of(spec: SectionSpec, section: Section) -> Section:
    """The compiled section, which knows what it is asked for."""
    return section if spec.for_each is None else replace(section, each=spec.for_each.text)


def check_each(spec: FormSpec, questions: Mapping[str, Question], faults: Faults) -> None:
    """Say of each such repeat whether something names what it is asked for, and what does not go with that."""
    for section in spec.sections:
        for question in section.questions:
            if question.for_each is not None:
                _check(question.for_each, questions, faults)
                _check_keys(question, question.for_each, faults)


def _check_keys(spec: QuestionSpec, name: Scalar, faults: Faults) -> None:
    for key in ("min", "max", "required", "required_message", "prefill", "prefill_person"):
        value = getattr(spec, key)
        if value is not None:
            place = value.place if isinstance(value, Scalar) else spec.place
            faults.add(EACH_HAS_ITS_ITEMS, place, key=key, name=name.text)


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
