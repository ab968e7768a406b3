"""Options and questions as the codings of FHIR: by their codes in terminologies, or by their own names."""

from collections.abc import Iterable
from typing import Any

from questionnaire.spec.coding import Code, read_code
from questionnaire.spec.model import Question
from questionnaire.spec.nodes import Scalar

Json = dict[str, Any]


def coding(name: str, code: Code | None) -> Json:
    """What tells an option: its code where it has one, else its name."""
    return {"code": name} if code is None else {"system": code.system, "code": code.code}


def written_code(scalar: Scalar | None) -> Code | None:
    """The code that a declared option has."""
    return read_code(scalar.text) if scalar is not None else None


def codes_of(scalars: Iterable[Scalar]) -> list[Json]:
    """The codes of a declared question."""
    codes = (read_code(scalar.text) for scalar in scalars)
    return [
        {"system": code.system, "code": code.code} | ({"display": code.display} if code.display else {})
        for code in codes
        if code is not None
    ]


def chosen(question: Question, said: tuple[str, str]) -> str:
    """The name of the option that a system and a code tell; the code itself where no option has it."""
    named = (each.name for each in question.choices if each.code and (each.code.system, each.code.code) == said)
    return next(named, said[1])
