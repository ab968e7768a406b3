"""The sector of a document: that of its establishment, or the one that its answers tell."""

from collections.abc import Mapping
from dataclasses import replace

from questionnaire.filling.context import Context
from questionnaire.spec.model import Form
from questionnaire.spec.terms import SECTOR, SECTORS
from questionnaire.spec.values import Value


def in_sector(form: Form, context: Context, values: Mapping[str, Value]) -> Context:
    """The context in which the texts of a document are said: a project may belong to another sector than its house."""
    told = values.get(SECTOR) if SECTOR in form.questions else None
    if told not in SECTORS or context.settings.get(SECTOR) == told:
        return context
    return replace(context, settings={**context.settings, SECTOR: str(told)})
