"""Electronic addresses."""

import re
import unicodedata
from typing import TYPE_CHECKING

from questionnaire.spec.kinds.refusals import refused
from questionnaire.spec.kinds.single import SingleKind
from questionnaire.spec.kinds.strings import on_one_line
from questionnaire.spec.values import Answer

if TYPE_CHECKING:
    from questionnaire.spec.model import Question

LONGEST = 254
"""Characters that mail servers carry (RFC 5321)."""

_LONGEST_LOCAL = 64
_LONGEST_LABEL = 63
_LOCAL = re.compile(r"""[^\s.@,;:<>()\[\]\\"]+(?:\.[^\s.@,;:<>()\[\]\\"]+)*""")
_LETTERS_AND_FIGURES = ("L", "M", "N")


class EmailKind(SingleKind):
    """An address that has the shape of one; only a message sent there could tell whether it exists."""

    name = "email"
    control = "email"

    def read_one(self, text: str, question: "Question") -> Answer:
        text = on_one_line(text)
        local, _, domain = text.rpartition("@")
        domain = unicodedata.normalize("NFC", domain.lower())
        address = f"{local}@{domain}"
        fits = len(address) <= LONGEST and _is_local(local) and _is_domain(domain)
        return address if fits else refused(text, "not_an_email")


def _is_local(text: str) -> bool:
    return len(text) <= _LONGEST_LOCAL and _LOCAL.fullmatch(text) is not None


def _is_domain(text: str) -> bool:
    """Two labels or more, in any script; the last one is no number."""
    labels = text.split(".")
    return len(labels) > 1 and all(map(_is_label, labels)) and not labels[-1].isdigit()


def _is_label(text: str) -> bool:
    return (
        0 < len(text) <= _LONGEST_LABEL
        and not text.startswith("-")
        and not text.endswith("-")
        and all(sign == "-" or unicodedata.category(sign)[0] in _LETTERS_AND_FIGURES for sign in text)
    )
