"""The words around identity providers: buttons, the ways into one's account, refusals."""

from zoneinfo import ZoneInfo

from flask import current_app, get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.access.providers import Provider
from questionnaire.config import Settings
from questionnaire.journeys.entering.linking import Ways
from questionnaire.storage.identities import Identity
from questionnaire.web.screens import Link, Notice, PassageView, Post, WayIn, WaysView


def providers() -> tuple[Provider, ...]:
    """The identity providers of the installation."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.providers


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
        lead="Par où vous pouvez entrer dans votre compte.",
        present=password
        + by_mail
        + tuple(_present(way, by_issuer.get(way.issuer), zone, removable=removable) for way in ways.identities),
        possible=tuple(
            WayIn(
                _named(provider),
                "À présenter une fois\u00a0; ensuite, ce moyen ouvrira votre compte.",
                Post(f"Lier {provider.label}", url_for("providers.link", provider=provider.name)),
            )
            for provider in providers()
            if provider.issuer not in linked
        ),
        notice=Notice(" ".join(messages), "ok") if messages else None,
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
