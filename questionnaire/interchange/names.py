"""Names of our language for what others call otherwise, and words that people read for names."""

import re
from unicodedata import combining, normalize

LONGEST = 56
"""Of the 64 characters of a name, what leaves room for the ends that we add."""

_FOREIGN = re.compile(r"[^A-Za-z0-9_]+")
_FOREIGN_IN_CHOICE = re.compile(r"[^\w.:+-]+")


def sound_name(text: str, fallback: str = "question") -> str:
    """``text`` as a name of our language: « Père d'accueil » is ``Pere_d_accueil``."""
    plain = "".join(character for character in normalize("NFKD", text) if not combining(character))
    name = _FOREIGN.sub("_", plain).strip("_")[:LONGEST]
    if not name:
        return fallback
    return name if name[0].isalpha() else f"{fallback[0]}_{name}"


def sound_choice(text: str) -> str:
    """``text`` as the name of a choice."""
    return _FOREIGN_IN_CHOICE.sub("_", text).strip("_")[:LONGEST] or "choix"


def readable(name: str) -> str:
    """A name as people read it: ``date_of_birth`` is « Date of birth »."""
    words = re.sub(r"[_\W]+", " ", name).strip()
    return f"{words[:1].upper()}{words[1:]}" or "Question"
