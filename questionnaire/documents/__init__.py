"""Paper: a content drawn as a tagged, archivable PDF, and the stamps that fill its signature boxes."""

from questionnaire.documents.drawing import draw, draw_stamp
from questionnaire.documents.errors import DrawingError
from questionnaire.documents.parts.signatures import BOX_HEIGHT, BOX_WIDTH

__all__ = ["BOX_HEIGHT", "BOX_WIDTH", "DrawingError", "draw", "draw_stamp"]
