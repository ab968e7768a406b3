"""Arabic letters joined: each takes the shape that its neighbours ask for, as one character of its own."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_SHAPED = (range(0xFB50, 0xFC00), range(0xFE80, 0xFEFD))
_LETTERS = re.compile("[\u0620-\u06d3]")
_LAM = "\u0644"


def join(text: str) -> str:
    """The text with presentation forms, lam-alef as one; ``unjoin`` gives it back."""
    if not _LETTERS.search(text):
        return text
    forms = _forms()
    letters = _pair_lam_alef(text, forms)
    joined = []
    for place, letter in enumerate(letters):
        after_joiner = _neighbour(letters, place, -1, "initial", forms)
        before_joiner = _neighbour(letters, place, 1, "final", forms)
        joined.append(_shape(letter, forms, after=after_joiner, before=before_joiner))
    return "".join(joined)


def unjoin(text: str) -> str:
    """The letters behind presentation forms."""
    return "".join(unicodedata.normalize("NFKC", c) if any(ord(c) in span for span in _SHAPED) else c for c in text)


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Of each letter, or lam-alef: its isolated, initial, medial and final forms, as far as they exist."""
    forms: dict[str, dict[str, str]] = {}
    for code in (code for span in _SHAPED for code in span):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if letters:
            name = "".join(chr(int(letter, 16)) for letter in letters.split())
            forms.setdefault(name, {})[kind.strip("<>")] = chr(code)
    return forms


def _pair_lam_alef(text: str, forms: Mapping[str, Mapping[str, str]]) -> list[str]:
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == _LAM and _LAM + character in forms:
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _neighbour(letters: list[str], place: int, step: int, form: str, forms: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether the letter on that side, marks skipped, has the form with which it would join this one."""
    place += step
    while 0 <= place < len(letters) and unicodedata.combining(letters[place][0]):
        place += step
    return 0 <= place < len(letters) and form in forms.get(letters[place], {})


def _shape(letter: str, forms: Mapping[str, Mapping[str, str]], *, after: bool, before: bool) -> str:
    own = forms.get(letter, {})
    joins_next = before and "initial" in own
    wanted = {(True, True): "medial", (True, False): "final", (False, True): "initial"}
    return own.get(wanted.get((after and "final" in own, joins_next), "isolated"), letter)
