"""Guessing passwords: counted by address, whether it has an account or not, and stopped for a while."""

from datetime import timedelta

from flask import Flask, request
from flask_login import user_logged_in

from questionnaire.journeys.limiting import Limit, clear, spend
from questionnaire.journeys.mail_codes import LONGEST_ADDRESS
from questionnaire.web import desk

SIGN_IN = "security.login"
LIMIT = Limit(
    "password",
    20,
    timedelta(minutes=15),
    "Trop de mots de passe essayés. Attendez un quart d’heure, ou connectez-vous par un code reçu par courriel.",
)


def install(app: Flask) -> None:
    """Count what the sign-in page posts; registered after the check of its token."""
    app.before_request(_count)
    user_logged_in.connect(_forget, app)


def count_for(account_id: int) -> None:
    """Count one more try of the password of somebody signed in; raises TooManyAttempts."""
    spend(desk.desk(), LIMIT, str(account_id))


def _count() -> None:
    if request.endpoint == SIGN_IN and request.method == "POST":
        spend(desk.desk(), LIMIT, _address())


def _forget(_app: Flask, **_: object) -> None:
    if request.endpoint == SIGN_IN:
        clear(desk.desk(), LIMIT, _address())


def _address() -> str:
    return request.form.get("email", "").strip().lower()[:LONGEST_ADDRESS]
