"""What one was written, and what of it one wants by mail."""

from flask import Blueprint, flash, get_flashed_messages, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.letters import reading_letters
from questionnaire.web import desk
from questionnaire.web.presenting.messages import inbox_view, letter_view, preferences_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, Shell

views = Blueprint("messages", __name__, url_prefix="/messages")


@views.route("/", methods=["GET", "POST"])
def mine() -> Response | str:
    """One's letters; a post takes note of them."""
    if request.method == "POST":
        reading_letters.take_note(desk.desk(), desk.actor())
        return redirect(url_for(".mine"))
    view = inbox_view(reading_letters.received(desk.desk(), desk.actor()), desk.actor())
    return render_template("pages/messages.html", shell=_frame(Link(view.title)), view=view)


@views.get("/<letter_id>")
def letter(letter_id: str) -> str:
    """One letter."""
    view = letter_view(reading_letters.read(desk.desk(), desk.actor(), letter_id), desk.actor())
    return render_template("pages/letter.html", shell=_frame(_home(), Link(view.title)), view=view)


@views.route("/preferences/", methods=["GET", "POST"])
def preferences() -> Response | str:
    """What one wants by mail; a post keeps it."""
    if request.method == "POST":
        reading_letters.choose(desk.desk(), desk.actor(), request.form.getlist("courriels"), _pace())
        flash("Vos choix sont enregistrés.")
        return redirect(url_for(".preferences"))
    told = [str(message) for message in get_flashed_messages()]
    view = preferences_view(reading_letters.preferences(desk.desk(), desk.actor()), told)
    return render_template("pages/preferences.html", shell=_frame(_home(), Link(view.title)), view=view)


def _pace() -> str:
    return request.form.get("rythme", "")


def _home() -> Link:
    return Link("Vos messages", url_for(".mine"))


def _frame(*crumbs: Link) -> Shell:
    return shell(desk.actor(), *crumbs, section="messages")
