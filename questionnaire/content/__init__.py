"""What a document says: blocks, display of values (pure; the screen and the paper both draw it)."""

from questionnaire.content.blocks import (
    Attachment,
    Block,
    Card,
    Content,
    Evidence,
    Heading,
    Paragraph,
    Reply,
    SignatureBox,
)
from questionnaire.content.composing import FOOTNOTE, SIMPLE_SIGNATURE, Issue, compose, footer, subject
from questionnaire.content.describing import describe

__all__ = [
    "FOOTNOTE",
    "SIMPLE_SIGNATURE",
    "Attachment",
    "Block",
    "Card",
    "Content",
    "Evidence",
    "Heading",
    "Issue",
    "Paragraph",
    "Reply",
    "SignatureBox",
    "compose",
    "describe",
    "footer",
    "subject",
]
