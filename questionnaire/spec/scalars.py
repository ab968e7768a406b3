"""Simple values of a spec: true or false, a whole number, one word among several."""

from collections.abc import Collection, Mapping

from questionnaire.spec.faults import BAD_BOOLEAN, BAD_INTEGER, BAD_WORD, NOT_YET_SUPPORTED, Faults, guess
from questionnaire.spec.nodes import Scalar

TRUTHS = {"true": True, "false": False}
_NOT_TRUTHS = frozenset({"yes", "no", "on", "off", "oui", "non", "vrai", "faux", "y", "n", "o", "1", "0"})


def boolean(scalar: Scalar | None, key: str, faults: Faults) -> bool:
    """``true`` or ``false``; absent means false."""
    if scalar is None:
        return False
    if scalar.text not in TRUTHS:
        faults.add(BAD_BOOLEAN, scalar.place, key=key, value=scalar.text)
    return TRUTHS.get(scalar.text, False)


def both(one: Scalar | None, other: Scalar | None) -> Scalar | None:
    """Two conditions at once, told where the second is written; the one that there is, where there is one."""
    if one is None or other is None:
        return one or other
    return Scalar(f"({one.text}) and ({other.text})", other.place)


def is_mistaken_boolean(scalar: Scalar, key: str, faults: Faults) -> bool:
    """Whether a word of another tool stands where ``true``, ``false`` or a condition should; says so."""
    if scalar.text.lower() not in _NOT_TRUTHS and scalar.text not in ("True", "False", "TRUE", "FALSE"):
        return False
    faults.add(BAD_BOOLEAN, scalar.place, key=key, value=scalar.text)
    return True


def integer(scalar: Scalar | None, key: str, faults: Faults, least: int = 1, most: int = 100_000) -> int | None:
    """A whole number within bounds; None when absent or wrong."""
    if scalar is None:
        return None
    text = scalar.text
    if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most:
        return int(text)
    faults.add(BAD_INTEGER, scalar.place, key=key, value=text, least=least, most=most)
    return None


def word(scalar: Scalar | None, key: str, known: Mapping[str, bool], faults: Faults, default: str) -> str:
    """One of the words ``known``; those marked false belong to the language and wait for a later version."""
    if scalar is None:
        return default
    if scalar.text not in known:
        _unknown(scalar, key, [name for name, served in known.items() if served], faults)
    elif not known[scalar.text]:
        faults.add(NOT_YET_SUPPORTED, scalar.place, what=f"« {key}: {scalar.text} »")
    return scalar.text


def one_of(scalar: Scalar | None, key: str, known: Collection[str], faults: Faults, default: str | None) -> str | None:
    """One of the words ``known``, all served; ``default`` when absent."""
    if scalar is not None and scalar.text not in known:
        _unknown(scalar, key, known, faults)
    return default if scalar is None else scalar.text


def _unknown(scalar: Scalar, key: str, known: Collection[str], faults: Faults) -> None:
    listed = ", ".join(known) or "aucune"
    hint = guess(scalar.text, known) or f"Valeurs possibles : {listed}."
    faults.add(BAD_WORD, scalar.place, key=key, value=scalar.text, remedy=hint)
