"""What a document says, before anyone draws it: plain blocks that paper and screen both render."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from questionnaire.content.wheel import Wheel


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the body. ``level`` is 2 for a section, 3 inside it; levels are never skipped."""

    level: Literal[2, 3, 4]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``lead`` opens a section, ``note`` is an author's remark shown aside."""

    text: str
    style: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Reply:
    """One question and its answer, as shown. ``lines`` are paragraphs, or one entry per chosen option.

    ``place`` is ``beside`` for short answers (label left, answer right) and ``below`` for long ones.
    """

    label: str
    lines: tuple[str, ...]
    place: Literal["beside", "below"] = "beside"


@dataclass(frozen=True, slots=True)
class Card:
    """One item of a repeat: a titled group kept together on the page where it fits."""

    title: str
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Reply | Card | Wheel


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """The empty place that one step of the circuit will fill.

    ``field`` is the name of the PDF signature field, ``act`` the French word of what is asked
    (« Signature », « Visa »), ``expected`` who is awaited, with the role: « Amina Haddad, porteur du projet ».
    """

    field: str
    act: str
    expected: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line of « Identité du document » on the last page: label and value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a document shows, resolved and in reading order.

    ``reference`` and ``control_code`` are None for a copy drawn outside any installation; ``verify_url`` (address
    with reference and code, drawn as QR) likewise. ``mentions`` stand framed under the title
    (« Aperçu – non signé »). ``footer`` are the small lines at the foot of every page: footnote, source, rights,
    status.
    """

    title: str
    form_title: str
    form_version: str
    organisation: str
    day: date
    language: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]
    mentions: tuple[str, ...] = ()
    reference: str | None = None
    control_code: str | None = None
    verify_url: str | None = None
    signature_level: str = ""
    signatures: tuple[SignatureBox, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF. ``relationship`` is the PDF/A-3 AFRelationship."""

    name: str
    data: bytes
    mime: str
    relationship: Literal["Data", "Source", "Supplement"]
    description: str
