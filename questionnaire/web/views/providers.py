"""Signing in through an identity provider, linking it to one's account, and leaving it."""

from typing import TYPE_CHECKING

from flask import Blueprint, abort, current_app, flash, make_response, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from questionnaire.access.claims import Asserted
from questionnaire.access.providers import Provider
from questionnaire.config import Settings
from questionnaire.journeys.entering import federating, linking
from questionnaire.web import accounts, departures, desk, opened
from questionnaire.web.arriving import Arrival
from questionnaire.web.departures import AnswerRefused, ProviderUnreachable
from questionnaire.web.presenting.providers import first_view, passage_view, providers, ways_view
from questionnaire.web.presenting.shell import shell
from questionnaire.web.screens import Link

if TYPE_CHECKING:
    from questionnaire.web.openid import OpenId as _OpenId

views = Blueprint("providers", __name__)

LONGEST_CODE = 4096
NO_CODE = "«\u00a0{label}\u00a0» ne vous a pas connecté. Recommencez, ou connectez-vous autrement."
NOT_YOU = "«\u00a0{label}\u00a0» a reconnu une autre personne que celle de ce compte. Recommencez."
GOING = "Vous allez être conduit vers «\u00a0{label}\u00a0»."
_TRUSTED = "openid"


@views.get("/connexion/par/<provider>/")
def depart(provider: str) -> Response:
    """Send the browser to the provider."""
    there = openid(provider)
    target = request.args.get("next", "/")
    if current_user.is_authenticated:
        return redirect(departures.own_path(target))
    return redirect(there.way_in(departures.leave(provider, target, desk.clock()), back(provider)))


@views.get("/connexion/par/<provider>/retour")
def arrive(provider: str) -> Response:
    """Take what the provider says of the person, and open their session or link the identity to their account."""
    there = openid(provider)
    departure = departures.come_back(provider, request.args.get("state", ""), desk.clock())
    person = there.person(departure, _code(there.provider), request.args.get("iss"), back(provider))
    if departure.again:
        return _confirmed(there.provider, departure, person)
    if departure.account_id:
        return _linked(there.provider, departure.account_id, person)
    unique = federating.recognise(desk.desk(), there.provider, person)
    arrival = Arrival(unique, "oidc", departure.next, desk.clock().timestamp(), provider)
    # A provider that must name the level of what it was shown answers for both steps.
    return accounts.enter(arrival, strong=bool(there.provider.acr))


@views.get("/connexion/par/<provider>/sortie")
def part(provider: str) -> Response:
    """Close the provider's session too, once ours is closed; without such a place, only say that ours is."""
    there = openid(provider)
    home = url_for("security.login")
    try:
        out = there.way_out(_settings().public_url + home)
    except ProviderUnreachable:
        out = ""
    if not out:
        return redirect(home)
    label = there.provider.label
    return _passage("Vous êtes déconnecté d’ici", GOING.format(label=label), f"Me déconnecter aussi de {label}", out)


@views.get("/moyens-de-connexion/")
def ways() -> str:
    """The ways into one's account."""
    actor = desk.actor()
    view = ways_view(linking.ways(desk.desk(), actor), actor)
    return render_template(
        "pages/ways.html",
        shell=shell(actor, Link("Mon compte", url_for("account.account")), Link(view.title)),
        view=view,
    )


@views.get("/connexion/premiere-fois")
def first() -> Response | str:
    """By what somebody whose account has just been opened may come in."""
    if current_user.is_authenticated:
        return redirect(url_for("providers.ways"))
    return render_template("pages/ways.html", shell=shell(None), view=first_view())


@views.post("/moyens-de-connexion/<provider>/lier")
def link(provider: str) -> Response:
    """Send the browser to the provider, to link who comes back to one's account.

    A page leads there: the policy of the page that posted lets a form end nowhere but here.
    """
    there = openid(provider)
    departure = departures.leave(provider, url_for("providers.ways"), desk.clock(), desk.actor().account_id)
    url = there.way_in(departure, back(provider))
    label = there.provider.label
    return _passage("Moyens de connexion", GOING.format(label=label), f"Aller vers {label}", url)


@views.post("/moyens-de-connexion/<provider>/retirer")
def unlink(provider: str) -> Response:
    """Take a way out of one's account."""
    there = openid(provider).provider
    linking.unlink(desk.desk(), desk.actor(), there)
    flash(f"{there.label}\u00a0: ce moyen de connexion est retiré.")
    return redirect(url_for("providers.ways"))


def _confirmed(provider: Provider, departure: departures.Departure, person: Asserted) -> Response:
    actor = desk.maybe_actor()
    if actor is None or actor.account_id != departure.account_id:
        raise AnswerRefused(departures.STALE)
    known = linking.ways(desk.desk(), actor).identities
    if all((identity.issuer, identity.subject) != (person.issuer, person.subject) for identity in known):
        raise AnswerRefused(NOT_YOU.format(label=provider.label))
    opened.prove(strong=bool(provider.acr))
    return redirect(departure.next)


def _linked(provider: Provider, account_id: int, person: Asserted) -> Response:
    actor = desk.maybe_actor()
    if actor is None or actor.account_id != account_id:
        raise AnswerRefused(departures.STALE)
    linking.link(desk.desk(), actor, provider, person)
    flash(f"{provider.label}\u00a0: ce moyen de connexion est lié à votre compte.")
    return redirect(url_for("providers.ways"))


def _code(provider: Provider) -> str:
    code = request.args.get("code", "")
    if not code or len(code) > LONGEST_CODE or "error" in request.args:
        raise AnswerRefused(NO_CODE.format(label=provider.label))
    return code


def openid(name: str) -> "_OpenId":
    """The provider so called, made at first use: its libraries come with an extra."""
    known: dict[str, _OpenId] = current_app.extensions.setdefault(_TRUSTED, {})
    if name not in known:
        declared = next((provider for provider in providers() if provider.name == name), None)
        if declared is None:
            abort(404)
        from questionnaire.web.openid import OpenId  # noqa: PLC0415  # an extra, for installations that ask for it

        known[name] = OpenId(declared)
    return known[name]


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def back(provider: str) -> str:
    """The address that the provider sends people back to."""
    return _settings().public_url + url_for("providers.arrive", provider=provider)


def _passage(title: str, text: str, label: str, url: str) -> Response:
    frame = shell(desk.maybe_actor())
    answer = make_response(
        render_template("pages/passage.html", shell=frame, view=passage_view(title, text, label, url))
    )
    answer.headers["Refresh"] = f"0; url={url}"
    return answer
