"""The outbox of a demonstration, which sends nothing: every letter is read here."""

from zoneinfo import ZoneInfo

from flask import Blueprint, current_app, render_template, url_for
from werkzeug.wrappers import Response

from questionnaire.config import Settings
from questionnaire.journeys.letters import mailing
from questionnaire.web import desk
from questionnaire.web.presenting.messages import outbox_letter_view, outbox_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("outbox", __name__, url_prefix="/boite-denvoi")

LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; "
    "sandbox allow-top-navigation-by-user-activation"
)
"""Of a letter in its frame: mail programs read styles in the text alone. No script, no form, nothing from elsewhere."""

IN_FRAME = '<head><base target="_top">'


@views.get("/")
def letters() -> str:
    """The latest letters."""
    view = outbox_view(mailing.letters(desk.desk()), _zone())
    return render_template("pages/messages.html", shell=shell(desk.maybe_actor(), Link(view.title)), view=view)


@views.get("/<letter_id>")
def letter(letter_id: str) -> str:
    """One letter, as text and as a mail program shows it."""
    view = outbox_letter_view(mailing.one_letter(desk.desk(), letter_id), _zone())
    frame = shell(desk.maybe_actor(), Link("Boîte d’envoi", url_for(".letters")), Link(view.title))
    return render_template("pages/letter.html", shell=frame, view=view)


@views.get("/<letter_id>/courriel")
def as_html(letter_id: str) -> Response:
    """The HTML of a letter, for a frame that lets it do nothing but show and lead on."""
    html = mailing.one_letter(desk.desk(), letter_id).html.replace("<head>", IN_FRAME, 1)
    return Response(html, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": LETTER_POLICY})


def _zone() -> ZoneInfo:
    settings: Settings = current_app.config["SETTINGS"]
    return settings.timezone
