"""Control codes: what is typed beside a reference to ask about a document; none is found by trying."""

from questionnaire.lifecycle.errors import BadControlCode

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32: no I, L, O, U, which are read as 1, 1, 0 or as nothing good."""

RANDOM_BYTES = 10
_RANDOM_LETTERS, _GROUP = 15, 4
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "\u00a0": None})


def make_control_code(entropy: bytes) -> str:
    """A code such as ``7K2M-Q0XA-9TZB-4C6D``: 75 bits of ten random bytes, then a check letter."""
    if len(entropy) != RANDOM_BYTES:
        raise ValueError(f"a control code takes {RANDOM_BYTES} random bytes, not {len(entropy)}")
    number = int.from_bytes(entropy) >> 5
    body = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_RANDOM_LETTERS)))
    return _grouped(body + _check_letter(body))


def parse_control_code(text: str) -> str:
    """A code as typed (lower case, spaces, O for 0…) in its one form; raises BadControlCode."""
    letters = text.upper().translate(_READ_AS)
    known = len(letters) == _RANDOM_LETTERS + 1 and all(letter in ALPHABET for letter in letters)
    if not known or _check_letter(letters[:-1]) != letters[-1]:
        raise BadControlCode("Ce code de contrôle n’est pas correct. Recopiez-le tel qu’il est imprimé.")
    return _grouped(letters)


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _check_letter(body: str) -> str:
    """Luhn's check in base 32: shows any mistyped letter and nearly all swaps of neighbours."""
    total = 0
    for place, letter in enumerate(reversed(body)):
        value = ALPHABET.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
