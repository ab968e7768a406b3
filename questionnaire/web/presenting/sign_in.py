"""The words of the sign-in page; in a demonstration, its accounts."""

from flask import current_app

from questionnaire.access import ROLE_LABELS
from questionnaire.journeys.demonstration import INHABITANTS, PASSWORD
from questionnaire.web.presenting.providers import provider_links
from questionnaire.web.screens import SignInView


def sign_in_view(target: str = "") -> SignInView:
    """The page, and the way from there to ``target``; a demonstration prints its accounts, with their one password."""
    providers = provider_links(target)
    if not current_app.config["DEMO"]:
        return SignInView(providers=providers)
    return SignInView(
        providers=providers,
        accounts=tuple((person.address, ROLE_LABELS[person.role]) for person in INHABITANTS),
        accounts_text=f"Le mot de passe de tous ces comptes est\u00a0: {PASSWORD}",
    )
