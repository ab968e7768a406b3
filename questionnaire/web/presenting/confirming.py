"""The words of « Confirmez que c’est vous »."""

from flask import url_for

from questionnaire.access.one_time import DIGITS
from questionnaire.access.providers import Provider
from questionnaire.journeys.entering.proving import Means
from questionnaire.web.presenting.providers import providers
from questionnaire.web.proofs import CODE, MAIL, PASSWORD, SEND, Attempt, waits_for_mail
from questionnaire.web.screens import ConfirmView, Link, PassageView, PasskeyAsk, PlainField

KEPT = "_kept"
"""The field that carries what was posted."""

LEAD = "Ce que vous allez faire est sensible, et vous vous êtes connecté depuis un moment."
NOTHING_LOST = "Ce que vous venez d’envoyer est gardé\u00a0: tout reprendra ensuite où vous en étiez."
OTHERWISE = "Vous ne le pouvez pas\u00a0? Déconnectez-vous, puis reconnectez-vous."


def confirm_view(known: Means, attempt: Attempt, url: str, kept: str, target: str) -> ConfirmView:
    """The question; ``kept`` is the seal of what waits for it, ``target`` where one goes otherwise."""
    mailed = waits_for_mail(known)
    return ConfirmView(
        title="Confirmez que c’est vous",
        lead=f"{LEAD} {NOTHING_LOST}" if kept else LEAD,
        url=url,
        fields=tuple(_fields(known, attempt, mailed=mailed)),
        kept=(KEPT, kept) if kept else None,
        send=(SEND, "Recevoir un autre code" if mailed else "Recevoir un code par courriel") if known.mail else None,
        providers=tuple(_way(each, target) for each in _linked(known)),
        aside=bool(kept),
        hints=() if kept else (OTHERWISE,),
        passkey=PasskeyAsk("Confirmer avec une clé d’accès", url_for("passkeys.ask")) if known.passkeys else None,
    )


def _fields(known: Means, attempt: Attempt, *, mailed: bool) -> list[PlainField]:
    if known.application:
        hint = f"Les {DIGITS}\u00a0chiffres que montre l’application, ou un code de secours."
        label = "Code de votre application"
        return [PlainField(CODE, label, hint=hint, error=attempt.faults.get(CODE, ""), filling="one-time-code")]
    fields = []
    if mailed:
        hint = f"Il vient d’être envoyé à {known.mail}."
        label = f"Code à {DIGITS}\u00a0chiffres reçu par courriel"
        fields.append(PlainField(MAIL, label, control="code", hint=hint, error=attempt.faults.get(MAIL, "")))
    if known.password:
        label = "Ou votre mot de passe" if mailed else "Votre mot de passe"
        error = attempt.faults.get(PASSWORD, "")
        fields.append(PlainField(PASSWORD, label, control="password", error=error, filling="current-password"))
    return fields


def _linked(known: Means) -> list[Provider]:
    issuers = {identity.issuer for identity in known.identities}
    return [each for each in providers() if each.issuer in issuers and (each.acr or not known.application)]


def _way(provider: Provider, target: str) -> Link:
    url = url_for("confirming.provider", provider=provider.name, next=target or None)
    return Link(f"Confirmer avec {provider.label}", url)


def done_view() -> PassageView:
    """What is read in the tab where one has confirmed."""
    return PassageView(
        "C’est confirmé",
        "Revenez à l’onglet d’où vous venez, et appuyez sur «\u00a0Continuer\u00a0».",
        Link("Aller à mon compte", url_for("account.account")),
    )
