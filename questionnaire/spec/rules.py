"""Expressions of a spec: read, checked against the names of the form, told with their place in the file."""

from collections.abc import Collection
from dataclasses import dataclass

from questionnaire.expressions import Expression, ParseError, check, parse
from questionnaire.spec.faults import CATALOGUE, NO_ANSWER, SYNTAX, Faults
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.scalars import TRUTHS, is_mistaken_boolean


@dataclass(frozen=True, slots=True)
class Rules:
    """What rules may name: every question of the form, ``notes`` among them having no answer."""

    names: frozenset[str]
    notes: frozenset[str]
    faults: Faults

    def rule(self, scalar: Scalar | None, key: str, columns: Collection[str] | None = None) -> Expression | None:
        """The expression written under ``key``; None when absent or wrong.

        ``columns`` are those of the list among whose choices it chooses.
        """
        if scalar is None:
            return None
        try:
            expression = parse(scalar.text)
        except ParseError as error:
            self._say(scalar, key, error.code, str(error.message), error.position, error.remedy)
            return None
        for fault in check(expression, self.names, columns):
            self._say(scalar, key, fault.code, fault.message, fault.position, fault.remedy)
        for name in sorted(expression.references & self.notes):
            self.faults.add(NO_ANSWER, scalar.at(scalar.text.find(f"${{{name}}}")), key=key, name=name)
        return expression

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
