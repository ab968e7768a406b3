"""The pages of one finalised document."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from flask import url_for

from questionnaire.access import ROLE_LABELS, Role
from questionnaire.journeys.papers.documents import OpenDocument, read_context
from questionnaire.journeys.papers.signing import CONSENTS, SigningProblem
from questionnaire.lifecycle import Act, awaited
from questionnaire.storage.reserved import ReservedAnswer
from questionnaire.web.presenting.home import moment
from questionnaire.web.presenting.reserved import reserved_section
from questionnaire.web.presenting.results import charts_of, scores_of
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
        text=_preparing_text(opened),
        url=url,
        home_url=url_for("home.index"),
    )


def blank_view(url: str, back: str) -> PreparingView:
    """While a blank copy is drawn."""
    text = "L’exemplaire à imprimer et à remplir à la main (PDF) est prêt dans quelques secondes."
    return PreparingView("Votre exemplaire se prépare", text, url, back, "Revenir au dossier")


def _preparing_text(opened: OpenDocument) -> str:
    if opened.submission.personal:
        return "Vos réponses sont envoyées. Votre exemplaire (PDF) est prêt dans quelques secondes."
    return f"«\u00a0{opened.submission.title}\u00a0» est finalisé. Son PDF est prêt dans quelques secondes."


def signing_view(
    opened: OpenDocument,
    typed_name: str,
    agreed: frozenset[str],
    problems: Sequence[SigningProblem],
    apart: Sequence[ReservedAnswer] = (),
) -> SigningView:
    """The page to read and sign; ``problems`` say what was missing, ``apart`` are reserved answers to read besides."""
    said = {problem.field: problem.message for problem in problems}
    pdf = url_for("documents.download", submission_id=opened.submission.id)
    return SigningView(
        title=f"Lire et signer «\u00a0{opened.submission.title}\u00a0»",
        lead="Lisez le document. Si vous êtes d’accord, cochez les deux cases, écrivez votre nom et signez.",
        url=url_for("documents.sign", submission_id=opened.submission.id),
        pdf_url=pdf,
        pdf_label="Lire le document (PDF)",
        facts=facts_of(opened),
        sections=(*sections_of(opened.filled()), *reserved_section(opened.filled(), apart)),
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


def document_view(opened: OpenDocument, apart: Sequence[ReservedAnswer] = ()) -> DocumentView:
    """A document that needs nothing from this person, with the reserved answers that they may read."""
    pdf = url_for("documents.download", submission_id=opened.submission.id, telecharger="oui")
    filled, personal = opened.filled(), opened.submission.personal
    return DocumentView(
        title=opened.submission.title,
        facts=facts_of(opened),
        integrity=_badge(opened),
        signatures_title="Ont signé" if opened.submission.acts else "",
        signatures=signature_rows(opened.submission.acts, zone_of(opened)),
        download_url=pdf if opened.submission.filed else "",
        download_label="Télécharger mon exemplaire (PDF)" if personal else "Télécharger le document (PDF)",
        back=Link("Revenir à mes projets", url_for("home.index")),
        sections=(*sections_of(filled), *scores_of(filled), *reserved_section(filled, apart)),
        charts=charts_of(filled),
    )


def _badge(opened: OpenDocument) -> IntegrityBadge:
    if not opened.submission.filed:
        detail = "Vous seul pouvez les lire. Elles sont gardées chiffrées."
        return IntegrityBadge("sent", "Réponses envoyées", detail)
    if opened.submission.personal:
        detail = "Vous seul pouvez ouvrir cet exemplaire. Il n’est ni signé, ni archivé."
        return IntegrityBadge("sent", "Réponses envoyées", detail)
    if opened.progress.archived:
        return IntegrityBadge("intact", "Signé, scellé et archivé", "")
    return IntegrityBadge("unchecked", "En attente de signature", "")


def facts_of(opened: OpenDocument) -> tuple[Fact, ...]:
    """What names the document."""
    submission = opened.submission
    return (
        Fact("Référence", submission.reference),
        Fact("Formulaire", f"{opened.form.title.render(str, str)}, version {submission.form.version}"),
        Fact("Finalisé le", moment(submission.frozen_at, zone_of(opened))),
        *_helpers(opened),
    )


def _helpers(opened: OpenDocument) -> tuple[Fact, ...]:
    helpers = read_context(opened.submission.context).trail.helpers
    return (Fact("Rempli avec l’aide de", "\u00a0; ".join(helpers)),) if helpers else ()


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
