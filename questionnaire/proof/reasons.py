"""The French sentence that a signature's ``/Reason`` carries, written and read back without ambiguity.

Shape: ``<act> de <name>, <role>, par <method>``, with « d’ » before a vowel. Inside the four values every
space is written U+00A0, so that ordinary spaces belong to the sentence alone: a comma, « de » or « par »
inside a value can never be taken for the sentence's own.
"""

import unicodedata
from dataclasses import dataclass

from questionnaire.proof.errors import SigningError

SEAL_REASON = "Cachet de l’établissement\u00a0: garantie d’origine et d’intégrité du document"

_NBSP = "\u00a0"
_WORDS, _ELIDED_WORDS = 6, 5
_VOWELS = frozenset("AEIOUŒÆ")


@dataclass(frozen=True, slots=True)
class SignedAct:
    """What one person did: ``act`` (« Visa »), who, in which role, by which ``method`` (« nom saisi »)."""

    act: str
    name: str
    role: str
    method: str


def write_reason(signed: SignedAct) -> str:
    """The sentence for ``/Reason``. White space counts as one space; a blank value raises SigningError."""
    act, name, role, method = map(_bound, (signed.act, signed.name, signed.role, signed.method))
    link = "d’" if _starts_with_vowel(name) else "de "
    return f"{act} {link}{name}, {role}, par {method}"


def read_reason(text: str) -> SignedAct | None:
    """The act told by a ``/Reason``, or None when the text is not one that ``write_reason`` writes."""
    words = text.split(" ")
    if len(words) == _ELIDED_WORDS and words[1].startswith("d’"):
        words[1:2] = ["de", words[1].removeprefix("d’")]
    if len(words) != _WORDS:
        return None
    act, _, name, role, _, method = (word.replace(_NBSP, " ") for word in words)
    signed = SignedAct(act, name.removesuffix(","), role.removesuffix(","), method)
    try:
        return signed if write_reason(signed) == text else None
    except SigningError:
        return None


def _bound(value: str) -> str:
    cleaned = "".join(" " if unicodedata.category(char).startswith("C") else char for char in value)
    words = cleaned.split()
    if not words:
        raise SigningError("Une signature demande un acte, un nom, un rôle et une méthode.")
    return _NBSP.join(words)


def _starts_with_vowel(name: str) -> bool:
    return unicodedata.normalize("NFD", name[0])[0].upper() in _VOWELS
