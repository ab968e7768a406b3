"""Mobile telephone numbers: as they are typed in France, and as the world dials them (E.164)."""

import re

_SEPARATORS = re.compile(r"[\s.\-\u2010\u2011/()]+")
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")
_MOBILE_AT_HOME = re.compile(r"0([67][0-9]{8})")
_FRENCH = re.compile(r"\+33[67][0-9]{8}")
_OVERSEAS = {
    "639": "262",
    "690": "590",
    "691": "590",
    "692": "262",
    "693": "262",
    "694": "594",
    "696": "596",
    "697": "596",
}
"""The country code of the overseas numbers that France dials like its own, by their first figures."""


def mobile_of(typed: str) -> str | None:
    """The number in E.164 (« +33612345678 »), None for what is no mobile number; abroad, any number will do."""
    number = _SEPARATORS.sub("", typed)
    if number.startswith("00"):
        number = f"+{number[2:]}"
    number = number.replace("+330", "+33", 1)
    if home := _MOBILE_AT_HOME.fullmatch(number):
        number = f"+{_OVERSEAS.get(home[1][:3], '33')}{home[1]}"
    right = _FRENCH if number.startswith("+33") else _E164
    return number if number.isascii() and right.fullmatch(number) else None


def shown_mobile(number: str) -> str:
    """As one reads it: « 06 12 34 56 78 » in France, in E.164 elsewhere; empty for none."""
    if not _FRENCH.fullmatch(number):
        return number
    home = f"0{number[3:]}"
    return "\u00a0".join(home[at : at + 2] for at in range(0, len(home), 2))
