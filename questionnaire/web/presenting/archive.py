"""The register and its documents, as the quality department reads them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import Actor
from questionnaire.journeys.papers.archiving import PAGE, OpenArchive
from questionnaire.lifecycle import ArchivedDocument
from questionnaire.web.presenting.documents import signature_rows
from questionnaire.web.presenting.files import file_links
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    ArchiveView,
    DocumentRow,
    DocumentView,
    EmptyState,
    Fact,
    IntegrityBadge,
    Link,
)

_KEPT = IntegrityBadge("unchecked", "Scellé", "Ouvrez le document pour contrôler son fichier.")


def archive_view(documents: Sequence[ArchivedDocument], page: int, actor: Actor) -> ArchiveView:
    """A page of the register; ``documents`` has one more than the page when another follows."""
    zone = ZoneInfo(actor.organisation.timezone)
    rows = tuple(_row(document, zone) for document in documents[:PAGE])
    return ArchiveView(
        title="Archives",
        url=url_for("archive.register"),
        count_text=counted(len(rows), "document sur cette page", "documents sur cette page") if rows else "",
        rows=rows,
        export=Link("Exporter des réponses", url_for("exports.answers")) if rows else None,
        empty=None if rows else _nothing(),
        previous=Link("Plus récents", url_for("archive.register", page=page - 1)) if page > 1 else None,
        following=Link("Plus anciens", url_for("archive.register", page=page + 1)) if len(documents) > PAGE else None,
    )


def _row(document: ArchivedDocument, zone: ZoneInfo) -> DocumentRow:
    return DocumentRow(
        title=document.title,
        url=url_for("archive.document", document_id=document.id),
        detail=document.reference,
        day=f"{document.archived_at.astimezone(zone):%d/%m/%Y}",
        state="signed",
        state_label="Signé",
        integrity=_KEPT,
        download_url=url_for("archive.download", document_id=document.id, telecharger="oui"),
    )


def _nothing() -> EmptyState:
    return EmptyState(
        "Aucun document archivé pour le moment",
        "Un document arrive ici dès que toutes ses signatures et le cachet de l’établissement y sont.",
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
