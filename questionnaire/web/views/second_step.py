"""The second step at sign-in: taken on the way in, set up and stopped on « Mon compte »."""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questionnaire.journeys.entering import second_step as journey
from questionnaire.journeys.entering.second_step import Shown
from questionnaire.web import accounts, arriving, desk, opened, requiring
from questionnaire.web.departures import own_path
from questionnaire.web.presenting import second_step as words
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link, RecoveryCodesView, SetUpView, Shell, StepView

views = Blueprint("second_step", __name__)

OFF = "La double vérification est arrêtée."
STALE = "La clé de cette page ne sert plus. Ajoutez celle-ci à l’application, puis écrivez son code."
_SETTING_UP = "setting_up"


@views.route("/connexion/double-verification", methods=["GET", "POST"])
def answer() -> Response:
    """Ask for the second step, and open the session."""
    arrival = arriving.waiting(desk.clock())
    account_id = journey.account_asking(desk.desk(), arrival.unique) if arrival else None
    if arrival is None or account_id is None or current_user.is_authenticated:
        return redirect(url_for("security.login"))
    spare = "secours" in request.args
    if request.method == "GET":
        return _step(words.answer_view(arrival.next, spare=spare))
    shown = journey.check(desk.desk(), desk.vault(), account_id, request.form.get("code", ""))
    if shown is None:
        return _step(words.answer_view(arrival.next, spare=spare, wrong=True))
    if shown is Shown.RECOVERY:
        flash(words.RECOVERED)
        arrival = replace(arrival, next=url_for("second_step.state", suite=arrival.next))
    return accounts.finish(arrival, strong=True)


@views.get("/compte/double-verification/")
def state() -> str:
    """Whether it is on, and what one may do."""
    onward = own_path(request.args["suite"]) if "suite" in request.args else ""
    view = words.state_view(journey.state(desk.desk(), desk.actor()), onward)
    return render_template("pages/second_step.html", shell=_frame(Link(view.title)), view=view)


@views.route("/compte/double-verification/activer", methods=["GET", "POST"])
def set_up() -> Response:
    """Show a key to an application, and turn the second step on with its first code."""
    if journey.state(desk.desk(), desk.actor()).on:
        return redirect(url_for("second_step.state"))
    secret, known = _secret()
    if request.method == "GET":
        return _setting_up(_set_up_view(secret))
    if not known:
        return _setting_up(_set_up_view(secret, STALE))
    typed = request.form.get("code", "")
    codes = journey.turn_on(desk.desk(), desk.actor(), desk.vault(), opened.session_id(), secret, typed)
    if codes is None:
        return _setting_up(_set_up_view(secret, words.WRONG_FIRST))
    session.pop(_SETTING_UP, None)
    return _codes(words.codes_view(codes, first=True, onward=url_for("home.index")))


@views.post("/compte/double-verification/arreter")
def turn_off() -> Response:
    """Ask for one step only."""
    journey.turn_off(desk.desk(), desk.actor())
    flash(OFF)
    return redirect(url_for("account.account"))


@views.post("/compte/double-verification/codes")
def renew_codes() -> Response:
    """Give other recovery codes."""
    codes = journey.renew_codes(desk.desk(), desk.actor(), desk.vault())
    return (
        _codes(words.codes_view(codes, url_for("second_step.state")))
        if codes
        else redirect(url_for("second_step.state"))
    )


def _secret() -> tuple[bytes, bool]:
    """The key that this browser is setting up, the same until it is confirmed; whether it was known."""
    place = _SETTING_UP, str(desk.actor().account_id)
    kept = session.get(_SETTING_UP)
    known = desk.vault().open(kept, *place) if isinstance(kept, str) else None
    if known is not None:
        return bytes.fromhex(known), True
    secret = journey.draw()
    session[_SETTING_UP] = desk.vault().seal(secret.hex(), *place)
    return secret, False


def _set_up_view(secret: bytes, fault: str = "") -> SetUpView:
    account = journey.address(desk.desk(), desk.actor()) or desk.actor().person.name
    return words.set_up_view(secret, account, fault, required=requiring.is_required())


def _step(view: StepView) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if view.field.error else HTTPStatus.OK
    return _page("pages/sign_in_step.html", shell(None), view, status)


def _setting_up(view: SetUpView) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if view.field.error else HTTPStatus.OK
    return _page("pages/second_step_set_up.html", _frame(_here(), Link(view.title)), view, status)


def _codes(view: RecoveryCodesView) -> Response:
    return _page("pages/recovery_codes.html", _frame(_here(), Link(view.title)), view)


def _page(template: str, frame: Shell, view: object, status: int = HTTPStatus.OK) -> Response:
    return Response(render_template(template, shell=frame, view=view), status, mimetype="text/html")


def _here() -> Link:
    return Link(words.TITLE, url_for("second_step.state"))


def _frame(*crumbs: Link) -> Shell:
    return shell(desk.actor(), Link("Mon compte", url_for("account.account")), *crumbs)
