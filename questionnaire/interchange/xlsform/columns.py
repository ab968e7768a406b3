"""The names of columns: all the ways in which authors of XLSForms write each of them, with its language."""

import re
from dataclasses import dataclass

TRANSLATED = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
MEDIA = frozenset({"image", "big-image", "audio", "video"})
OWN = (
    "why", "unit", "max_length", "warning", "warning_message", "tick", "confirms", "item_label", "personal", "decimals",
    "scheme", "autocomplete", "min", "max", "consent", "prefill_person", "max_size",
)  # fmt: skip
"""Keys of our own language that a workbook may hold as columns: XLSForm has no word for them, and passes over them."""

SURVEY_COLUMNS = TRANSLATED | {
    "type", "name", "relevant", "required", "constraint", "calculation", "default", "readonly", "appearance",
    "choice_filter", "parameters", "repeat_count", "trigger", "disabled", "kind", "choices", "other", "yaml", *OWN,
}  # fmt: skip

_SYNONYMS = {
    "value": "name", "tag": "name", "caption": "label", "text": "label", "command": "type",
    "relevance": "relevant", "read_only": "readonly", "read only": "readonly", "calculate": "calculation",
    "count": "repeat_count", "jr:count": "repeat_count", "jr:constraintmsg": "constraint_message",
    "constraint-msg": "constraint_message", "constraint_msg": "constraint_message",
    "constraining message": "constraint_message", "constraint message": "constraint_message",
    "jr:requiredmsg": "required_message", "required message": "required_message",
    "required-msg": "required_message", "guidance hint": "guidance_hint", "choice filter": "choice_filter",
    "list name": "list_name", "repeat count": "repeat_count", "big_image": "big-image",
    "form_title": "title", "form title": "title", "form_id": "id", "id_string": "id", "form id": "id",
    "set form title": "title", "set form id": "id", "default language": "default_language",
    "allow_duplicate_choices": "allow_choice_duplicates",
}  # fmt: skip
_PREFIXES = frozenset({"bind", "control", "body", "media"})
_FRENCH = re.compile(r"fr\b|fra\b|french|fran[cç]ais", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``key`` as we call it, ``language`` as the author does, or empty."""

    key: str
    language: str = ""

    @property
    def is_french(self) -> bool:
        """Whether its language calls itself French."""
        return _FRENCH.match(self.language) is not None or "(fr" in self.language.lower()


def column_of(header: str) -> Column:
    """What the header of a column says: ``label::Français (fr)``, ``bind:jr:constraintMsg``, ``Read only``."""
    text = " ".join(header.split())
    parts = [part.strip() for part in (text.split("::") if "::" in text else text.split(":"))]
    if len(parts) > 1 and parts[0].lower() in _PREFIXES:
        parts = parts[1:]
    if parts[0].lower() == "jr" and len(parts) > 1:
        parts = [f"jr:{parts[1]}", *parts[2:]]
    key = parts[0].lower()
    key = _SYNONYMS.get(key, key)
    if len(parts) > 1 and key not in TRANSLATED | MEDIA:
        return Column(text.lower())
    return Column(key, "::".join(parts[1:]))


CODE = "terminology_code"
"""The column of the code of an option; others have a column « code » of their own, which rules read."""
