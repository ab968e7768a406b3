"""The audit log in words."""

from collections.abc import Sequence
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from questionnaire.access import Actor
from questionnaire.access.deeds import DEED_LABELS
from questionnaire.journeys.auditing import PAGE, cells
from questionnaire.storage.deeds import Found
from questionnaire.web.presenting.links import address
from questionnaire.web.screens import EmptyState, Link
from questionnaire.web.screens.audit import AuditView, DeedLine, Option

NOTHING = EmptyState("Aucune ligne", "Rien de tel n’a été noté. Élargissez la recherche ou les dates.")


def audit_view(found: Sequence[Found], actor: Actor, asked: dict[str, str], error: str) -> AuditView:
    """A page of the log; ``found`` has one line more than the page when another follows; ``asked`` as typed."""
    zone = ZoneInfo(actor.organisation.timezone)
    lines = tuple(_line(each, zone) for each in found[:PAGE])
    kept = {name: value for name, value in asked.items() if value}
    here = address("audit.log")
    older = f"{here}?{urlencode({**kept, 'avant': found[PAGE - 1].id})}" if len(found) > PAGE else None
    return AuditView(
        url=here,
        words=asked["q"],
        since=asked["du"],
        until=asked["au"],
        kinds=(
            Option("", "Toutes les actions"),
            *(Option(kind, label, chosen=kind == asked["action"]) for kind, label in DEED_LABELS.items()),
        ),
        error=error,
        lines=lines,
        empty=None if lines else NOTHING,
        older=Link("Plus anciennes", older) if older else None,
        export_url=f"{address('audit.export')}?{urlencode(kept)}",
    )


def _line(found: Found, zone: ZoneInfo) -> DeedLine:
    day, hour, who, what, subject, _, details = cells(found, zone)
    return DeedLine(day, hour, who, what, subject, details)
