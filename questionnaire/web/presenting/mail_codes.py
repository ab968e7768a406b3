"""The words of signing in by a code sent by mail."""

from flask import url_for

from questionnaire.journeys.entering.mail_codes import DIGITS, LASTING
from questionnaire.web.screens import Link, PlainField, Post, StepView

NO_ADDRESS = "Écrivez l’adresse de courriel de votre compte, comme nom@exemple.fr."
WRONG = (
    "Ce n’est pas le code attendu, ou il ne sert plus. Vérifiez les chiffres du dernier message reçu, "
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
LATE_SMS = "Le SMS, ou le courriel, peut mettre une minute à arriver. Seul le dernier code reçu sert."
MAILED = "Si un compte existe à l’adresse {address}, un code vient d’y être envoyé."
TEXTED = (
    "Si un compte existe à l’adresse {address}, un code vient d’être envoyé par SMS à son numéro de mobile, ou par "
    "courriel si aucun numéro n’y est enregistré."
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


def code_view(
    address: str, target: str, *, wrong: bool = False, texted: bool = False, has_sms: bool = False
) -> StepView:
    """The page that asks for the code, sent by SMS where it was ``texted``; ``has_sms``: it may be."""
    by_sms = Post("Recevoir plutôt un code par SMS", url_for("mail_codes.by_sms"))
    return StepView(
        title="Écrire le code reçu",
        lead=(TEXTED if texted else MAILED).format(address=address),
        field=PlainField(
            "code",
            f"Code à {DIGITS}\u00a0chiffres",
            control="code",
            hint=f"Il sert une seule fois, pendant {MINUTES}\u00a0minutes, sur cet appareil.",
            error=WRONG if wrong else "",
        ),
        button="Me connecter",
        hints=(LATE_SMS if texted else LATE,),
        other=by_sms if has_sms and not texted else None,
        links=(
            Link("Recevoir un autre code, ou changer d’adresse", url_for("mail_codes.ask", next=_next(target))),
            Link("Me connecter autrement", url_for("security.login", next=_next(target))),
        ),
    )


def _next(target: str) -> str | None:
    return target if target != "/" else None
