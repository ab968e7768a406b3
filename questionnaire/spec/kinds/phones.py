"""Telephone numbers, as France dials them and as the rest of the world does."""

import re
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.base import Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.typography import NO_BREAK_SPACE
from questionnaire.spec.values import Answer, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

_SEPARATORS = re.compile(r"[\s.\-\u2010\u2011/]+")
_NATIONAL = re.compile(r"0[1-9][0-9]{8}")
_FRENCH_ABROAD = re.compile(r"\+33(?:\(0\)|0)?([1-9][0-9]{8})")
_INTERNATIONAL = re.compile(r"\+[1-9][0-9]{6,14}")
_COUNTRY = re.compile(r"\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})")
"""The codes of countries have one, two or three figures; those of one or two are told by their first ones."""


class PhoneKind(SingleKind):
    """A number without its spaces: ten figures as dialled in France, else ``+`` and the code of the country.

    Overseas numbers stay as dialled: their code is not +33.
    """

    name = "tel"
    control = "tel"

    def read_one(self, text: str, question: "Question") -> Answer:
        text = on_one_line(text)
        number = _SEPARATORS.sub("", text)
        if number.startswith("00"):
            number = "+" + number[2:]
        if french := _FRENCH_ABROAD.fullmatch(number):
            return "0" + french[1]
        fits = _NATIONAL if not number.startswith("+") else _INTERNATIONAL
        return number if fits.fullmatch(number) and not number.startswith("+33") else refused(text, "not_a_phone")

    def typed(self, value: Value) -> str:
        return " ".join(_groups(str(value))) if value else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        return (self.typed(value).replace(" ", NO_BREAK_SPACE),) if value else ()


def _groups(number: str) -> list[str]:
    """``01 23 45 67 89``; of a number abroad the code of the country, then pairs, the first group of three if odd."""
    country = _COUNTRY.match(number)
    code = country[0] if country else ""
    rest = number[len(code) :]
    odd = 3 if len(rest) % 2 else 0
    pairs = [rest[at : at + 2] for at in range(odd, len(rest), 2)]
    return [group for group in (code, rest[:odd], *pairs) if group]
