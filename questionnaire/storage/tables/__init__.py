"""The tables, one module a subject; ``metadata`` knows all of them."""

from questionnaire.storage.base import Base
from questionnaire.storage.tables import (
    accounts,
    answers,
    apart,
    archive,
    blanks,
    deeds,
    documents,
    drafts,
    expired,
    files,
    forms,
    identities,
    invitations,
    journal,
    kept,
    letters,
    organisations,
    presence,
    projects,
    sessions,
    together,
)

metadata = Base.metadata

__all__ = [
    "accounts",
    "answers",
    "apart",
    "archive",
    "blanks",
    "deeds",
    "documents",
    "drafts",
    "expired",
    "files",
    "forms",
    "identities",
    "invitations",
    "journal",
    "kept",
    "letters",
    "metadata",
    "organisations",
    "presence",
    "projects",
    "sessions",
    "together",
]
