"""The whole content of a document: body, head, foot, signatures and evidence, before it is drawn."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.content.annexes import annexes
from questionnaire.content.barometer import barometer, results
from questionnaire.content.blocks import Block, Content, Evidence, SignatureBox
from questionnaire.content.describing import describe
from questionnaire.content.trail import NO_TRAIL, Trail, trail_rows
from questionnaire.filling import FilledForm

FOOTNOTE = (
    "La notion de patient partenaire inclut celle de proche-aidant partenaire. Dans le champ du médico-social ou "
    "social, le terme personne accompagnée partenaire est à privilégier."
)
SIMPLE_SIGNATURE = "Signature électronique simple"
PERSONAL_COPY = "Exemplaire personnel – ni signé, ni archivé"
"""What stands on a file that is for its author alone."""
STATUS = {
    "definitif": "",
    "trame_proposee": "Trame proposée – à adapter par l’établissement",
    "non_definitif": "Document non définitif",
}
"""What the foot says of the standing of the text, by ``status`` of the form."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What makes one document of a filled form: names given by the installation; all None outside of any."""

    organisation: str
    frozen_at: datetime
    reference: str | None = None
    control_code: str | None = None
    verify_url: str | None = None
    mentions: tuple[str, ...] = ()
    signatures: tuple[SignatureBox, ...] = ()
    trail: Trail = NO_TRAIL


def compose(filled: FilledForm, issue: Issue) -> Content:
    """Everything that the document shows, in reading order. ``issue.frozen_at`` is aware."""
    form, say = filled.form, filled.wording.say
    local = issue.frozen_at.astimezone(filled.context.tz)
    return Content(
        title=subject(filled),
        form_title=say(form.title),
        form_version=form.version,
        organisation=issue.organisation,
        day=local.date(),
        language="fr-FR",
        blocks=(*_body(filled), *annexes(filled)),
        footer=footer(filled),
        layout=form.paper.layout,
        mentions=mentions(filled, issue.mentions),
        reference=issue.reference,
        control_code=issue.control_code,
        verify_url=issue.verify_url,
        signature_level=SIMPLE_SIGNATURE if issue.signatures else "",
        signatures=issue.signatures,
        evidence=_evidence(filled, issue, local),
        trail=trail_rows(filled, issue.trail),
        helpers=issue.trail.helpers,
    )


def _body(filled: FilledForm) -> tuple[Block, ...]:
    """The answers, and what they say together: before the remarks of a barometer, after all else."""
    return barometer(filled) if filled.form.paper.layout == "barometer" else (*describe(filled), *results(filled))


def subject(filled: FilledForm) -> str:
    """What this document is about: the ``subject`` of its form resolved, or the title of the form."""
    return filled.wording.say(filled.form.paper.subject) or filled.wording.say(filled.form.title)


def mentions(filled: FilledForm, others: tuple[str, ...]) -> tuple[str, ...]:
    """What stands framed under the title: what the form says of itself, then the ``others``."""
    own = filled.wording.say(filled.form.paper.mention)
    return (own, *others) if own else others


def footer(filled: FilledForm) -> tuple[str, ...]:
    """The small lines at the foot of every page: footnote, source, rights, standing of the text."""
    say, form = filled.wording.say, filled.form
    lines = (FOOTNOTE, say(form.source), say(form.rights), STATUS.get(form.status, ""))
    return tuple(line for line in lines if line)


def _evidence(filled: FilledForm, issue: Issue, local: datetime) -> tuple[Evidence, ...]:
    rows = [
        Evidence("Formulaire", f"{filled.wording.say(filled.form.title)}, version {filled.form.version}"),
        Evidence("Empreinte du formulaire (SHA-256)", filled.form.digest),
        Evidence("Contenu arrêté le", f"{local:%d/%m/%Y} à {local:%H:%M}"),
        Evidence("Référence", issue.reference or "Sans référence"),
    ]
    if issue.control_code:
        rows.append(Evidence("Code de contrôle", issue.control_code))
    rows.append(Evidence("Contenu joint", "Réponses, version du formulaire, journal"))
    return tuple(rows)
