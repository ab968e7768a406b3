"""Sentences that say no twice, or to which « non » would say yes."""

import re
from collections.abc import Iterator

from questionnaire.spec.advice.details import DOUBLE_NEGATIVE, NEGATIVE_QUESTION
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.passages import Passage

_NE = r"\b(?:ne\s|n')"
_WORDS = r"(?:[\w'-]+\s+){0,3}?"
_NOT = rf"{_NE}\s*{_WORDS}(?:[\w'-]+\s+)?(?:pas|plus|jamais|rien|aucune?|personne|guère)\b"
_SOME = r"(?:\s+(?!et\b|ou\b|mais\b|ni\b)[\w'-]+){0,5}?\s+"
_AGAINST = (
    r"(?:sans|impossibles?|inutiles?|incapables?|insuffisante?s?|inacceptables?|insatisfaite?s?|mécontente?s?"
    r"|désaccord|illéga(?:le?s?|ux)|inexacte?s?|incorrecte?s?|incomplète?s?|incomplets?|indésirables?|interdite?s?"
    r"|injustes?|injustifiée?s?|anorma(?:le?s?|ux)|refus(?:er|ez|e|é)?|empêch(?:er|ez|e|é)|ignor(?:er|ez|e|é)|nier)\b"
)
_DOUBLE = re.compile(rf"{_NOT}{_SOME}(?:(?:d'|l'|s'|j'|qu'|en )?{_AGAINST}|\S*{_NOT})", re.IGNORECASE)
_SINGLE = re.compile(_NOT, re.IGNORECASE)
_YES_NO = frozenset({"yes_no"})


def look_for_negation(passage: Passage, gathering: Gathering) -> None:
    """Advise against double negatives anywhere, and against questions by no that take a yes."""
    doubles = list(_found(_DOUBLE, passage))
    for offset, said in doubles:
        gathering.add(DOUBLE_NEGATIVE, passage.of, passage.at(offset), words=said)
    if not doubles and passage.kind in _YES_NO and passage.key == "label":
        for offset, said in _found(_SINGLE, passage):
            gathering.add(NEGATIVE_QUESTION, passage.of, passage.at(offset), words=said)


def _found(pattern: re.Pattern[str], passage: Passage) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(passage.raw):
        yield match.start(), " ".join(match[0].split()).replace("'", "’")
