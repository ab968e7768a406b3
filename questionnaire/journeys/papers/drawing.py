"""Drawing a document: content and attachments become one PDF; the same arguments give the same bytes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from questionnaire.content import Attachment, Issue, compose
from questionnaire.documents import draw
from questionnaire.filling import FilledForm, frozen_sheet, public
from questionnaire.filling.listing import kept_lists
from questionnaire.filling.reasons import written_reasons

ANSWERS, FORM, JOURNAL = "reponses.json", "formulaire.yaml", "journal.json"
LOGO = "logo.png"
"""The names of what each document carries."""

JournalLines = Sequence[Mapping[str, Any]]
"""Events up to the freeze: acts, roles, times and hashes; never an answer, an address or a browser."""


def draw_document(filled: FilledForm, issue: Issue, journal: JournalLines) -> bytes:
    """The whole PDF, not signed yet, with the answers, the version of the form and the journal inside.

    Answers that only some may read are in none of it.
    """
    filled = public(filled)
    return draw(compose(filled, issue), attachments(filled, issue, journal), at=issue.frozen_at)


def attachments(filled: FilledForm, issue: Issue, journal: JournalLines) -> tuple[Attachment, ...]:
    """What the PDF carries: exactly what its pages show, as data."""
    form = filled.form
    answers = {
        "form": form.name,
        "version": form.version,
        "digest": form.digest,
        "issue": _issue(issue),
        "frozen_at": issue.frozen_at.isoformat(),
        "timezone": str(filled.context.tz),
        "settings": dict(filled.context.settings),
        "lists": kept_lists(filled),
        "origins": {path: origin.text for path, origin in filled.context.origins.items() if origin.document},
        "reasons": written_reasons(filled.context.reasons),
        "answers": frozen_sheet(filled),
    }
    return (
        Attachment(ANSWERS, _json(answers), "application/json", "Data", "Réponses du document"),
        Attachment(
            FORM,
            form.yaml.encode(),
            "application/yaml",
            "Source",
            f"Formulaire {form.name}, version {form.version}",
        ),
        Attachment(
            JOURNAL,
            _json(list(journal)),
            "application/json",
            "Supplement",
            "Journal du document jusqu’à son arrêt",
        ),
        *_logo(issue),
    )


def _logo(issue: Issue) -> tuple[Attachment, ...]:
    if issue.emblem is None:
        return ()
    return (Attachment(LOGO, issue.emblem.png, "image/png", "Supplement", "Logo de l’organisation"),)


def _issue(issue: Issue) -> dict[str, object]:
    """All that is printed beside the answers, so that the file alone is enough to draw it again.

    A look is told where there is one; the picture of the logo is a file of its own.
    """
    told = {name: value for name, value in asdict(issue).items() if name not in {"frozen_at", "accent", "emblem"}}
    if issue.accent is not None:
        told["accent"] = issue.accent
    return {**told, "emblem": issue.emblem.alt} if issue.emblem else told


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True).encode()
