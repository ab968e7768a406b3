"""Acronyms and words of the trade that a form uses without saying what they mean."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from unicodedata import combining, normalize

from questionnaire.spec.advice.details import JARGON as JARGON_USED
from questionnaire.spec.advice.details import LEXICON_OFF, UNKNOWN_ACRONYM, Detail
from questionnaire.spec.advice.found import Gathering
from questionnaire.spec.advice.jargon import JARGON
from questionnaire.spec.advice.passages import Passage
from questionnaire.spec.lexicon import Lexicon
from questionnaire.spec.nodes import Place

COMMON = frozenset(
    {
        "CD",
        "CV",
        "DVD",
        "FAQ",
        "NB",
        "NOM",
        "NON",
        "OK",
        "OU",
        "OUI",
        "PC",
        "PDF",
        "PS",
        "QR",
        "SMS",
        "SOS",
        "SVP",
        "TV",
    }
)
"""Capitals that everybody reads as words."""

TELLING = 4
"""How many words of the lexicon are named at most in one piece of advice."""

_ACRONYM = re.compile(r"(?<![\w-])[A-ZÉÈÀÇ]{2,7}(?:-[A-ZÉÈÀÇ]{2,7})*s?(?![\w-])")
_ROMAN = re.compile("[IVXLC]+")
_JARGON = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(JARGON, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)

Found = tuple[str, str, Place]
"""A word, what it is of, and its place."""


def look_for_words(texts: Iterable[Passage], lexicon: Lexicon, gathering: Gathering) -> None:
    """Advise once on each word that is not explained, where it first stands; say how often it comes again."""
    texts = tuple(texts)
    known = " ".join(chain.from_iterable((term.term, *term.variants) for term in lexicon.terms))
    spelt = " ".join((*(passage.read for passage in texts), known))
    hints = {passage.of: passage.read for passage in texts if passage.key == "hint" and not passage.easy}
    acronyms = (
        (word, of, place)
        for word, of, place in chain.from_iterable(map(_acronyms, texts))
        if not _is_explained(word, spelt, known) and not _is_spelt(word, hints.get(of, ""))
    )
    _tell(UNKNOWN_ACRONYM, acronyms, gathering)
    jargon = chain.from_iterable(map(_jargon, texts))
    _tell(JARGON_USED, (each for each in jargon if not lexicon.search(each[0])), gathering)


def look_for_lexicon(texts: Iterable[Passage], lexicon: Lexicon, of: str, place: Place, gathering: Gathering) -> None:
    """Advise a form whose texts use terms of the lexicon to have them explained."""
    found = dict.fromkeys(term.term for passage in texts for term in lexicon.find(passage.read))
    if found:
        more = ", …" if len(found) > TELLING else ""
        gathering.add(LEXICON_OFF, of, place, words=", ".join(list(found)[:TELLING]) + more)


def _acronyms(passage: Passage) -> Iterator[Found]:
    if passage.raw.isupper() and " " in passage.raw.strip():
        return  # all in capitals: a way of writing, not acronyms
    for match in _ACRONYM.finditer(passage.raw):
        word = match[0].removesuffix("s")
        if word not in COMMON and not _ROMAN.fullmatch(word):
            yield word, passage.of, passage.at(match.start())


def _jargon(passage: Passage) -> Iterator[Found]:
    for match in _JARGON.finditer(passage.raw.replace("'", "’")):
        yield match[0].lower(), passage.of, passage.at(match.start())


def _is_explained(word: str, spelt: str, known: str) -> bool:
    """Whether it stands in the lexicon, or somewhere in the form beside its words: « (CDU) », « CDU (commission … »."""
    own = re.escape(word)
    beside = rf"\w[^().]* \({own}s?\b|\b{own}s? ?\([^)]*\w \w|\b{own}s?\u00a0: \w"
    return re.search(rf"\b{own}s?\b", known) is not None or re.search(beside, spelt) is not None


def _is_spelt(word: str, hint: str) -> bool:
    """Whether the first letters of the hint's words give it: « Commission médicale d’établissement » for CME."""
    initials = iter(part[0] for part in re.findall(r"[^\W\d_]+", _plain(hint)))
    return bool(hint) and all(letter in initials for letter in _plain(word) if letter.isalpha())


def _plain(text: str) -> str:
    """In capitals without accents."""
    return "".join(letter for letter in normalize("NFD", text.upper()) if not combining(letter))


def _tell(detail: Detail, found: Iterable[Found], gathering: Gathering) -> None:
    first: dict[str, tuple[str, Place]] = {}
    times: dict[str, int] = {}
    for word, of, place in found:
        first.setdefault(word, (of, place))
        times[word] = times.get(word, 0) + 1
    for word, (of, place) in first.items():
        more = f" (employé {times[word]} fois)" if times[word] > 1 else ""
        gathering.add(detail, of, place, word=word, more=more, plain=JARGON.get(word, ""))
