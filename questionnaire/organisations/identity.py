"""What identifies an organisation outside: its FINESS number, its département, its time zone; each checked."""

import re
from zoneinfo import ZoneInfo

FINESS_LENGTH = 9
LONGEST_NAME, LONGEST_ADDRESS = 200, 400
_FINESS = re.compile(r"[0-9]{9}|2[AB][0-9]{7}")
_DEPARTMENT = re.compile(r"0[1-9]|[13-8][0-9]|2[1-9]|20|2[AB]|9[0-5]|97[1-8]|98[46-8]")


def plain_finess(text: str) -> str:
    """A FINESS number without what people put between its digits."""
    return re.sub(r"[\s.-]", "", text).upper()


def finess_fault(number: str) -> str:
    """Why a number is no FINESS number, with a remedy; empty where it is one.

    The last digit is a key (Luhn); that of Corsican numbers, which hold a letter, is not counted.
    """
    if not _FINESS.fullmatch(number):
        return f"Un numéro FINESS compte {FINESS_LENGTH} chiffres, par exemple 750100125."
    if number.isdecimal() and not _has_key(number):
        return (
            "Ce numéro FINESS comporte une erreur de frappe\u00a0: sa clé ne correspond pas. Vérifiez chaque chiffre."
        )
    return ""


def department_fault(code: str) -> str:
    """Why a code is no département, with a remedy; empty where it is one."""
    return "" if _DEPARTMENT.fullmatch(code) else "Écrivez le numéro du département, par exemple 69, 2A ou 974."


def timezone_fault(name: str) -> str:
    """Why a name is no time zone, with a remedy; empty where it is one."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return "Écrivez un fuseau horaire comme Europe/Paris ou Indian/Reunion."
    return ""


def _has_key(number: str) -> bool:
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(number)))
    # Of a number of two digits, Luhn takes their sum.
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
