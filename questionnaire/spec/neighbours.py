"""What a form says of other forms: whether they exist, and their questions. Its author is told; it still serves."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from questionnaire.spec.blind_details import BLIND_GIVES
from questionnaire.spec.block_files import Blocks
from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.faults import NOT_IN_REPEAT, UNKNOWN_FORM, UNKNOWN_QUESTION, Fault, Faults, guess
from questionnaire.spec.model import BLIND, Form
from questionnaire.spec.naming import every_question
from questionnaire.spec.nesting_details import PREFILL_FROM_INSIDE
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.precedents import DOCUMENT_FACTS, FACTS, LINK
from questionnaire.spec.reading import declared_in


def missing_neighbours(path: Path, known: Mapping[str, Form]) -> list[Fault]:
    """The forms and questions that a sound form cites and that ``known``, by name, has not."""
    faults = Faults(str(path))
    text = path.read_text(encoding="utf-8")
    spec = declared_in(text, Blocks(text, path.parent), faults)
    if spec is not None:
        for after in spec.after:
            _form(after.form, known, faults)
        for question in _prefilled(spec):
            for source in question.prefill or ():
                _check(question, source, known, faults)
    return faults.found


def _prefilled(spec: FormSpec) -> Iterator[QuestionSpec]:
    for section in spec.sections:
        yield from (question for question in every_question(section.questions) if question.prefill)


def _form(name: Scalar, known: Mapping[str, Form], faults: Faults) -> Form | None:
    if name.text not in known:
        faults.add(UNKNOWN_FORM, name.place, name=name.text, remedy=guess(name.text, known))
    return known.get(name.text)


def _check(spec: QuestionSpec, scalar: Scalar, known: Mapping[str, Form], faults: Faults) -> None:
    place = scalar.place
    source, _, name = scalar.text.partition(".")
    if source == LINK or source in FACTS:
        return
    form = _form(Scalar(source, place), known, faults)
    if form is None:
        return
    if form.privacy == BLIND:
        faults.add(BLIND_GIVES, place, form=source)
        return
    question = form.questions.get(name)
    if name in DOCUMENT_FACTS:
        return
    if question is None:
        faults.add(UNKNOWN_QUESTION, place, form=source, name=name, remedy=guess(name, form.questions))
    elif question.is_repeat and question.group is not None:
        faults.add(PREFILL_FROM_INSIDE, place, name=name, form=source)
    elif spec.prefill_person is not None and spec.prefill_person.text not in {
        child.name for child in question.questions
    }:
        faults.add(NOT_IN_REPEAT, spec.prefill_person.place, name=spec.prefill_person.text, items=name)
