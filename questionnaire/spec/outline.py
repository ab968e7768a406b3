"""The outline that other tools see of a form: the identifiers of its items, and the questions under each heading."""

from collections.abc import Iterator

from questionnaire.spec.declared import FormSpec, QuestionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.naming import check_unique, every_question
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.outline_details import DUPLICATE_LINK, NOT_UNDER

SIGNPOST = "signpost"


def check_outline(spec: FormSpec, faults: Faults) -> None:
    """Say of each identifier whether it is another's already, of each question whether its heading is above it."""
    check_unique(_links(spec), faults, DUPLICATE_LINK)
    for section in spec.sections:
        _check_headings(section.questions, faults)


def is_heading(question: QuestionSpec) -> bool:
    """Whether questions may stand under this one."""
    return question.kind.text == "note" and question.appearance is not None and question.appearance.text == SIGNPOST


def astray(questions: tuple[QuestionSpec, ...]) -> Iterator[QuestionSpec]:
    """Those whose heading is not above them, or after which another question came that is not under it."""
    above: list[str] = []
    for question in questions:
        while above and (question.under is None or above[-1] != question.under.text):
            above.pop()
        if question.under is not None and not above:
            yield question
        if is_heading(question):
            above.append(question.name.text)


def _check_headings(questions: tuple[QuestionSpec, ...], faults: Faults) -> None:
    for question in astray(questions):
        if question.under is not None:
            faults.add(NOT_UNDER, question.under.place, name=question.under.text)
    for question in questions:
        _check_headings(question.questions or (), faults)


def _links(spec: FormSpec) -> Iterator[Scalar]:
    """What other tools call each page, question and row; a name that stands twice is said elsewhere."""
    named: set[str] = set()
    for name, link_id in _called(spec):
        if link_id is not None:
            yield link_id
        elif name.text not in named:
            named.add(name.text)
            yield name


def _called(spec: FormSpec) -> Iterator[tuple[Scalar, Scalar | None]]:
    for section in spec.sections:
        yield section.name, section.link_id
        for question in every_question(section.questions):
            if question.name is not section.name:
                yield question.name, question.link_id
            yield from ((row.name, row.link_id) for row in question.rows or ())
