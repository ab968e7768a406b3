"""French agreement of authored texts with the answers that they cite: elision, contraction, singular and plural."""

import re
import unicodedata
from decimal import Decimal

_ELIDED = re.compile(
    r"(?<![\w’-])(?:(?P<stem>[djlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)e|(?P<feminine>l)a|(?P<si>s)i) $", re.IGNORECASE
)
_CONTRACTED = re.compile(r"(?<![\w’-])(?P<word>[Dd]e|[Àà]) $")
_ARTICLE = re.compile(r"(?P<article>les?) ")
_CONTRACTIONS = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}

_MUTE = ("habi", "hagio", "halein", "hallucin", "halt", "hameçon", "harmoni", "haruspice")
"""Beginnings in « ha » where the h is mute: in all other words it is aspirated (de Hassan, du hasard)."""

_ASPIRATED = (
    *("hâ", "heaume", "heimatlos", "henn", "héra", "hère", "hériss", "herni", "héron", "héros", "herse"),
    *("hêtre", "heur", "hibou", "hic", "hideu", "hiérarch", "hip-hop", "hipp", "hiss", "hit", "hobb", "hoch"),
    *("hockey", "hold", "holland", "homard", "hongr", "hont", "hoquet", "horde", "hors", "hott", "hou", "hub", "huch"),
    *("hué", "huer", "huit", "hulott", "hulul", "hun", "hupp", "hurl", "huron", "hussard", "hutt"),
)
"""Beginnings of the other usual words with an aspirated h, after the dictionary of the Académie française."""

_MUTE_AFTER_ALL = ("hippi", "hippo", "huître", "huissier", "heureu", "heure")
"""Words with a mute h that begin as one of those."""

_UNELIDED = re.compile(r"onz|oui\b|ouistiti|uhlan|ululer")
"""Words in a vowel before which nothing elides."""


_FIRST_PLURAL = 2


def is_one(number: Decimal) -> bool:
    """Whether a French noun is singular after this number: after 0, 1 and 1,5 (category « one » of the CLDR)."""
    return abs(number) < _FIRST_PLURAL


def joined(before: str, said: str) -> str:
    """``before`` followed by ``said``, an answer: « de » + « Anne » gives « d’Anne », « de » + « le CHU » « du CHU ».

    Only the last word of ``before`` changes, and only where a space alone parts the two.
    """
    contracted = _contracted(before, said)
    if contracted is not None:
        return contracted
    found = _ELIDED.search(before)
    if found is None or not (_is_he(said) if found["si"] else _begins_in_vowel(said)):
        return before + said
    stem = found["stem"] or found["feminine"] or found["si"]
    return f"{before[: found.start()]}{stem}’{said}"


def _contracted(before: str, said: str) -> str | None:
    word, article = _CONTRACTED.search(before), _ARTICLE.match(said)
    if word is None or article is None:
        return None
    small = _CONTRACTIONS[word["word"].lower(), article["article"]]
    capital = small.capitalize() if word["word"][0].isupper() else small
    return f"{before[: word.start()]}{capital} {said[article.end() :]}"


def _is_he(said: str) -> bool:
    """« si » elides before « il » and « ils » alone."""
    return re.match(r"ils?\b", said) is not None


def _begins_in_vowel(said: str) -> bool:
    word = said.lower()
    if word.startswith("h"):
        return _has_mute_h(word)
    plain = unicodedata.normalize("NFD", word)[:1]
    vowel = plain != "" and plain in "aeiouœæ"
    return (vowel and _UNELIDED.match(word) is None) or _is_vowel_y(word)


def _has_mute_h(word: str) -> bool:
    if word.startswith("ha"):
        return word.startswith(_MUTE)
    return word.startswith(_MUTE_AFTER_ALL) or not word.startswith(_ASPIRATED)


def _is_vowel_y(word: str) -> bool:
    """« Yves » and « Yvonne », not « Yann » nor « yoga »."""
    return re.match(r"y[^\W\d_aeiouyéèê]", word) is not None
