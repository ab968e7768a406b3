"""The tables, one module a subject; ``metadata`` knows all of them."""

from questionnaire.storage.base import Base
from questionnaire.storage.tables import (
    accounts,
    answers,
    archive,
    documents,
    drafts,
    forms,
    invitations,
    journal,
    kept,
    organisations,
    presence,
    projects,
)

metadata = Base.metadata

__all__ = [
    "accounts",
    "answers",
    "archive",
    "documents",
    "drafts",
    "forms",
    "invitations",
    "journal",
    "kept",
    "metadata",
    "organisations",
    "presence",
    "projects",
]
