"""The name of an establishment as a French sentence says it: « au sein de l’Hôpital des Deux-Rives »."""

import unicodedata

UNNAMED = "l’établissement"
"""What texts say where the establishment has no name."""

_ELIDED = frozenset({"ap-hp", "assistance", "association", "ehpad", "esat", "etablissement", "hopital", "institut"})
"""First words before which the article is « l’ », folded."""


def within_a_sentence(name: str) -> str:
    """The name with an article that stands after « de », « à » and « avec » alike, whatever its gender.

    « le » would have to become « du »: before any other word the name follows « l’établissement ».
    """
    words = name.replace("'", "’").split()
    if not words:
        return UNNAMED
    if words[0].lower().startswith("l’"):
        return name
    return f"l’{name}" if _folded(words[0]) in _ELIDED else f"{UNNAMED} {name}"


def _folded(word: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(each))
