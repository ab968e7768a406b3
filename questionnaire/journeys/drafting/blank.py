"""Drawing a form to print and fill by hand, in the words of an establishment."""

from collections.abc import Mapping
from datetime import tzinfo

from questionnaire.content import Issue, compose_blank
from questionnaire.documents import draw
from questionnaire.filling import Answers, Context, fill
from questionnaire.spec import Form


def draw_blank(form: Form, issue: Issue, settings: Mapping[str, str], tz: tzinfo) -> bytes:
    """The blank copy; ``settings`` are the phrases of the establishment, ``issue`` its name and look."""
    now = issue.frozen_at
    unfilled = fill(form, Answers({}, {}), Context(now=now, tz=tz, settings=settings))
    return draw(compose_blank(unfilled, issue), (), at=now)
