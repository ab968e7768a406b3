"""Values of FHIR as the rules of our language write them."""

import re
from decimal import Decimal

from questionnaire.interchange.fhir.items import Value

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
"""A whole date, or one of which only the year or the month is known."""

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})")
_HOUR = re.compile(r"(\d{2}:\d{2})")


def quoted(text: str) -> str:
    """A text between quotes; where it holds both sorts, the straight apostrophe becomes the printed one."""
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else f"'{text.replace(chr(39), '’')}'"


def plain(value: Value) -> str | None:
    """What an answer is in our language, without quotes; None for one that it cannot hold."""
    raw = value.raw
    match value.type:
        case "Boolean" if isinstance(raw, bool):
            return "oui" if raw else "non"
        case "Integer" | "Decimal" if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
            return f"{raw:f}" if isinstance(raw, Decimal) else str(raw)
        case "Quantity" if isinstance(raw, dict) and isinstance(raw.get("value"), int | Decimal):
            return plain(Value("Decimal", raw["value"]))
        case "Date" | "DateTime" | "Time" | "Instant" if isinstance(raw, str):
            return _moment(value.type, raw)
        case "String" | "Text" | "Uri" | "Url" | "Markdown" if isinstance(raw, str):
            return raw
        case _:
            return None


def _moment(kind: str, raw: str) -> str | None:
    """A day, an hour, or both to the minute; a moment is taken at the hour that it says, whatever its zone."""
    if kind == "Time":
        found = _HOUR.match(raw)
        return found[1] if found else None
    moment = _MOMENT.match(raw)
    if moment is not None and kind != "Date":
        return f"{moment[1]}T{moment[2]}"
    return raw if _DAY.fullmatch(raw) else None
