"""Small documents for the tests of this room."""

from datetime import UTC, datetime, timedelta
from typing import Any

from questionnaire.lifecycle import (
    Act,
    ActKind,
    Draft,
    FormRef,
    Freeze,
    Method,
    Revision,
    RevisionKind,
    Step,
    finalise,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FORM = FormRef("fiche_projet", "2026-1", "d" * 64)
PORTEUR = Step("porteur", "signature_1", "porteur_projet")
COPILOTE = Step("copilote", "signature_2", "copilote", rank=2)
VISA = Step("referent", "signature_3", "referent_partenariat", ActKind.VISA, rank=2, optional=True)


def a_draft(**changes):
    values: dict[str, Any] = {"revision": 4, "created_at": NOW, "updated_at": NOW} | changes
    return Draft(id="draft", organisation_id="a", project_id="project", form=FORM, author_id="ana", **values)


def a_submission(*steps):
    freeze = Freeze("sub", "Titre", "FP-2026-0001", "CODE", "{}", "{}", NOW, "ana")
    return finalise(a_draft(), freeze, steps)


def an_act(step, person="ana", **changes):
    values: dict[str, Any] = {
        "name": "Ana Bellec",
        "typed_name": "Ana Bellec",
        "role": step.role,
        "method": Method.TYPED,
        "consent": "J’ai lu ce document et je l’approuve.",
        "at": NOW,
    } | changes
    return Act(id=f"act-{step.name}", step=step.name, person_id=person, **values)


def a_revision(position, kind, act=None):
    at = NOW + timedelta(minutes=position)
    return Revision(position, kind, act.id if act else None, f"{position}" * 64, 1000 + position, at)


DRAWN = a_revision(1, RevisionKind.DRAWN)
