"""What the public page says of a document."""

from questionnaire.journeys.papers.checking import Found
from questionnaire.web.presenting.documents import signature_rows
from questionnaire.web.presenting.home import moment
from questionnaire.web.screens import Fact, VerdictView, VerifyView

LEAD = (
    "Écrivez la référence et le code de contrôle imprimés sur le document. "
    "Si vous avez photographié son code, ils sont déjà là."
)


def verify_view(found: Found | None, reference: str, code: str, url: str, *, asked: bool) -> VerifyView:
    """The question, or the answer once something was ``asked``."""
    result = (_known(found) if found else _unknown()) if asked else None
    return VerifyView(title="Vérifier un document", lead=LEAD, url=url, reference=reference, code=code, result=result)


def _known(found: Found) -> VerdictView:
    facts = [
        Fact("Référence", found.reference),
        Fact("Établissement", found.organisation),
        Fact("État", found.state.label),
    ]
    if found.sha256 and found.archived_at:
        facts += [Fact("Scellé le", moment(found.archived_at, found.zone)), Fact("Empreinte (SHA-256)", found.sha256)]
    return VerdictView(
        verdict="authentic",
        title="Ce document est connu",
        text="La référence et le code de contrôle vont ensemble. Comparez l’empreinte avec celle de votre fichier.",
        facts=tuple(facts),
        signatures_title="Ont signé" if found.acts else "",
        signatures=signature_rows(found.acts, found.zone),
    )


def _unknown() -> VerdictView:
    return VerdictView(
        verdict="unknown",
        title="Document inconnu",
        text="Aucun document n’a cette référence et ce code de contrôle ensemble.",
        advice="Recopiez-les tels qu’ils sont imprimés. En cas de doute, interrogez l’établissement qui l’a remis.",
    )
