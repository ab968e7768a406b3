"""Guessing passwords and codes: counted by e-mail address, with or without account, and by network."""

from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from flask import Flask, current_app, g, request
from flask_login import user_logged_in

from questionnaire.config import Settings
from questionnaire.journeys.entering.browsers import whose
from questionnaire.journeys.entering.limiting import Limit, clear, give_back, spend
from questionnaire.journeys.entering.mail_codes import LONGEST_ADDRESS
from questionnaire.web import browser, desk

SIGN_IN = "security.login"
LIMIT = Limit(
    "password",
    20,
    timedelta(minutes=15),
    "Trop de mots de passe essayés. Attendez un quart d’heure, ou connectez-vous par un code reçu par courriel.",
)

NETWORK = Limit(
    "network",
    100,
    timedelta(minutes=15),
    "Trop d’essais de connexion depuis votre réseau. Attendez un quart d’heure, puis réessayez.",
)
"""Wrong ones only, and letters asked for: a whole hospital may come by one address in the morning."""

HOME_BITS = 64
"""What an IPv6 address says of the network: the rest changes at will."""


def install(app: Flask) -> None:
    """Count what the sign-in page posts; registered after the check of its token."""
    app.before_request(_count)
    user_logged_in.connect(_forget, app)


def count_for(account_id: int) -> None:
    """Count one more try of the password of somebody signed in; raises TooManyAttempts."""
    spend(desk.desk(), LIMIT, str(account_id))


def count_network() -> None:
    """Count one more try from the visitor's network; raises TooManyAttempts."""
    if place := network_of_visitor():
        spend(desk.desk(), NETWORK, place)


def was_right() -> None:
    """The last try from this network was a good one."""
    if place := network_of_visitor():
        give_back(desk.desk(), NETWORK, place)


def password_was_right() -> None:
    """The password posted to the sign-in page was the right one, whatever is asked next: tries are counted anew."""
    was_right()
    clear(desk.desk(), LIMIT, g.counted_as)


def _count() -> None:
    if request.endpoint == SIGN_IN and request.method == "POST":
        count_network()
        g.counted_as = _whose()
        spend(desk.desk(), LIMIT, g.counted_as)


def _forget(_app: Flask, **_: object) -> None:
    if request.endpoint == SIGN_IN:
        password_was_right()


def network_of_visitor() -> str:
    """Where the visitor comes from; empty where that is not known: a proxy not trusted stands for everybody."""
    settings: Settings = current_app.config["SETTINGS"]
    if not settings.trusted_proxies:
        return ""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    return str(ip_network((address, HOME_BITS), strict=False) if isinstance(address, IPv6Address) else address)


def _whose() -> str:
    address = request.form.get("email", "").strip().lower()[:LONGEST_ADDRESS]
    return whose(desk.desk(), address, browser.here().secret)
