"""The words of the page « Mon compte »."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.journeys.entering.linking import Ways
from questionnaire.journeys.entering.second_step import SecondStep
from questionnaire.storage.sessions import OpenSession
from questionnaire.web.presenting.providers import by_provider_alone, ways_view
from questionnaire.web.presenting.staying import computer_view
from questionnaire.web.screens import (
    AccountView,
    FieldGroup,
    Link,
    Notice,
    PasswordField,
    PasswordView,
    PlainField,
    PlainFormView,
    Post,
    SessionView,
)

TITLE = "Mon compte"
NO_PROBLEM: Mapping[str, str] = {}
FIELDS = (
    ("current", "Mot de passe actuel", "current-password", ""),
    ("new", "Nouveau mot de passe", "new-password", "12\u00a0caractères au moins. Une phrase est un bon mot de passe."),
    ("again", "Nouveau mot de passe, encore une fois", "new-password", ""),
)
"""The form of the password: name, label, what the browser may fill it with, hint."""

CHANGE, CHOOSE = "Changer mon mot de passe", "Choisir un mot de passe"
BY_CODE = "Vous venez d’entrer par un code : votre mot de passe actuel n’est pas demandé."
NONE = "Votre compte n’a pas de mot de passe\u00a0: vous n’en avez pas besoin pour entrer. Vous pouvez en choisir un."
LENT = (
    "Le mot de passe qui ouvre votre compte est provisoire\u00a0: une autre personne le connaît. Choisissez le vôtre, "
    "puis vous continuerez."
)
FORGOTTEN = (
    "Mot de passe oublié ? Déconnectez-vous, puis reconnectez-vous par un code reçu par courriel : vous "
    "pourrez en choisir un autre ici."
)


def account_view(
    actor: Actor,
    ways: Ways,
    sessions: tuple[OpenSession, ...],
    here: str,
    problems: Mapping[str, str] = NO_PROBLEM,
    *,
    by_code: bool = False,
    second_step: SecondStep,
) -> AccountView:
    """The page; ``here`` is the id of the session that asks for it, ``problems`` those of the password by field.

    ``by_code``: the session was opened by a code just now, so that a password may be chosen anew.
    """
    messages = [str(message) for message in get_flashed_messages()]
    zone = ZoneInfo(actor.organisation.timezone)
    return AccountView(
        title=TITLE,
        ways=ways_view(ways, actor).present,
        ways_link=Link("Changer les moyens de connexion", url_for("providers.ways")),
        sessions=tuple(
            _session(session, zone, here=session.id == here)
            for session in sorted(sessions, key=lambda session: session.id != here)
        ),
        close_others=Post("Fermer toutes les autres", url_for("account.close_others")) if len(sessions) > 1 else None,
        password=_password(ways, problems, by_code=by_code),
        data=Link("Voir et prendre mes données", url_for("own_data.page")),
        messages=Link("Choisir ce que je reçois, et quand", url_for("messages.preferences")),
        second_step=_second_step(second_step),
        computer=computer_view(
            shared=next((each.shared for each in sessions if each.id == here), False), target=url_for("account.account")
        ),
        passkeys=_passkeys(),
        notice=Notice(" ".join(messages), "ok") if messages else None,
    )


def _passkeys() -> Link:
    return Link("Gérer mes clés d’accès", url_for("passkeys.mine"))


def _second_step(state: SecondStep) -> tuple[str, Link]:
    url = url_for("second_step.state")
    if state.on:
        return "Elle est activée\u00a0: un code de votre téléphone est demandé.", Link("Gérer", url)
    return "Elle n’est pas activée\u00a0: votre compte s’ouvre en une étape.", Link("En savoir plus et l’activer", url)


def _password(ways: Ways, problems: Mapping[str, str], *, by_code: bool) -> PasswordView | None:
    if not ways.password and not by_code:
        link = Link(CHOOSE, url_for("account.choose"))
        return None if by_provider_alone(ways) else PasswordView("", "Mot de passe", (), NONE, link=link)
    fields = tuple(
        PasswordField(name, label, filling, hint, problems.get(name, ""))
        for name, label, filling, hint in FIELDS
        if name != "current" or not by_code
    )
    title = CHANGE if ways.password else CHOOSE
    lead = (BY_CODE if by_code else FORGOTTEN) if ways.password else ""
    remove = Post("Retirer mon mot de passe", url_for("account.remove_password")) if ways.password else None
    url = url_for("account.password")
    return PasswordView(url, title, fields, lead, has_problems=bool(problems), remove=remove)


def choosing_view(problems: Mapping[str, str], *, lent: bool) -> PlainFormView:
    """The page where a password is chosen; ``lent``: in place of one that somebody else knows."""
    fields = tuple(
        PlainField(name, label, control="password", hint=hint, error=problems.get(name, ""), filling=filling)
        for name, label, filling, hint in FIELDS
        if name != "current"
    )
    return PlainFormView(
        title="Choisissez votre mot de passe",
        lead=LENT if lent else "",
        groups=(FieldGroup("", fields),),
        save_label="Enregistrer ce mot de passe",
        back=None if lent else Link("Annuler", url_for("account.account")),
    )


def _session(session: OpenSession, zone: ZoneInfo, *, here: bool) -> SessionView:
    since = f"Ouverte le {_moment(session.since, zone)}"
    if here:
        return SessionView(session.device, f"C’est la session que vous utilisez. {since}.")
    about = f"{session.device}, {since[0].lower()}{since[1:]}"
    close = Post("Fermer cette session", url_for("account.close", session_id=session.id), about=about)
    return SessionView(session.device, f"{since}. Utilisée le {_moment(session.seen_at, zone)}.", close)


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%d/%m/%Y à %H:%M}"
