"""Why odd answers were kept: for which answer a reason counts, and how reasons are written with a frozen document."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from questionnaire.filling.context import Reason
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.freezing import frozen_items
from questionnaire.filling.paths import question_name
from questionnaire.filling.veiling import public


def answer_digest(filled: FilledForm, path: str) -> str:
    """The SHA-256 (hexadecimal) of the answer at a path, all its items for a repeat: another answer has another."""
    question = filled.form.questions[question_name(path)]
    json_value: Any = (
        frozen_items(public(filled), question, path)
        if question.is_repeat
        else question.kind.write(filled.values.get(path))
    )
    return sha256(json.dumps(json_value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def written_reasons(reasons: Mapping[str, Reason]) -> dict[str, dict[str, str]]:
    """Reasons as plain data."""
    return {path: {"text": reason.text, "by": reason.by} for path, reason in sorted(reasons.items())}


def read_reasons(kept: Mapping[str, Any]) -> dict[str, Reason]:
    """What ``written_reasons`` wrote."""
    return {path: Reason(reason["text"], reason["by"]) for path, reason in kept.items()}
