"""Texts of other tools as people will read them: on one line, without markup, terms of ours kept as such."""

import re

from questionnaire.interchange.remarking import Remarking
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.terms import TERMS
from questionnaire.spec.text_reading import read_text
from questionnaire.spec.texts import Plural, Select

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^\s*#{1,6}\s+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_BRACE = re.compile(r"(?<!\$)\{([^{}]*)\}")
_BAD_MARK = re.compile(r"\$\{(?!\s*[A-Za-z_][\w.-]*\s*\})([^}]*)\}?|(?<!\$)\{[^{}]*$")


def plain_text(cell: Scalar, remarks: Remarking) -> Scalar:
    """The text without HTML nor Markdown, which pages would show as they are written."""
    bare = _HEADING.sub("", _LINK.sub(r"\1 (\2)", _STRONG.sub(r"\2", _TAG.sub("", cell.text))))
    if bare != cell.text:
        remarks.warn_at(cell.place, "la mise en forme (HTML, Markdown) n’est pas reprise, seul le texte l’est.")
    braced = bare if _is_chosen(bare) else _BAD_MARK.sub("…", _BRACE.sub(_without_braces, bare))
    if braced != bare:
        remarks.warn_at(cell.place, "les accolades ont un sens dans nos textes : elles deviennent des parenthèses.")
    return Scalar(" ".join(braced.split()) or "…", cell.place)


def _is_chosen(text: str) -> bool:
    """Whether the text is one of ours that answers change, well written."""
    parts = [mark.part for mark in read_text(text)[1]]
    return None not in parts and any(isinstance(part, Plural | Select) for part in parts)


def _without_braces(mark: re.Match[str]) -> str:
    return mark[0] if mark[1] in TERMS else f"({mark[1]})"
