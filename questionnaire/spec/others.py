"""« Autre »: one choice more, and the question that asks which, written for the author."""

from collections.abc import Iterator
from dataclasses import replace

from questionnaire.spec.declared import ChoiceSpec, FormSpec, QuestionSpec
from questionnaire.spec.nodes import Scalar

OTHER = "autre"
"""The name of the choice; of a list that has one already, that one is taken. It ends the companion's name too."""

_LISTS = ("select_one", "select_multiple")


def with_companions(spec: FormSpec) -> FormSpec:
    """The form with, after each question marked ``other``, the text that is asked when « Autre » is chosen."""
    sections = tuple(replace(section, questions=tuple(_completed(section.questions))) for section in spec.sections)
    return replace(spec, sections=sections)


def other_choice(spec: QuestionSpec) -> ChoiceSpec | None:
    """The choice « Autre » of a question marked ``other``; None for the rest."""
    if spec.other is None or spec.other.text != "true" or spec.kind.text not in _LISTS:
        return None
    place = spec.other.place
    return ChoiceSpec(place=place, name=Scalar(OTHER, place), label=Scalar("Autre", place))


def _completed(questions: tuple[QuestionSpec, ...]) -> Iterator[QuestionSpec]:
    for question in questions:
        inside = None if question.questions is None else tuple(_completed(question.questions))
        yield replace(question, questions=inside)
        if other_choice(question) and question.name.text:
            yield _companion(question)


def _companion(spec: QuestionSpec) -> QuestionSpec:
    place = spec.other.place if spec.other else spec.place
    name = spec.name.text
    return QuestionSpec(
        place=place,
        name=Scalar(f"{name}_{OTHER}", place),
        kind=Scalar("text", place),
        label=Scalar("Précisez", place),
        required=Scalar("true", place),
        relevant=Scalar(f"selected(${{{name}}}, '{OTHER}')", place),
        read_only=spec.read_only,
        personal=spec.personal,
        visible_to=spec.visible_to,
    )
