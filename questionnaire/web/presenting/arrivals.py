"""The words for those who come by an invitation without an account."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from flask import url_for

from questionnaire.access import ROLE_LABELS
from questionnaire.journeys.administration.people import Identity
from questionnaire.journeys.teamwork.inviting import Invited
from questionnaire.web.presenting import mail_codes
from questionnaire.web.screens import ArrivalView, Link, PlainField, StepView

NO_FAULT: Mapping[str, str] = MappingProxyType({})
USE = (
    "Votre nom et votre adresse servent à vous reconnaître dans ce projet et à vous en écrire. L’équipe du projet voit "
    "votre nom."
)


def arrival_view(invited: Invited, secret: str, typed: Identity, faults: Mapping[str, str] = NO_FAULT) -> ArrivalView:
    """The invitation, the form of a first visit, and the way of those who have an account."""
    invitation = invited.invitation
    fields = (
        PlainField("first_name", "Prénom", typed.first_name, filling="given-name"),
        PlainField("last_name", "Nom", typed.last_name, filling="family-name"),
        PlainField(
            "email",
            "Adresse de courriel",
            typed.email,
            "email",
            "Nous y envoyons un code à 6\u00a0chiffres\u00a0: pas de mot de passe à retenir.",
            filling="email",
        ),
    )
    told = tuple(replace(field, error=faults.get(field.name, "")) for field in fields)
    return ArrivalView(
        title=f"{invited.inviter} vous invite",
        text=f"Une place vous attend dans le projet «\u00a0{invitation.project_title}\u00a0».",
        role=f"Votre place dans l’équipe\u00a0: {ROLE_LABELS[invitation.role].lower()}.",
        fields=told,
        use=USE,
        sign_in=Link("Me connecter", url_for("security.login", next=url_for("teams.invitation", secret=secret))),
    )


def code_view(address: str, secret: str, *, wrong: bool = False) -> StepView:
    """The page that asks for the code, on the way into the team."""
    view = mail_codes.code_view(address, "/", wrong=wrong)
    return replace(
        view,
        lead=f"Un code vient d’être envoyé à l’adresse {address}.",
        button="Rejoindre l’équipe",
        links=(
            Link("Recevoir un autre code, ou changer d’adresse", url_for("arrivals.arrive", secret=secret)),
            Link("J’ai déjà un compte", url_for("security.login", next=url_for("teams.invitation", secret=secret))),
        ),
    )
