"""The pages of documents: being drawn, to sign, signed, archived, verified."""

from dataclasses import dataclass
from typing import Literal

from questionnaire.web.screens.charts import ChartView
from questionnaire.web.screens.drafts import ErrorSummary, ReviewSection
from questionnaire.web.screens.shell import Link, Notice, Side

Integrity = Literal["intact", "examine", "unchecked", "sent"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says: « Référence », « FP-2026-0031 »."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PreparingView:
    """« Votre document se prépare ».

    ``url`` is asked again every two seconds; once ready it answers HX-Redirect. ``home_url`` is the way back.
    """

    title: str
    text: str
    url: str
    home_url: str
    home_text: str = "Revenir à l’accueil"


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A box to tick before signing. Posts « oui » under ``name``; its id is ``consent-<name>``."""

    name: str
    label: str
    checked: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class SigningView:
    """Read, consent, write one's name, sign. ``sections`` is the document as page; posts to ``url``.

    The name is posted as ``name_field``, its control has the id ``signer-name``; ``name_error`` stands above
    it.
    """

    title: str
    lead: str
    url: str
    pdf_url: str
    pdf_label: str
    facts: tuple[Fact, ...]
    sections: tuple[ReviewSection, ...]
    consents: tuple[ConsentView, ...]
    typed_name: str
    name_error: str = ""
    name_field: str = "nom"
    back_url: str = ""
    back_label: str = ""
    sign_label: str = "Signer"
    summary: ErrorSummary | None = None
    links: tuple[Link, ...] = ()
    annexes: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedView:
    """After the signature: what happens next.

    ``poll_url`` is asked again while the seal is awaited, else None.
    """

    title: str
    text: str
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    poll_url: str | None = None


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Who signed, as what, when, how."""

    name: str
    role: str
    when: str
    method: str
    initials: str = ""
    side: Side = "pro"


@dataclass(frozen=True, slots=True)
class IntegrityBadge:
    """What the last control of the stored file found; ``detail`` is its date, or the reason."""

    state: Integrity
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document: what it is, who signed, whether it is intact, where to download it and its ``annexes``."""

    title: str
    facts: tuple[Fact, ...]
    integrity: IntegrityBadge
    signatures_title: str
    signatures: tuple[SignatureRow, ...]
    download_url: str
    download_label: str
    back: Link
    sections: tuple[ReviewSection, ...] = ()
    notice: Notice | None = None
    charts: tuple[ChartView, ...] = ()
    annexes: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class EmptyState:
    """Says what was looked for, why there is nothing, and ways on."""

    title: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What a control of a PDF found. ``checks`` are (held, sentence)."""

    verdict: Literal["authentic", "modified", "unknown"]
    title: str
    text: str
    facts: tuple[Fact, ...] = ()
    signatures_title: str = ""
    signatures: tuple[SignatureRow, ...] = ()
    checks_title: str = ""
    checks: tuple[tuple[bool, str], ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class VerifyView:
    """The public page that verifies a document: the question, or with ``result`` the answer.

    Asks ``url`` for ``reference`` and ``code``, both given back as typed.
    """

    title: str
    lead: str
    url: str
    result: VerdictView | None = None
    reference: str = ""
    code: str = ""
    error: str = ""
