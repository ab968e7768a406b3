"""Easier words for a question or the title of a section."""

from questionnaire.spec.declared import EasySpec
from questionnaire.spec.model import Easy
from questionnaire.spec.rules import Rules
from questionnaire.spec.wording import optional_text, text


def compile_easy(spec: EasySpec | None, rules: Rules) -> Easy | None:
    """The easier words, checked as any text is; None where the author wrote none."""
    if spec is None:
        return None
    return Easy(
        label=text(spec.label, "label", rules),
        hint=optional_text(spec.hint, "hint", rules),
        example=optional_text(spec.example, "example", rules),
        validated_by=spec.validated_by.text.strip() if spec.validated_by else "",
    )
