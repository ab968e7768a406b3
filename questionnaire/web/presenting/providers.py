"""The words around identity providers: buttons, the ways into one's account, refusals."""

from zoneinfo import ZoneInfo

from flask import current_app, get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.access.providers import Provider
from questionnaire.config import Settings
from questionnaire.journeys.entering.linking import Ways, WaysHere
from questionnaire.storage.identities import Identity
from questionnaire.web import authenticators
from questionnaire.web.screens import Link, Notice, PassageView, Post, WayIn, WaysView

LEAD = "Par où vous pouvez entrer dans votre compte."
NOTHING_TO_ADD = "Rien n’est à ajouter\u00a0: ce qui est là suffit."
PASSWORD_TEXT = "Pour entrer sans attendre un courriel. Facultatif."  # noqa: S105  # a sentence
PASSKEY_TEXT = (
    "Votre téléphone ou votre ordinateur vous reconnaît\u00a0: votre doigt, votre visage ou son code. Facultatif."
)
CODE_TEXT = "Écrivez votre adresse : un code vous est envoyé. Pas de mot de passe à retenir."
LENT_TEXT = "Si la personne qui vous a ouvert le compte vous en a donné un. Vous choisirez ensuite le vôtre."
PROVIDER_TEXT = "La connexion que vous utilisez déjà dans votre établissement, si vous y travaillez."
LATER = (
    "Une fois entré, vous pourrez, si vous le voulez, choisir un mot de passe ou une clé d’accès. À certains "
    "professionnels, une double vérification est demandée\u00a0: le site les guide."
)


def providers() -> tuple[Provider, ...]:
    """The identity providers of the installation."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.providers


def ways_here() -> WaysHere:
    """What opens accounts on this installation besides passwords; a demonstration shows its letters."""
    settings: Settings = current_app.config["SETTINGS"]
    mail = bool(settings.smtp_host) or settings.demo
    return WaysHere(mail, frozenset(provider.issuer for provider in settings.providers))


def provider_links(target: str) -> tuple[Link, ...]:
    """A button for each provider, which leads to ``target`` afterwards."""
    return tuple(
        Link(
            f"Se connecter avec {provider.label}",
            url_for("providers.depart", provider=provider.name, next=target or None),
        )
        for provider in providers()
    )


def ways_view(ways: Ways, actor: Actor) -> WaysView:
    """The page « Moyens de connexion »."""
    by_issuer = {provider.issuer: provider for provider in providers()}
    linked = {identity.issuer for identity in ways.identities}
    zone = ZoneInfo(actor.organisation.timezone)
    removable = ways.password or len(ways.identities) > 1
    by_mail = (
        ()
        if by_provider_alone(ways)
        else (WayIn("Code par courriel", "Un code nouveau vous est envoyé à chaque fois."),)
    )
    password = (WayIn("Adresse et mot de passe", ""),) if ways.password else ()
    messages = [str(message) for message in get_flashed_messages()]
    return WaysView(
        title="Moyens de connexion",
        lead=LEAD if by_provider_alone(ways) or not ways_here().mail else f"{LEAD} {NOTHING_TO_ADD}",
        present=password
        + by_mail
        + tuple(_present(way, by_issuer.get(way.issuer), zone, removable=removable) for way in ways.identities),
        possible=_own(ways)
        + tuple(
            WayIn(
                _named(provider),
                "À présenter une fois\u00a0; ensuite, ce moyen ouvrira votre compte.",
                Post(f"Lier {provider.label}", url_for("providers.link", provider=provider.name)),
            )
            for provider in providers()
            if provider.issuer not in linked
        ),
        notice=Notice(" ".join(messages), "ok") if messages else None,
        onward=Link("Continuer", url_for("home.index")),
    )


def _own(ways: Ways) -> tuple[WayIn, ...]:
    """What the person may add by themselves; only who needs no provider chooses a password."""
    password = WayIn("Mot de passe", PASSWORD_TEXT, link=Link("Choisir un mot de passe", url_for("account.choose")))
    passkey = WayIn("Clé d’accès", PASSKEY_TEXT, link=Link("Mes clés d’accès", url_for("passkeys.mine")))
    return ((password,) if not ways.password and not by_provider_alone(ways) else ()) + (
        (passkey,) if authenticators.are_possible() else ()
    )


def first_view() -> WaysView:
    """What the letter of a new account leads to: by what its person may come in the first time."""
    onward = url_for("providers.ways")
    by_mail = Link("Recevoir un code par courriel", url_for("mail_codes.ask", next=onward))
    mail = (WayIn("Code par courriel", CODE_TEXT, link=by_mail),) if ways_here().mail else ()
    lent = WayIn(
        "Mot de passe provisoire", LENT_TEXT, link=Link("Entrer avec un mot de passe", url_for("security.login"))
    )
    named = tuple(
        WayIn(_named(each), PROVIDER_TEXT, link=link)
        for each, link in zip(providers(), provider_links(onward), strict=True)
    )
    return WaysView(
        title="Première connexion",
        lead="Votre compte est ouvert. Choisissez par où entrer ; il n’y a rien à préparer.",
        present=(*named, *mail, lent),
        possible=(),
        present_title="Choisir un moyen",
        hints=(LATER,),
    )


def by_provider_alone(ways: Ways) -> bool:
    """Whether identity providers alone open the account."""
    return not ways.password and any(way.opened for way in ways.identities)


def _present(way: Identity, provider: Provider | None, zone: ZoneInfo, *, removable: bool) -> WayIn:
    since = f"Lié depuis le {way.since.astimezone(zone):%d/%m/%Y}"
    if provider is None:
        return WayIn(way.issuer, f"{since}. Ce fournisseur ne sert plus ici.")
    url = url_for("providers.unlink", provider=provider.name)
    return WayIn(_named(provider), f"{since}.", Post(f"Retirer {provider.label}", url) if removable else None)


def _named(provider: Provider) -> str:
    """The label at the head of a line."""
    return provider.label[:1].upper() + provider.label[1:]


def passage_view(title: str, text: str, label: str, url: str) -> PassageView:
    """A page that leads to a provider."""
    return PassageView(title, text, Link(label, url))
