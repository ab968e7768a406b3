"""The words of partnership, by alphabet."""

import unicodedata

from questionnaire.spec import Lexicon
from questionnaire.web.screens import LexiconEntry, LexiconView

LEAD = "Les mots du partenariat en santé, et d’où viennent leurs définitions."


def lexicon_view(lexicon: Lexicon) -> LexiconView:
    """The page « Lexique »."""
    terms = sorted(lexicon.terms, key=lambda term: _folded(term.term))
    entries = (LexiconEntry(f"terme-{each.id}", each.term, each.definition, each.source) for each in terms)
    return LexiconView("Lexique", LEAD, tuple(entries))


def _folded(text: str) -> str:
    """Letters without their accents, as a dictionary orders them."""
    return "".join(each for each in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(each))
