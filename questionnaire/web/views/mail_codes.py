"""Signing in by a code sent by mail: the address, then the code, in the same browser."""

from http import HTTPStatus

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questionnaire.config import Settings
from questionnaire.journeys.entering import mail_codes
from questionnaire.organisations.contacts import is_address
from questionnaire.web import accounts, browser, desk, guessing, recovering
from questionnaire.web.arriving import Arrival
from questionnaire.web.departures import own_path
from questionnaire.web.presenting.mail_codes import address_view, code_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import StepView

views = Blueprint("mail_codes", __name__, url_prefix="/connexion/code")


@views.route("/", methods=["GET", "POST"])
def ask() -> Response:
    """Ask for the address, and send it a code."""
    target = own_path(request.args.get("next", "/"))
    if current_user.is_authenticated:
        return redirect(target)
    if request.method == "GET":
        return _page(address_view(target))
    address = request.form.get("email", "").strip()
    if not is_address(address):
        return _page(address_view(target, address[: mail_codes.LONGEST_ADDRESS], wrong=True))
    guessing.count_network()
    mail_codes.ask(desk.desk(), address, recovering.leave(address, target), browser.here().secret)
    return redirect(url_for("mail_codes.answer"))


@views.route("/saisie", methods=["GET", "POST"])
def answer() -> Response:
    """Ask for the code, and open the session."""
    kept = recovering.waiting()
    if current_user.is_authenticated or kept is None:
        return redirect(kept["next"] if kept and current_user.is_authenticated else url_for("mail_codes.ask"))
    if request.method == "GET":
        return _code_page(kept)
    guessing.count_network()
    typed, known_by = request.form.get("code", ""), browser.here().secret
    unique = mail_codes.answer(desk.desk(), kept["address"], kept["secret"], typed, known_by)
    if unique is None:
        return _code_page(kept, wrong=True)
    guessing.was_right()
    return accounts.enter(Arrival(unique, accounts.MAIL_CODE, kept["next"], desk.clock().timestamp()))


@views.post("/sms")
def by_sms() -> Response:
    """Send another code, to the telephone of who was already asking."""
    kept = recovering.waiting()
    if not _has_sms():
        abort(HTTPStatus.NOT_FOUND)
    if current_user.is_authenticated or kept is None or "first_name" in kept:
        return redirect(url_for("mail_codes.ask"))
    guessing.count_network()
    secret = recovering.leave(kept["address"], kept["next"], sms="1")
    mail_codes.ask(desk.desk(), kept["address"], secret, browser.here().secret, by_sms=True)
    return redirect(url_for("mail_codes.answer"))


def _has_sms() -> bool:
    settings: Settings = current_app.config["SETTINGS"]
    return settings.sms is not None


def _code_page(kept: dict[str, str], *, wrong: bool = False) -> Response:
    return _page(code_view(kept["address"], kept["next"], wrong=wrong, texted="sms" in kept, has_sms=_has_sms()))


def _page(view: StepView) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if view.field.error else HTTPStatus.OK
    return Response(
        render_template("pages/sign_in_step.html", shell=shell(None), view=view), status, mimetype="text/html"
    )
