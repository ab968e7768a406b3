"""Drawing a document anew from what it carries: nobody can show one text and attach the data of another."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from questionnaire.content import Emblem, Issue, SignatureBox, read_trail
from questionnaire.documents.attached import read_attachments
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import Context, Origin, fill, from_sheet
from questionnaire.filling.listing import read_lists
from questionnaire.filling.reasons import read_reasons
from questionnaire.journeys.papers.drawing import ANSWERS, FORM, JOURNAL, LOGO, draw_document
from questionnaire.spec import load_text


def is_redrawn(pdf: bytes) -> bool | None:
    """Whether the attached answers, form and journal, drawn anew, give the pages that were signed, to the byte.

    None when the file does not carry them. Another version of the application may draw otherwise. Ask this of
    an authentic file only: a form is compiled and run.
    """
    try:
        drawn = _draw(read_attachments(pdf))
    except (QuestionnaireError, KeyError, TypeError, ValueError):
        return None
    # Signatures and seal only ever add to the end of what was drawn.
    return pdf.startswith(drawn)


def _draw(attached: Mapping[str, bytes]) -> bytes:
    kept = json.loads(attached[ANSWERS])
    form = load_text(attached[FORM].decode(), f"{kept['form']}/{kept['version']}")
    frozen_at = datetime.fromisoformat(kept["frozen_at"])
    origins = {path: Origin(text, document=True) for path, text in kept.get("origins", {}).items()}
    lists = read_lists(kept.get("lists", {}))
    context = Context(
        frozen_at,
        ZoneInfo(kept["timezone"]),
        lists=lists,
        settings=kept["settings"],
        origins=origins,
        reasons=read_reasons(kept.get("reasons", {})),
    )
    answers, _ = from_sheet(form, kept["answers"])
    issue = _issue(kept["issue"], frozen_at, attached.get(LOGO, b""))
    return draw_document(fill(form, answers, context), issue, json.loads(attached[JOURNAL]))


def _issue(kept: Mapping[str, Any], frozen_at: datetime, png: bytes) -> Issue:
    boxes = tuple(SignatureBox(**box) for box in kept["signatures"])
    frozen = {"frozen_at": frozen_at, "mentions": tuple(kept["mentions"]), "trail": read_trail(kept.get("trail"))}
    emblem = Emblem(png, kept["emblem"]) if "emblem" in kept else None
    return Issue(**{**kept, **frozen, "signatures": boxes, "emblem": emblem})
