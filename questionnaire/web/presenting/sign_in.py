"""The words of the sign-in page; in a demonstration, its accounts."""

from flask import current_app

from questionnaire.access import ROLE_LABELS
from questionnaire.journeys.demonstration import INHABITANTS, PASSWORD
from questionnaire.web.screens import SignInView


def sign_in_view() -> SignInView:
    """The page; the accounts of the demonstration are printed on it, with their one password."""
    if not current_app.config["DEMO"]:
        return SignInView()
    return SignInView(
        accounts=tuple((person.address, ROLE_LABELS[person.role]) for person in INHABITANTS),
        accounts_text=f"Le mot de passe de tous ces comptes est\u00a0: {PASSWORD}",
    )
