"""Drawing a form to print and fill by hand, in the words of an establishment."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from questionnaire.content import Issue, compose_blank
from questionnaire.documents import draw
from questionnaire.filling import Answers, Context, fill
from questionnaire.spec import Form


def draw_blank(form: Form, organisation: str, settings: Mapping[str, str], now: datetime, tz: tzinfo) -> bytes:
    """The blank copy; ``settings`` are the phrases of the establishment, ``now`` the aware instant written in it."""
    unfilled = fill(form, Answers({}, {}), Context(now=now, tz=tz, settings=settings))
    return draw(compose_blank(unfilled, Issue(organisation, now)), (), at=now)
