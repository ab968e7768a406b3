"""The words of signing in by a code sent by mail."""

from flask import url_for

from questionnaire.journeys.entering.mail_codes import DIGITS, LASTING
from questionnaire.web.screens import Link, PlainField, StepView

NO_ADDRESS = "Écrivez l’adresse de courriel de votre compte, comme nom@exemple.fr."
WRONG = (
    "Ce n’est pas le code attendu, ou il ne sert plus. Vérifiez les chiffres du dernier courriel reçu, "
    "ou demandez un autre code."
)
FORGOTTEN = (
    "Mot de passe oublié\u00a0? Connectez-vous par un code, puis choisissez un nouveau mot de passe dans "
    "«\u00a0Mon compte\u00a0»."
)
LATE = (
    "Le courriel peut mettre une minute à arriver. S’il n’arrive pas, regardez dans les courriers indésirables, puis "
    "vérifiez l’adresse."
)
MINUTES = int(LASTING.total_seconds() // 60)


def address_view(target: str, typed: str = "", *, wrong: bool = False) -> StepView:
    """The page that asks for the address."""
    return StepView(
        title="Recevoir un code par courriel",
        lead=f"Vous n’avez pas besoin de mot de passe\u00a0: nous vous écrivons un code à {DIGITS}\u00a0chiffres.",
        field=PlainField(
            "email",
            "Adresse de courriel de votre compte",
            typed,
            "email",
            error=NO_ADDRESS if wrong else "",
            filling="username",
        ),
        button="Recevoir un code",
        hints=(FORGOTTEN,),
        links=(Link("Me connecter autrement", url_for("security.login", next=_next(target))),),
    )


def code_view(address: str, target: str, *, wrong: bool = False) -> StepView:
    """The page that asks for the code."""
    return StepView(
        title="Écrire le code reçu",
        lead=f"Si un compte existe à l’adresse {address}, un code vient d’y être envoyé.",
        field=PlainField(
            "code",
            f"Code à {DIGITS}\u00a0chiffres",
            control="code",
            hint=f"Il sert une seule fois, pendant {MINUTES}\u00a0minutes, sur cet appareil.",
            error=WRONG if wrong else "",
        ),
        button="Me connecter",
        hints=(LATE,),
        links=(
            Link("Recevoir un autre code, ou changer d’adresse", url_for("mail_codes.ask", next=_next(target))),
            Link("Me connecter autrement", url_for("security.login", next=_next(target))),
        ),
    )


def _next(target: str) -> str | None:
    return target if target != "/" else None
