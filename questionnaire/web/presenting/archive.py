"""An archived document, as the quality department reads them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import Actor
from questionnaire.journeys.papers.archiving import OpenArchive
from questionnaire.web.presenting.documents import signature_rows
from questionnaire.web.presenting.files import file_links
from questionnaire.web.presenting.home import moment
from questionnaire.web.screens import (
    DocumentView,
    Fact,
    IntegrityBadge,
    Link,
)


def archived_view(opened: OpenArchive, now: datetime, actor: Actor) -> DocumentView:
    """One archived document."""
    zone = ZoneInfo(actor.organisation.timezone)
    document = opened.document
    return DocumentView(
        title=document.title,
        facts=(
            Fact("Référence", document.reference),
            Fact("Formulaire", opened.form.title.render(str, str)),
            Fact("Archivé le", moment(document.archived_at, zone)),
            Fact("Empreinte (SHA-256)", document.sha256),
        ),
        integrity=_integrity(opened, moment(now, zone)),
        signatures_title="Ont signé",
        signatures=signature_rows(opened.acts, zone),
        download_url=url_for("archive.download", document_id=document.id, telecharger="oui"),
        download_label="Télécharger le document (PDF)",
        back=Link("Revenir aux archives", url_for("archive.register")),
        annexes=file_links(
            opened.annexes, lambda sha256: url_for("files.archived", document_id=document.id, sha256=sha256)
        ),
    )


def _integrity(opened: OpenArchive, now: str) -> IntegrityBadge:
    if opened.intact:
        return IntegrityBadge("intact", "Intègre", f"Fichier contrôlé le {now}.")
    return IntegrityBadge("examine", "À examiner", "Le fichier conservé n’est plus celui qui a été archivé.")
