"""Codes of terminologies (LOINC, SNOMED CT, CIM-10…) that say for other tools what a question or an option means."""

import re
from dataclasses import dataclass

from questionnaire.spec.declared import QuestionSpec, SectionSpec
from questionnaire.spec.faults import Faults
from questionnaire.spec.list_details import BAD_CODE
from questionnaire.spec.nodes import Scalar

_CODE = re.compile(r"(?P<system>[^\s|]+)\|(?P<code>[^\s|](?:[^|]*[^\s|])?)(?:\|(?P<display>[^|]+))?")


@dataclass(frozen=True, slots=True)
class Code:
    """A ``code`` of the terminology whose address is ``system``; ``display`` is how that one calls it, if said."""

    system: str
    code: str
    display: str = ""

    def __str__(self) -> str:
        """As it is written in forms."""
        return "|".join(part for part in (self.system, self.code, self.display) if part)


@dataclass(frozen=True, slots=True)
class Outside:
    """What only other tools see of a page or a question.

    Its ``codes``, the ``link_id`` by which they call it, the heading ``under`` which they put it.
    """

    codes: tuple[Code, ...] = ()
    link_id: str = ""
    under: str = ""


UNKNOWN_OUTSIDE = Outside()
"""Of what other tools are told nothing but the name."""


def read_code(text: str) -> Code | None:
    """``http://loinc.org|8302-2`` as a code; None where it is none."""
    found = _CODE.fullmatch(text.strip())
    return Code(found["system"], found["code"], (found["display"] or "").strip()) if found else None


def compile_codes(scalars: tuple[Scalar, ...] | None, faults: Faults) -> tuple[Code, ...]:
    """The codes that are written; those that are none are said and left out."""
    found = ((scalar, read_code(scalar.text)) for scalar in scalars or ())
    kept = []
    for scalar, code in found:
        if code is None:
            faults.add(BAD_CODE, scalar.place, value=scalar.text)
        else:
            kept.append(code)
    return tuple(kept)


def compile_outside(spec: QuestionSpec | SectionSpec, faults: Faults) -> Outside:
    """What other tools are told of a question or a page."""
    under = spec.under if isinstance(spec, QuestionSpec) else None
    link_id, heading = (said.text if said else "" for said in (spec.link_id, under))
    return Outside(compile_codes(spec.codes, faults), link_id, heading)
