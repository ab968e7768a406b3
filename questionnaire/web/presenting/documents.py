"""The pages of one finalised document."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import ROLE_LABELS, Role
from questionnaire.journeys.documents import OpenDocument, read_context
from questionnaire.journeys.signing import CONSENTS, SigningProblem
from questionnaire.lifecycle import Act, awaited
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.review import sections_of
from questionnaire.web.presenting.shell import USERS, initials
from questionnaire.web.presenting.tasks import counted
from questionnaire.web.screens import (
    ConsentView,
    DocumentView,
    ErrorSummary,
    Fact,
    IntegrityBadge,
    Link,
    PreparingView,
    SignatureRow,
    SignedView,
    SigningView,
)

METHODS = {"saisie": "Nom saisi, compte de l’établissement"}


def preparing_view(opened: OpenDocument, url: str) -> PreparingView:
    """While the PDF is drawn."""
    return PreparingView(
        title="Votre document se prépare",
        text=f"«\u00a0{opened.submission.title}\u00a0» est finalisé. Son PDF est prêt dans quelques secondes.",
        url=url,
        home_url=url_for("home.index"),
    )


def signing_view(
    opened: OpenDocument, typed_name: str, agreed: frozenset[str], problems: Sequence[SigningProblem]
) -> SigningView:
    """The page to read and sign; ``problems`` say what was missing the time before."""
    said = {problem.field: problem.message for problem in problems}
    pdf = url_for("documents.download", submission_id=opened.submission.id)
    return SigningView(
        title=f"Lire et signer «\u00a0{opened.submission.title}\u00a0»",
        lead="Lisez le document. Si vous êtes d’accord, cochez les deux cases, écrivez votre nom et signez.",
        url=url_for("documents.sign", submission_id=opened.submission.id),
        pdf_url=pdf,
        pdf_label="Lire le document (PDF)",
        facts=facts_of(opened),
        sections=tuple(sections_of(opened.filled())),
        consents=tuple(ConsentView(name, text, name in agreed, said.get(name, "")) for name, text in CONSENTS.items()),
        typed_name=typed_name,
        name_error=said.get("nom", ""),
        back_url=url_for("home.index"),
        back_label="Signer plus tard",
        summary=_summary(problems),
    )


def _summary(problems: Sequence[SigningProblem]) -> ErrorSummary | None:
    if not problems:
        return None
    return ErrorSummary(
        title=counted(len(problems), "chose manque pour signer", "choses manquent pour signer"),
        saved_text="Rien n’est encore signé.",
        links=tuple((f"#{_anchor(problem.field)}", problem.message) for problem in problems),
    )


def _anchor(field: str) -> str:
    return "signer-name" if field == "nom" else f"consent-{field}"


def signed_view(opened: OpenDocument, url: str) -> SignedView:
    """After one's signature, while the file is completed."""
    waiting = awaited(opened.submission.steps, opened.submission.acts)
    pdf = url_for("documents.download", submission_id=opened.submission.id)
    return SignedView(
        title="Votre signature est enregistrée",
        text="Le cachet de l’établissement est apposé dans quelques secondes, puis le document est archivé."
        if not waiting
        else f"On attend encore\u00a0: {', '.join(ROLE_LABELS[Role(step.role)] for step in waiting)}.",
        facts=facts_of(opened),
        links=(Link("Lire le document (PDF)", pdf), Link("Revenir à mes projets", url_for("home.index"))),
        poll_url=None if waiting else url,
    )


def document_view(opened: OpenDocument) -> DocumentView:
    """A document that needs nothing from this person."""
    pdf = url_for("documents.download", submission_id=opened.submission.id, telecharger="oui")
    archived = opened.progress.archived
    state = ("Signé, scellé et archivé", "") if archived else ("En attente de signature", "")
    return DocumentView(
        title=opened.submission.title,
        facts=facts_of(opened),
        integrity=IntegrityBadge("intact" if archived else "unchecked", *state),
        signatures_title="Ont signé" if opened.submission.acts else "",
        signatures=signature_rows(opened.submission.acts, zone_of(opened)),
        download_url=pdf,
        download_label="Télécharger le document (PDF)",
        back=Link("Revenir à mes projets", url_for("home.index")),
        sections=tuple(sections_of(opened.filled())),
    )


def facts_of(opened: OpenDocument) -> tuple[Fact, ...]:
    """What names the document."""
    submission = opened.submission
    return (
        Fact("Référence", submission.reference),
        Fact("Formulaire", f"{opened.form.title.render(str, str)}, version {submission.form.version}"),
        Fact("Finalisé le", moment(submission.frozen_at, zone_of(opened))),
    )


def signature_rows(acts: Sequence[Act], zone: ZoneInfo) -> tuple[SignatureRow, ...]:
    """Who signed, in order."""
    return tuple(
        SignatureRow(
            name=act.name,
            role=ROLE_LABELS[Role(act.role)],
            when=moment(act.at, zone),
            method=METHODS[act.method],
            initials=initials(*_two_names(act.name)),
            side="usager" if Role(act.role) in USERS else "pro",
        )
        for act in acts
    )


def _two_names(name: str) -> tuple[str, str]:
    first, _, last = name.partition(" ")
    return first, last


def zone_of(opened: OpenDocument) -> ZoneInfo:
    """The zone in which the document was frozen."""
    return ZoneInfo(str(read_context(opened.submission.context).context.tz))
