"""Numbers that France gives to establishments, companies and health professionals."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stdnum import luhn
from stdnum.fr import siren, siret

from questionnaire.spec.kinds.base import Labels
from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.typography import NO_BREAK_SPACE
from questionnaire.spec.values import Answer, Value

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

_SEPARATORS = re.compile(r"[\s.\-\u2010\u2011/]+")
_CORSICA = str.maketrans("AB", "12")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One repertory: how its numbers are called, their shape, their check, and how people group their signs."""

    title: str
    shape: re.Pattern[str]
    signs: str
    example: str
    groups: tuple[int, ...]
    has_its_key: Callable[[str], bool]


def _finess_key(number: str) -> bool:
    """The last figure is a Luhn key; « A » and « B » of the Corsican departments count as 1 and 2."""
    return luhn.is_valid(number.translate(_CORSICA))


SCHEMES = {
    "finess": Scheme(
        "FINESS",
        re.compile("[0-9]{2}[0-9]{7}|2[AB][0-9]{7}"),
        "9 caractères",
        "75 071 218 4",
        (2, 3, 3, 1),
        _finess_key,
    ),
    "siren": Scheme("SIREN", re.compile("[0-9]{9}"), "9 chiffres", "267 500 452", (3, 3, 3), siren.is_valid),
    "siret": Scheme("SIRET", re.compile("[0-9]{14}"), "14 chiffres", "267 500 452 00011", (3, 3, 3, 5), siret.is_valid),
    "rpps": Scheme("RPPS", re.compile("[0-9]{11}"), "11 chiffres", "10 003 456 786", (2, 3, 3, 3), luhn.is_valid),
}
"""By the word that authors write.

FINESS is the repertory of health and social establishments (nine signs, the first two those of the department), RPPS
that of health professionals; both end with a Luhn key, as SIREN and SIRET of INSEE do. The SIRET of La Poste are an
exception, which python-stdnum knows.
"""


class IdentifierKind(SingleKind):
    """A number of the repertory ``scheme``, without its spaces; its key is checked, not whether it was ever given."""

    name = "identifier"
    control = "identifier"

    def read_one(self, text: str, question: "Question") -> Answer:
        text = on_one_line(text)
        scheme = SCHEMES[question.scheme]
        number = _SEPARATORS.sub("", text).upper()
        words = {"title": scheme.title, "signs": scheme.signs, "example": scheme.example}
        if not scheme.shape.fullmatch(number):
            return refused(text, "not_an_identifier", **words)
        return number if scheme.has_its_key(number) else refused(text, "wrong_key", **words)

    def typed(self, value: Value) -> str:
        return _grouped(str(value), _BY_LENGTH.get(len(str(value)), ())) if value else ""

    def show(self, value: Value, question: "Question", labels: Labels) -> tuple[str, ...]:
        groups = SCHEMES[question.scheme].groups
        return (_grouped(str(value), groups).replace(" ", NO_BREAK_SPACE),) if value else ()


_BY_LENGTH = {sum(scheme.groups): scheme.groups for scheme in SCHEMES.values()}
"""How the signs are grouped in a field, which does not know its repertory: nine go by threes."""


def _grouped(number: str, sizes: tuple[int, ...]) -> str:
    groups, at = [], 0
    for size in sizes:
        groups.append(number[at : at + size])
        at += size
    return " ".join((*groups, number[at:])).strip()
