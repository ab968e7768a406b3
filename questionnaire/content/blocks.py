"""What a document says, before anyone draws it: plain blocks that paper and screen both render."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from questionnaire.content.wheel import Wheel


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the body. ``level`` is 2 for a section, 3 inside it; levels are never skipped.

    A card has a title one deeper than what it stands under; inside of it, one deeper again.
    """

    level: Literal[2, 3, 4, 5, 6]
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``lead`` opens a section, ``note`` is an author's remark shown aside."""

    text: str
    style: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Reply:
    """One question and its answer, as shown. ``lines`` are paragraphs or, for ``entries``, one chosen option each.

    ``place`` is ``beside`` for short answers (label left, answer right) and ``below`` for long ones; ``remark`` stands
    under the answer, smaller.
    """

    label: str
    lines: tuple[str, ...]
    place: Literal["beside", "below"] = "beside"
    entries: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A text that a person confirms: ``text``, then a box with ``tick`` beside it.

    ``text`` is empty where what is confirmed says all. ``ticked``: not on a copy to fill by hand.
    """

    text: str
    tick: str
    ticked: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to answer by hand: its label and ``need`` (« obligatoire »), remarks, boxes or lines to write on.

    ``options`` are boxes to tick, ``rows`` empty lines; ``unit`` is said after what is written there. With ``before``,
    the lines are short, one for each of these words, which stand before it.
    """

    label: str
    need: str
    remarks: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    rows: int = 0
    unit: str = ""
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One item of a repeat: a titled group kept together on the page where it fits."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Answers side by side: the first cell of each row heads it, as ``heads`` head the columns."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Reply | Clause | Prompt | Card | Table | Wheel


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """The empty place that one step of the circuit will fill.

    ``field`` is the name of the PDF signature field, empty where people sign with a pen; ``act`` the French word of
    what is asked (« Signature », « Visa »), ``expected`` who is awaited: « Amina Haddad, porteur du projet ».
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
class Emblem:
    """The logo of the organisation: a PNG without transparency; ``alt`` is empty where its name says as much."""

    png: bytes = field(repr=False)
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a document shows, resolved and in reading order.

    ``reference`` and ``control_code`` are None for a copy drawn outside any installation; ``verify_url`` (address
    with reference and code, drawn as QR) likewise. ``layout`` is that of the form. ``mentions`` stand framed under the
    title (« Aperçu – non signé »). ``trail`` tells who filled what (section, people, day), ``helpers`` who helped.
    ``accent`` is the colour of the organisation (``#rrggbb``), ``emblem`` its logo.
    ``footer`` are the small lines at the foot of the first page: footnote, source, rights, status. ``running`` are
    those of the following pages; none: the same.
    """

    title: str
    form_title: str
    form_version: str
    organisation: str
    day: date
    language: str
    blocks: tuple[Block, ...]
    footer: tuple[str, ...]
    running: tuple[str, ...] = ()
    layout: str = "sheet"
    mentions: tuple[str, ...] = ()
    reference: str | None = None
    control_code: str | None = None
    verify_url: str | None = None
    signature_level: str = ""
    signatures: tuple[SignatureBox, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())
    trail: tuple[tuple[str, str, str], ...] = ()
    helpers: tuple[str, ...] = ()
    accent: str | None = None
    emblem: Emblem | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the PDF. ``relationship`` is the PDF/A-3 AFRelationship."""

    name: str
    data: bytes
    mime: str
    relationship: Literal["Data", "Source", "Supplement"]
    description: str
