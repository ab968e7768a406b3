"""A blank copy of a draft's form, asked for from the desk: drawn by the runner, then kept for everyone."""

import json
from dataclasses import dataclass

from questionnaire.access import Action, Actor
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft, open_draft
from questionnaire.journeys.papers.emblems import look_of
from questionnaire.storage import blanks
from questionnaire.storage.blanks import Blank
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.transaction import reading, writing

LOOK = "look"
"""Under which name the look stands among the phrases of a copy: another look calls for another copy."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The copy of the form of ``opened``; ``drawn`` once it can be read."""

    opened: OpenDraft
    drawn: bool


def ask(desk: Desk, actor: Actor, draft_id: str) -> Asked:
    """Ask for the copy where nobody did yet; raises NotFound or Forbidden."""
    opened = open_draft(desk, actor, draft_id, Action.READ_DRAFT)
    copy = copy_of(opened)
    with reading(desk.session) as session:
        drawn = blanks.kept(session, actor.perimeter, copy) is not None
    if not drawn:
        with writing(desk.session) as session:
            blanks.ask(session, actor.perimeter, copy, desk.clock())
    return Asked(opened, drawn)


def current_blank(desk: Desk, actor: Actor, blobs: Blobs, draft_id: str) -> tuple[str, bytes] | None:
    """Name and bytes of the copy, None while it is not drawn; raises NotFound or Forbidden."""
    opened = open_draft(desk, actor, draft_id, Action.READ_DRAFT)
    copy = copy_of(opened)
    with reading(desk.session) as session:
        sha256 = blanks.kept(session, actor.perimeter, copy)
    if sha256 is None:
        return None
    return f"{opened.form.name}-vierge.pdf", blobs.get(owner_of(copy.organisation_id), sha256)


def copy_of(opened: OpenDraft) -> Blank:
    """Which copy a draft calls for."""
    look = look_of(opened.organisation.profile)
    words = dict(opened.context.settings) | ({LOOK: look} if any(look.values()) else {})
    return Blank(opened.organisation.id, opened.form.digest, json.dumps(words, ensure_ascii=False, sort_keys=True))


def owner_of(organisation_id: str) -> str:
    """Under whose name the files of an organisation's copies are kept."""
    return f"vierge-{organisation_id}"
