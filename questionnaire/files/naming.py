"""Names of files made safe to show, to print and to keep: no path, nothing invisible, one true ending."""

import re
import unicodedata
from mimetypes import MimeTypes

from questionnaire.files.refusals import NotAccepted
from questionnaire.spec.file_types import BY_MEDIA_TYPE, FileType

LONGEST_STEM = 100
"""Characters of a name before its ending."""
_LONGEST_BYTES = 180
_FORBIDDEN = re.compile(r'[<>:"|?*]')
"""What Windows refuses in a name."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_ENDINGS = {
    *(ending.lstrip(".") for kinds in MimeTypes(filenames=()).types_map for ending in kinds),
    *(ending for real in BY_MEDIA_TYPE.values() for ending in real.endings),
    *(
        "apk",
        "cmd",
        "com",
        "cpl",
        "dmg",
        "docm",
        "dotm",
        "heic",
        "hta",
        "jar",
        "jse",
        "lnk",
        "msi",
        "pif",
        "pptm",
        "ps1",
    ),
    *("reg", "scr", "sys", "vbe", "vbs", "wsf", "xhtml", "xlsm", "xltm"),
}
"""Endings that announce a type. The tables of the machine are not read: the same name is judged alike everywhere."""
UNNAMED = "fichier"


def true_name(given: str, real: FileType) -> str:
    """The name under which a file of type ``real`` is kept; raises NotAccepted where its ending announces another."""
    stem, ending = _parted(visible_name(given))
    if ending and ending not in real.endings:
        raise NotAccepted("lying_name", ending=ending, real=real.label)
    return f"{_stem(stem)}.{ending or real.endings[0]}"


def visible_name(given: str) -> str:
    """The last part of a path, on one line, without characters that change how the others are read."""
    last = re.split(r"[/\\]", given)[-1]
    shown = (" " if sign.isspace() else sign for sign in last)
    kept = "".join(sign for sign in shown if unicodedata.category(sign)[0] != "C")
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _parted(name: str) -> tuple[str, str]:
    """A name and its ending, where that announces a type."""
    stem, dot, last = name.rstrip(". ").rpartition(".")
    ending = last.strip().lower()
    return (stem, ending) if dot and ending in _ENDINGS else (name, "")


def _stem(text: str) -> str:
    """What stands before the ending: no second ending, no forbidden sign, not too long."""
    parts = text.split(".")
    joined = "".join(f"{'_' if part.strip().lower() in _ENDINGS else '.'}{part}" for part in parts[1:])
    stem = _FORBIDDEN.sub("_", parts[0] + joined)[:LONGEST_STEM].strip(". ")
    stem = stem.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(". ") or UNNAMED
    return f"_{stem}" if _DEVICES.fullmatch(stem) else stem
