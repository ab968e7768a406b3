"""The shape of a form's answers, from what its author declares: what paths may walk, and where each rule stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from questionnaire.expressions.shape import Shape
from questionnaire.spec.declared import FormSpec, QuestionSpec


@dataclass(frozen=True, slots=True)
class Shapes:
    """``root`` holds the questions of every section, and the items of every repeat; ``names`` finds each of them."""

    root: Shape
    names: Mapping[str, Shape]

    def place_of(self, spec: QuestionSpec) -> Shape:
        """Where the rules of a question stand; those of a repeat judge it whole, beside its items."""
        found = self.names.get(spec.name.text, self.root)
        return (found.parent or found).beside(found.name) if found.repeated else found


def shapes_of(spec: FormSpec) -> Shapes:
    """The shape of a whole form. Of a name given twice, which is a fault, the first is kept."""
    root = Shape(spec.form.text)
    names: dict[str, Shape] = {}
    for section in spec.sections:
        for question in section.questions:
            _grow(question, root, names)
    return Shapes(root, MappingProxyType(names))


def _grow(question: QuestionSpec, parent: Shape, names: dict[str, Shape]) -> None:
    shape = parent.grown(question.name.text, repeated=question.kind.text == "repeat")
    if question.name.text:
        names.setdefault(question.name.text, shape)
    for child in question.questions or ():
        _grow(child, shape, names)
