"""The logo of an organisation at the head of pages: read once, on the first, where it says something."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader

from questionnaire.content.blocks import Emblem
from questionnaire.documents.errors import DrawingError
from questionnaire.documents.tagging import Artifact, Node, Pen

_WIDEST = 110.0


@dataclass(frozen=True, slots=True)
class PlacedEmblem:
    """A logo with the room that it takes, in points."""

    picture: ImageReader
    alt: str
    width: float
    height: float

    def draw(self, pen: Pen, target: Node | Artifact, left: float, bottom: float) -> None:
        """Draw the logo, as a figure inside ``target`` where it says something that is to be read."""
        figure: Node | Artifact = "Header"
        if isinstance(target, Node) and self.alt:
            figure = target.add("Figure", alt=self.alt)
            figure.bounds = (left, bottom, left + self.width, bottom + self.height)
        with pen.on(figure):
            pen.canvas.drawImage(self.picture, left, bottom, self.width, self.height)


def placed(emblem: Emblem, height: float) -> PlacedEmblem:
    """A logo reduced to ``height`` points, or to the widest that leaves room for the name. Raises DrawingError."""
    try:
        picture = ImageReader(BytesIO(emblem.png))
        across, up = picture.getSize()
        # So that a picture cut short is told here.
        picture.getRGBData()  # type: ignore[no-untyped-call]  # the stubs leave it without types
    except Exception as error:  # whatever a decoder says of bytes that are no image
        raise DrawingError("Le logo joint au document n’est pas une image qui se lise.") from error
    scale = min(height / up, _WIDEST / across)
    return PlacedEmblem(picture, emblem.alt, across * scale, up * scale)
