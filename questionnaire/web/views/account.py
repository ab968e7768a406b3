"""One's own account: the browsers in which it is open, closed from here; its password."""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from questionnaire.journeys.entering import linking, second_step, staying
from questionnaire.journeys.entering.staying import known_of
from questionnaire.web import desk, guessing, opened, recovering
from questionnaire.web.departures import own_path
from questionnaire.web.passwords import hashed, matches, normalised, weakness
from questionnaire.web.presenting.account import account_view, choosing_view
from questionnaire.web.presenting.providers import ways_here
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("account", __name__, url_prefix="/compte")

NOT_THIS = "Ce n’est pas votre mot de passe actuel. Vérifiez-le, puis réessayez."
CHANGED = "Votre mot de passe est changé. Vos autres sessions sont fermées."
Answer = Response | str | tuple[str, int]
PRODUCT = "Partenariat en santé"
CHOSEN = "Votre mot de passe est choisi. Vos autres sessions sont fermées."
REMOVED = "Votre compte n’a plus de mot de passe. Vos autres sessions sont fermées."
STILL_LENT = "C’est le mot de passe provisoire. Choisissez-en un que vous seul connaîtrez."
CLOSED = "La session est fermée."
OTHERS_CLOSED = "Toutes les autres sessions sont fermées."


@views.get("/")
def account() -> str:
    """The ways in, and the open sessions."""
    return _page({})


@views.post("/mot-de-passe")
def password() -> Response:
    """Change the password, known or asked for by a code just now."""
    here, actor = desk.desk(), desk.actor()
    current, new, again = (request.form.get(name, "") for name in ("current", "new", "again"))
    by_code = recovering.is_recent(here.clock())
    if not by_code:
        guessing.count_for(actor.account_id)
    known = by_code or matches(current, staying.password_hash(here, actor))
    about = (*known_of(here, actor), PRODUCT)
    problems = _problems("" if by_code else current, new, again, about) if known else {"current": NOT_THIS}
    if problems:
        return Response(_page(problems), HTTPStatus.UNPROCESSABLE_ENTITY, mimetype="text/html")
    staying.change_password(here, actor, opened.session_id(), hashed(normalised(new)))
    recovering.done()
    flash(CHANGED)
    return redirect(url_for("account.account"))


@views.route("/choisir-un-mot-de-passe", methods=["GET", "POST"])
def choose() -> Answer:
    """Choose a password where there is none, or only one that somebody else gave."""
    here, actor = desk.desk(), desk.actor()
    lent, onward = opened.must_choose_password(), own_path(request.args.get("next", "/"))
    if not lent and linking.ways(here, actor).password:
        return redirect(url_for("account.account"))
    new, again = request.form.get("new", ""), request.form.get("again", "")
    problems = {} if request.method == "GET" else _problems("", new, again, (*known_of(here, actor), PRODUCT))
    if lent and matches(new, staying.password_hash(here, actor)):
        problems = {"new": STILL_LENT}
    if request.method == "GET" or problems:
        view = choosing_view(problems, lent=lent)
        page = render_template("pages/plain_form.html", shell=shell(actor, Link(view.title)), view=view)
        return (page, HTTPStatus.UNPROCESSABLE_ENTITY) if problems else page
    staying.change_password(here, actor, opened.session_id(), hashed(normalised(new)))
    recovering.done()
    flash(CHOSEN)
    return redirect(onward if lent else url_for("account.account"))


@views.post("/mot-de-passe/retirer")
def remove_password() -> Response:
    """Do without a password."""
    staying.remove_password(desk.desk(), desk.actor(), opened.session_id(), ways_here())
    recovering.done()
    flash(REMOVED)
    return redirect(url_for("account.account"))


def _page(problems: Mapping[str, str]) -> str:
    here, actor = desk.desk(), desk.actor()
    sessions = staying.open_sessions(here, actor, opened.idling())
    by_code = recovering.is_recent(here.clock())
    view = account_view(
        actor,
        linking.ways(here, actor),
        sessions,
        opened.session_id(),
        problems,
        by_code=by_code,
        second_step=second_step.state(here, actor),
    )
    return render_template("pages/account.html", shell=shell(actor, Link(view.title)), view=view)


def _problems(current: str, new: str, again: str, about: tuple[str, ...]) -> dict[str, str]:
    """What is wrong with a new password, by field: one thing at a time."""
    if current and normalised(new) == normalised(current):
        return {"new": "C’est votre mot de passe actuel. Choisissez-en un autre."}
    if weak := weakness(new, about):
        return {"new": weak}
    return {} if new == again else {"again": "Ce n’est pas le même mot de passe. Écrivez-le de nouveau."}


@views.post("/sessions/<session_id>/fermer")
def close(session_id: str) -> Response:
    """Close one session."""
    staying.close(desk.desk(), desk.actor(), session_id)
    flash(CLOSED)
    return redirect(url_for("account.account"))


@views.post("/sessions/fermer-les-autres")
def close_others() -> Response:
    """Close every session but this one."""
    staying.close_others(desk.desk(), desk.actor(), opened.session_id())
    flash(OTHERS_CLOSED)
    return redirect(url_for("account.account"))
