"""The words of the sign-in page; in a demonstration, its accounts."""

from flask import current_app, url_for

from questionnaire.access import ROLE_LABELS
from questionnaire.journeys.demonstration.founding import INHABITANTS, PASSWORD
from questionnaire.web import authenticators, computer
from questionnaire.web.presenting.providers import provider_links
from questionnaire.web.presenting.staying import computer_view
from questionnaire.web.screens import Link, PasskeyAsk, SignInView


def sign_in_view(target: str = "") -> SignInView:
    """The page, and the way from there to ``target``; a demonstration prints its accounts, with their one password."""
    providers, shared = provider_links(target), bool(computer.said())
    here = url_for("security.login", next=target or None)
    by_mail = Link("Recevoir un code par courriel", url_for("mail_codes.ask", next=target or None))
    if not current_app.config["DEMO"]:
        return SignInView(
            providers=providers,
            passkey=_passkey(target),
            by_mail=by_mail,
            shared=shared,
            computer=computer_view(shared=shared, target=here),
        )
    return SignInView(
        providers=providers,
        passkey=_passkey(target),
        by_mail=by_mail,
        shared=shared,
        computer=computer_view(shared=shared, target=here),
        accounts=tuple((person.address, ROLE_LABELS[person.role]) for person in INHABITANTS),
        accounts_text=f"Le mot de passe de tous ces comptes est\u00a0: {PASSWORD}",
    )


def _passkey(target: str) -> PasskeyAsk | None:
    if not authenticators.are_possible():
        return None
    url = url_for("passkeys.sign_in", next=target or None)
    return PasskeyAsk("Se connecter avec une clé d’accès", url_for("passkeys.ask"), url)
