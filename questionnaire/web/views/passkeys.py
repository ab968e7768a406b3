"""Passkeys: signing in with one; making, naming and removing one's own."""

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response as WerkzeugResponse

from questionnaire.journeys.entering import passkeys as journey
from questionnaire.journeys.entering import second_step
from questionnaire.journeys.entering.passkeys import PasskeyRefused
from questionnaire.web import accounts, authenticators, desk, guessing, opened
from questionnaire.web.arriving import Arrival
from questionnaire.web.departures import own_path
from questionnaire.web.presenting.passkeys import passkeys_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

views = Blueprint("passkeys", __name__)

ADDED = "La clé d’accès est ajoutée."
RENAMED = "Le nom est enregistré."
REMOVED = "La clé d’accès est retirée."


@views.post("/connexion/cle/demande")
def ask() -> Response:
    """What the browser asks its authenticators, to sign in or to confirm."""
    guessing.count_network()
    return jsonify(authenticators.assertion())


@views.post("/connexion/cle")
def sign_in() -> WerkzeugResponse:
    """Open the session of whose passkey was shown."""
    target = own_path(request.args.get("next", "/"))
    if current_user.is_authenticated:
        return redirect(target)
    try:
        known = authenticators.shown(request.form.get("passkey", ""))
    except PasskeyRefused as refused:
        flash(str(refused))
        return redirect(url_for("security.login", next=target if target != "/" else None))
    guessing.was_right()
    return accounts.enter(Arrival(known.unique, "passkey", target, desk.clock().timestamp()), strong=True)


@views.get("/compte/cles/")
def mine() -> str:
    """One's passkeys."""
    view = passkeys_view(journey.mine(desk.desk(), desk.actor()), desk.actor(), possible=authenticators.are_possible())
    frame = shell(desk.actor(), Link("Mon compte", url_for("account.account")), Link(view.title))
    return render_template("pages/passkeys.html", shell=frame, view=view)


@views.post("/compte/cles/demande")
def prepare() -> Response:
    """What the browser asks an authenticator, to make a passkey."""
    actor = desk.actor()
    return jsonify(authenticators.creation(actor, second_step.address(desk.desk(), actor) or actor.person.name))


@views.post("/compte/cles/ajouter")
def add() -> WerkzeugResponse:
    """Keep the passkey just made."""
    try:
        made = authenticators.made(request.form.get("passkey", ""))
        journey.add(desk.desk(), desk.actor(), made, request.form.get("name", ""))
        opened.prove(strong=True)
        flash(ADDED)
    except PasskeyRefused as refused:
        flash(str(refused))
    return redirect(url_for("passkeys.mine"))


@views.post("/compte/cles/<passkey_id>/nom")
def rename(passkey_id: str) -> WerkzeugResponse:
    """Call a passkey otherwise."""
    journey.rename(desk.desk(), desk.actor(), passkey_id, request.form.get("name", ""))
    flash(RENAMED)
    return redirect(url_for("passkeys.mine"))


@views.post("/compte/cles/<passkey_id>/retirer")
def remove(passkey_id: str) -> WerkzeugResponse:
    """Remove a passkey."""
    journey.remove(desk.desk(), desk.actor(), passkey_id)
    flash(REMOVED)
    return redirect(url_for("passkeys.mine"))
