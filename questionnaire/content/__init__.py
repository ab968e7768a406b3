"""What a document says: blocks, display of values (pure; the screen and the paper both draw it)."""

from questionnaire.content.blank import BLANK, compose_blank
from questionnaire.content.blocks import (
    Attachment,
    Block,
    Card,
    Clause,
    Content,
    Emblem,
    Evidence,
    Heading,
    Paragraph,
    Prompt,
    Reply,
    SignatureBox,
    Table,
)
from questionnaire.content.composing import FOOTNOTE, PERSONAL_COPY, SIMPLE_SIGNATURE, Issue, compose, footer, subject
from questionnaire.content.describing import describe, kept_because, remark
from questionnaire.content.trail import Filling, Trail, read_trail

__all__ = [
    "BLANK",
    "FOOTNOTE",
    "PERSONAL_COPY",
    "SIMPLE_SIGNATURE",
    "Attachment",
    "Block",
    "Card",
    "Clause",
    "Content",
    "Emblem",
    "Evidence",
    "Filling",
    "Heading",
    "Issue",
    "Paragraph",
    "Prompt",
    "Reply",
    "SignatureBox",
    "Table",
    "Trail",
    "compose",
    "compose_blank",
    "describe",
    "footer",
    "kept_because",
    "read_trail",
    "remark",
    "subject",
]
