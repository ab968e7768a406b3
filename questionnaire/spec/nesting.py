"""Repeats inside repeats: how deep they go, and what does not go with them."""

from collections.abc import Iterator, Mapping

from questionnaire.spec.declared import FormSpec, ListSpec, QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.nesting_details import EACH_INSIDE, ITEMS_INSIDE, LONG_PATH, PREFILL_INSIDE, TOO_NESTED
from questionnaire.spec.nodes import Scalar

MOST = 3
"""Repeats one in another: as many as indexed-repeat() takes, and as a reader follows."""

LONGEST_PATH = 255
"""Characters by which an answer is kept."""

_KEY = 40 + len("[].")
"""What the key of an item adds to a path, at most."""

_REPEAT = "repeat"

Around = tuple[QuestionSpec, ...]


def check_nesting(spec: FormSpec, faults: Faults) -> None:
    """Say of what stands in repeats where it goes too deep, or asks for what the items of a page alone can give."""
    inside: dict[str, QuestionSpec] = {}
    for section in spec.sections:
        for question, around in _every(section.questions, ()):
            _check_length(question, around, faults)
            if question.kind.text == _REPEAT and around:
                inside.setdefault(question.name.text, question)
                _check_repeat(question, around, faults)
    _check_lists(spec, inside, faults)


def _every(questions: tuple[QuestionSpec, ...], around: Around) -> Iterator[tuple[QuestionSpec, Around]]:
    for question in questions:
        yield question, around
        yield from _every(question.questions or (), (*around, question))


def _check_repeat(repeat: QuestionSpec, around: Around, faults: Faults) -> None:
    name = repeat.name.text
    if len(around) == MOST:
        faults.add(TOO_NESTED, repeat.place, name=name, most=MOST)
    if repeat.for_each is not None:
        faults.add(EACH_INSIDE, repeat.for_each.place, name=name)
    if repeat.prefill is not None:
        faults.add(PREFILL_INSIDE, repeat.place, name=name, key="prefill")


def _check_length(question: QuestionSpec, around: Around, faults: Faults) -> None:
    length = sum(len(each.name.text) for each in (*around, question))
    most = LONGEST_PATH - len(around) * _KEY - (_KEY if question.kind.text == _REPEAT else 0)
    if len(around) > 1 and length > most:
        faults.add(LONG_PATH, question.name.place, name=question.name.text, length=length, most=most)


def _check_lists(spec: FormSpec, inside: Mapping[str, QuestionSpec], faults: Faults) -> None:
    """An option is kept by the key of its item, which only says which one where its repeat stands once."""
    for _, listed in spec.choices:
        origin: Scalar | None = listed.from_ if isinstance(listed, ListSpec) else None
        if origin is not None and origin.text in inside:
            faults.add(ITEMS_INSIDE, origin.place, name=origin.text)
