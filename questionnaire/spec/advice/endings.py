"""Endings of both genders packed into one word: « patient·e », « patient.e.s », « patient(e) »."""

import re

from questionnaire.spec.advice.details import MEDIAN_POINT
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.passages import Passage

_ENDING = r"(?:e|es|ne|nes|le|les|te|tes|ve|ves|se|ses|fe|ère|ères|trice|trices|euse|euses|rice|rices)"
_PACKED = re.compile(
    rf"[^\W\d_]{{2,}}(?:[·•‧∙⋅][^\W\d_]+)+|[^\W\d_]{{3,}}\.{_ENDING}(?:\.s)?\b(?!\.\w)|[^\W\d_]{{3,}}\({_ENDING}\)s?",
    re.IGNORECASE,
)


def look_for_endings(passage: Passage, gathering: Gathering) -> None:
    """Advise against each such word."""
    for match in _PACKED.finditer(passage.raw):
        gathering.add(MEDIAN_POINT, passage.of, passage.at(match.start()), word=match[0])
