"""Named points between the steps of a document's life, where a caller may look, or a test have the process killed."""

from collections.abc import Callable

Checkpoint = Callable[[str], None]

POINTS = (
    "finalised",
    "drawn",
    "drawn-recorded",
    "act-stored",
    "signed",
    "signature-recorded",
    "sealed",
    "seal-recorded",
    "archive-recorded",
)
"""In the order in which a document meets them."""


def no_checkpoint(_point: str) -> None:
    """Go on."""
