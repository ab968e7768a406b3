"""What distinguishes one layout from another on paper: sizes, air, ornament."""

from dataclasses import dataclass

from questionnaire.documents.palette import BODY, TITLE, Style


@dataclass(frozen=True, slots=True)
class Look:
    """``body`` is the style of running text, ``air`` what parts its paragraphs, in points.

    ``ornament``: rings in the corner of the first page, which leave ``title_room`` points to the right of the title.
    """

    title: Style = TITLE
    body: Style = BODY
    air: float = 5
    ornament: bool = False
    title_room: float = 0


SHEET = Look()
LOOKS = {
    "charter": Look(Style(28.5, 33, "bold"), Style(11.5, 17.5), 7, ornament=True, title_room=96),
}
"""By layout; a layout that is not there looks like a sheet."""


def look_of(layout: str) -> Look:
    """The look of a layout."""
    return LOOKS.get(layout, SHEET)
