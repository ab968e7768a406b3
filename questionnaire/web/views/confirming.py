"""« Confirmez que c’est vous »: the question on a page of its own, before a sensitive page or in another tab."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.web import confirming, departures, desk, proofs
from questionnaire.web.departures import own_path
from questionnaire.web.presenting.confirming import done_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.proofs import Attempt
from questionnaire.web.screens import Link
from questionnaire.web.views.providers import back, openid

views = Blueprint("confirming", __name__, url_prefix="/compte/confirmation")


@views.route("/", methods=["GET", "POST"])
def confirm() -> Response:
    """Ask, then lead where one was going."""
    target = own_path(request.args.get("next", "/"))
    here = url_for("confirming.confirm", next=target)
    if request.method == "GET":
        return confirming.page(Attempt(), here, target=target)
    attempt = proofs.attempt()
    return redirect(target) if attempt.proved else confirming.page(attempt, here, target=target)


@views.get("/faite")
def done() -> str:
    """Say that it is done, to who was sent here in a tab of its own."""
    view = done_view()
    return render_template("pages/passage.html", shell=shell(desk.actor(), Link(view.title)), view=view)


@views.get("/par/<provider>/")
def provider(provider: str) -> Response:
    """Send the browser to the provider, to authenticate there again."""
    target = request.args.get("next") or url_for("confirming.done")
    departure = departures.leave(provider, target, desk.clock(), desk.actor().account_id, again=True)
    return redirect(openid(provider).way_in(departure, back(provider)))
