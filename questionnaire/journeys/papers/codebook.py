"""Drawing the codebook of a form."""

from datetime import datetime, tzinfo

from questionnaire.content.codebook import compose_codebook
from questionnaire.documents import draw
from questionnaire.spec import Form


def draw_codebook(form: Form, at: datetime, tz: tzinfo) -> bytes:
    """The codebook as a PDF, which bears the day of ``at``."""
    return draw(compose_codebook(form, at, tz), (), at=at)
