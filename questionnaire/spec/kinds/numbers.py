"""Whole numbers and decimal numbers, typed the French way."""

from abc import abstractmethod
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from questionnaire.spec.kinds.base import Atom, Labels
from questionnaire.spec.kinds.figures import (
    MAX_DIGITS,
    digits_of,
    finite,
    json_number,
    plain_figure,
    shown_number,
    typed_number,
)
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer, Json, Unreadable, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question


class NumberKind(SingleKind):
    """A number of 15 digits at most, so that expressions see exactly what was typed."""

    control = "number"
    no_number: ClassVar[str]
    """Code of the refusal of what is no such number."""

    def read_one(self, text: str, question: "Question") -> Answer:
        text = on_one_line(text)
        figure = plain_figure(text)
        if figure is None:
            return refused(text, self.no_number)
        if digits_of(figure) > MAX_DIGITS:
            return refused(text, "too_many_digits")
        return self.read_figure(figure, text, question)

    @abstractmethod
    def read_figure(self, figure: str, text: str, question: "Question") -> Answer:
        """The number of a plain figure that was typed as ``text``."""

    def write(self, value: Value) -> Json:
        number = finite(value)
        return None if number is None else json_number(number)

    def typed(self, value: Value) -> str:
        number = finite(value)
        return "" if number is None else typed_number(number)

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        number = finite(value)
        return () if number is None else (shown_number(number, question, labels),)

    def atom(self, value: Value) -> Atom:
        number = finite(value)
        return "" if number is None else float(number)


class IntegerKind(NumberKind):
    """A whole number: ``12,0`` is one, ``12,5`` is not."""

    name = "integer"
    no_number = "not_an_integer"

    def read_figure(self, figure: str, text: str, question: "Question") -> Answer:
        return refused(text, self.no_number) if "." in figure else int(figure)


class DecimalKind(NumberKind):
    """A number, with at most as many digits after the comma as the question allows."""

    name = "decimal"
    no_number = "not_a_number"

    def read_figure(self, figure: str, text: str, question: "Question") -> Answer:
        if question.decimals is not None and len(figure.partition(".")[2]) > question.decimals:
            return _too_precise(text, question.decimals)
        return Decimal(figure)


def _too_precise(text: str, most: int) -> Unreadable:
    if most == 0:
        return refused(text, "not_an_integer")
    return refused(text, "too_many_decimals", digits="1 chiffre" if most == 1 else f"{most} chiffres")
