"""The words of the page of one's passkeys."""

from zoneinfo import ZoneInfo

from flask import get_flashed_messages, url_for

from questionnaire.access import Actor
from questionnaire.storage.passkeys import Passkey
from questionnaire.web.screens import Notice, PasskeyRow, PasskeysView, Post

TITLE = "Clés d’accès"
LEAD = (
    "Une clé d’accès ouvre votre compte d’un geste\u00a0: le doigt, le visage ou le code de votre appareil, ou une clé "
    "de sécurité. Rien à retenir, rien à recopier, et aucun autre site ne peut la demander."
)
IMPOSSIBLE = "L’adresse de ce site est un nombre\u00a0: les clés d’accès ont besoin d’un nom de site."


def passkeys_view(known: tuple[Passkey, ...], actor: Actor, *, possible: bool) -> PasskeysView:
    """The page; ``possible``: the address of the installation lets passkeys be made."""
    messages = [str(message) for message in get_flashed_messages()]
    zone = ZoneInfo(actor.organisation.timezone)
    return PasskeysView(
        title=TITLE,
        lead=LEAD,
        rows=tuple(_row(each, zone) for each in known),
        impossible="" if possible else IMPOSSIBLE,
        add_url=url_for("passkeys.add"),
        ask_url=url_for("passkeys.prepare"),
        notice=Notice(" ".join(messages)) if messages else None,
    )


def _row(passkey: Passkey, zone: ZoneInfo) -> PasskeyRow:
    used = (
        f"utilisée le {passkey.last_at.astimezone(zone):%d/%m/%Y à %H:%M}" if passkey.last_at else "pas encore utilisée"
    )
    return PasskeyRow(
        passkey.id,
        passkey.name,
        f"Ajoutée le {passkey.since.astimezone(zone):%d/%m/%Y}, {used}.",
        url_for("passkeys.rename", passkey_id=passkey.id),
        Post(f"Retirer {passkey.name}", url_for("passkeys.remove", passkey_id=passkey.id)),
    )
