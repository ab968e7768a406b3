"""Arriving by an invitation: who one is, then the code received; the account is opened on the way."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questionnaire.journeys.administration.people import Identity
from questionnaire.journeys.entering import arriving
from questionnaire.journeys.entering.arriving import Newcomer
from questionnaire.journeys.entering.mail_codes import LONGEST_ADDRESS
from questionnaire.journeys.teamwork import inviting
from questionnaire.web import accounts, browser, desk, guessing, recovering
from questionnaire.web.arriving import Arrival
from questionnaire.web.presenting.arrivals import arrival_view, code_view
from questionnaire.web.presenting.shell import shell

views = Blueprint("arrivals", __name__, url_prefix="/bienvenue/<secret>")
NAMES = ("first_name", "last_name", "email")


@views.route("/", methods=["GET", "POST"])
def arrive(secret: str) -> Response:
    """What one is invited to, and the form of those who come for the first time."""
    target = url_for("teams.invitation", secret=secret)
    if current_user.is_authenticated:
        return redirect(target)
    invited = arriving.look(desk.desk(), secret)
    if request.method == "GET":
        return _page("arrival", arrival_view(invited, secret, Identity("", "")))
    guessing.count_network()
    identity = Identity.of(*(request.form.get(name, "")[: LONGEST_ADDRESS + 1] for name in NAMES))
    faults = identity.faults() or _address_fault(identity.email)
    if faults:
        return _page("arrival", arrival_view(invited, secret, identity, faults), HTTPStatus.UNPROCESSABLE_ENTITY)
    said = {"invitation": secret, "first_name": identity.first_name, "last_name": identity.last_name}
    kept = recovering.leave(identity.email, target, **said)
    arriving.ask(desk.desk(), Newcomer(secret, kept, identity, browser.here().secret))
    return redirect(url_for(".answer", secret=secret))


@views.route("/code", methods=["GET", "POST"])
def answer(secret: str) -> Response:
    """Ask for the code; with it, open the session and enter the team."""
    kept = recovering.waiting()
    if current_user.is_authenticated or kept is None or kept.get("invitation") != secret:
        return redirect(url_for(".arrive", secret=secret))
    if request.method == "GET":
        return _page("sign_in_step", code_view(kept["address"], secret))
    guessing.count_network()
    identity = Identity(kept["first_name"], kept["last_name"], kept["address"])
    newcomer = Newcomer(secret, kept["secret"], identity, browser.here().secret)
    unique = arriving.enter(desk.desk(), newcomer, request.form.get("code", ""))
    if unique is None:
        return _page("sign_in_step", code_view(kept["address"], secret, wrong=True), HTTPStatus.UNPROCESSABLE_ENTITY)
    target = url_for("teams.invitation", secret=secret)
    led = accounts.enter(Arrival(unique, accounts.MAIL_CODE, target, desk.clock().timestamp()))
    if not current_user.is_authenticated:
        return led  # an account that was there already asks for a second step
    head = inviting.join(desk.desk(), desk.actor(), secret)
    return redirect(url_for("drafts.tasks", draft_id=head.draft.id) if head else url_for("home.index"))


def _address_fault(address: str) -> dict[str, str]:
    """An address is needed: the code goes there."""
    if address and len(address) <= LONGEST_ADDRESS and address.isprintable():
        return {}
    return {"email": "Écrivez votre adresse, comme prenom.nom@exemple.fr\u00a0: le code y est envoyé."}


def _page(name: str, view: object, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(render_template(f"pages/{name}.html", shell=shell(None), view=view), status, mimetype="text/html")
