"""The whole content of a document: body, head, foot, signatures and evidence, before it is drawn."""

from dataclasses import dataclass
from datetime import datetime

from questionnaire.content.annexes import annexes
from questionnaire.content.barometer import barometer, results
from questionnaire.content.blocks import Block, Content, Emblem, Evidence, SignatureBox
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
ELSEWHERE = "Source et droits\u00a0: voir page 1"


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
    accent: str | None = None
    emblem: Emblem | None = None


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
        footer=opening_foot(filled),
        running=running_foot(filled),
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
        accent=issue.accent,
        emblem=issue.emblem,
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
    """What the foot says: footnote, source, rights, standing of the text."""
    return tuple(line for line in (FOOTNOTE, *_notice(filled), standing(filled)) if line)


def opening_foot(filled: FilledForm) -> tuple[str, ...]:
    """The foot of a first page on paper: the footnote, then all the rest in one paragraph."""
    footnote, *others = footer(filled)
    return (footnote, " ".join(map(_sentence, others))) if others else (footnote,)


def running_foot(filled: FilledForm) -> tuple[str, ...]:
    """The foot of the following pages: the footnote, the standing of the text, and where its source is said."""
    notice = any(_notice(filled))
    said = " ".join(_sentence(text) for text in (standing(filled), ELSEWHERE if notice else "") if text)
    return (FOOTNOTE, said) if said else (FOOTNOTE,)


def standing(filled: FilledForm) -> str:
    """Whether the text of the form is final; empty where it is."""
    return STATUS.get(filled.form.status, "")


def _notice(filled: FilledForm) -> tuple[str, str]:
    """Where the text comes from and whose it is; each may be empty."""
    return filled.wording.say(filled.form.source), filled.wording.say(filled.form.rights)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


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
