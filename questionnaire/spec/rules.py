"""Expressions of a spec: read, checked against the names of the form, told with their place in the file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from questionnaire.expressions import Around, Expression, ParseError, Shape, check, parse
from questionnaire.spec.declared import QuestionSpec
from questionnaire.spec.faults import CATALOGUE, NO_ANSWER, SYNTAX, Faults
from questionnaire.spec.nodes import Place, Scalar
from questionnaire.spec.scalars import TRUTHS, is_mistaken_boolean
from questionnaire.spec.shaping import Shapes
from questionnaire.spec.texts import Plural, Select

_KEPT = frozenset({"calculation", "default"})
"""The rules whose value may be kept with the answers: they alone may draw by chance."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What rules may name: the places of the form, ``notes`` among them having no answer; ``place`` is their own."""

    shapes: Shapes
    notes: frozenset[str]
    faults: Faults
    place: Shape
    lists: Mapping[str, Shape] = field(default_factory=dict)
    looked_up: set[str] = field(default_factory=set)
    """The lists in which rules look, filled as they are read."""

    choosing: list[tuple[Plural | Select, Place]] = field(default_factory=list)
    """What chooses between wordings in texts, with its place, filled as they are read."""

    @property
    def names(self) -> Collection[str]:
        """The questions of the form, its repeats included."""
        return self.shapes.names.keys()

    def at(self, question: QuestionSpec) -> "Rules":
        """The same for the rules of a question."""
        return replace(self, place=self.shapes.place_of(question))

    def rule(self, scalar: Scalar | None, key: str, option: Shape | None = None) -> Expression | None:
        """The expression written under ``key``, which knows what it reads; None when absent or wrong.

        ``option`` is the shape of the options that it judges.
        """
        if scalar is None:
            return None
        try:
            expression = parse(scalar.text)
        except ParseError as error:
            self._say(scalar, key, error.code, str(error.message), error.position, error.remedy)
            return None
        return self._resolved(expression, scalar, key, option)

    def _resolved(self, expression: Expression, scalar: Scalar, key: str, option: Shape | None) -> Expression:
        origin = None if option is None else self.place
        checked = check(expression, Around(option or self.place, self.shapes.names, self.lists, origin, key in _KEPT))
        self.looked_up.update(checked.lists)
        for fault in checked.faults:
            self._say(scalar, key, fault.code, fault.message, fault.position, fault.remedy)
        for name in sorted(checked.written & self.notes):
            self.faults.add(NO_ANSWER, scalar.at(max(scalar.text.find(f"${{{name}}}"), 0)), key=key, name=name)
        return expression if checked.names == expression.references else replace(expression, references=checked.names)

    def condition(self, scalar: Scalar | None, key: str) -> Expression | bool:
        """``true``, ``false`` or an expression; absent means false."""
        if scalar is None:
            return False
        if scalar.text in TRUTHS:
            return TRUTHS[scalar.text]
        if is_mistaken_boolean(scalar, key, self.faults):
            return False
        return self.rule(scalar, key) or False

    def _say(self, scalar: Scalar, key: str, code: str, message: str, position: int, remedy: str) -> None:
        detail = CATALOGUE.get(code, SYNTAX)
        self.faults.add(detail, scalar.at(max(position, 0)), key=key, message=message, cure=remedy)
