"""What the column ``type`` says: the kind of question, its list, « autre », where an external list comes from."""

import re
from dataclasses import dataclass

SIMPLE = {
    "text": "text", "string": "text", "integer": "integer", "int": "integer", "decimal": "decimal",
    "range": "range", "date": "date", "time": "time", "note": "note", "calculate": "calculate",
    "calculation": "calculate", "hidden": "hidden", "trigger": "acknowledge", "acknowledge": "acknowledge",
    "phone number": "tel", "phone": "tel", "percentage": "integer", "number of days": "integer", "datetime": "datetime",
    "date time": "datetime", "dateandtime": "datetime",
    "geopoint": "geopoint", "gps": "geopoint", "location": "geopoint", "geotrace": "geotrace", "geoshape": "geoshape",
    "barcode": "barcode", "image": "image", "photo": "image", "file": "file", "audio": "audio", "video": "video",
    "csv-external": "data", "xml-external": "data",
}  # fmt: skip
"""What authors write, and what it is for us or, where we have no such kind, for the ODK tools."""

METADATA = {
    "start": "now()", "end": "now()", "start time": "now()", "end time": "now()", "today": "today()",
    "date today": "today()",
    **dict.fromkeys(
        (
            "deviceid", "device id", "imei", "username", "phonenumber", "simserial", "simid", "sim id", "sim serial",
            "subscriberid", "subscriber id", "email", "audit", "start-geopoint", "background-audio",
        ),
        "''",
    ),
}  # fmt: skip
"""What telephones note by themselves, and what stands for it where a rule reads it."""

_SELECTS = {
    "select one": "select_one", "select1": "select_one", "select_one": "select_one",
    "select one external": "select_one", "select_one_external": "select_one",
    "select multiple": "select_multiple", "select_multiple": "select_multiple", "select": "select_multiple",
    "select all that apply": "select_multiple", "rank": "rank",
}  # fmt: skip
_FROM_FILE = re.compile(r"select[ _](one|multiple)[ _]from[ _]file (?P<file>\S+)(?P<other>.*)", re.IGNORECASE)
_SELECT = re.compile(
    rf"(?:add )?(?P<kind>{'|'.join(sorted(_SELECTS, key=len, reverse=True))})(?: prompt)?(?: from| using)? "
    r"(?P<list>\$\{[^}]*\}|\S+)(?P<other>.*)",
    re.IGNORECASE,
)
_OTHER = frozenset({"or specify other", "or_other", "or other"})
_BLOCK = re.compile(r"(?P<edge>begin|end)[ _](?P<block>group|repeat|loop|lgroup)(?: over .*)?", re.IGNORECASE)
_OLD = re.compile(r"^(?:q|add|get) | prompt$")


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A type: ``name`` of a kind of ours or of ODK, ``begin`` or ``end`` of a ``group`` or ``repeat``."""

    name: str
    list_name: str = ""
    other: bool = False
    file: str = ""
    edge: str = ""


def type_of(text: str) -> QuestionType | None:
    """What a cell of the column ``type`` says, None for what no XLSForm has."""
    text = " ".join(text.split())
    low = text.lower()
    block = _BLOCK.fullmatch(low)
    if block:
        name = "repeat" if block["block"] == "repeat" else "group"
        return QuestionType(name, edge=block["edge"])
    if low in METADATA:
        return QuestionType("metadata", list_name=low)
    if low in SIMPLE or _OLD.sub("", low) in SIMPLE:
        return QuestionType(SIMPLE.get(low) or SIMPLE[_OLD.sub("", low)])
    return _select(text)


def _select(text: str) -> QuestionType | None:
    found = _FROM_FILE.fullmatch(text)
    if found:
        name = f"select_{found[1].lower()}"
        return QuestionType(name, other=found["other"].strip().lower() in _OTHER, file=found["file"])
    found = _SELECT.fullmatch(text)
    if found is None or found["other"].strip().lower() not in _OTHER | {""}:
        return None
    return QuestionType(_SELECTS[found["kind"].lower()], found["list"], other=bool(found["other"].strip()))
