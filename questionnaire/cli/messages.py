"""``messages``: what is in the outbox, sending it now, noting that a letter came back, trying one again."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.mail_server import mailbox_of, relay_of
from questionnaire.cli.setting_up import require_database
from questionnaire.errors import QuestionnaireError
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.letters import mailing
from questionnaire.journeys.letters.returning import Returns
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.web.desk import desk

NO_SERVER = "Aucun serveur de courriel (SMTP_HOST)\u00a0: les messages attendent."
NO_MAILBOX = "Aucune boîte des retours (BOUNCE_IMAP_HOST)\u00a0: notez les retours par messages bounce."
NOTHING_LEFT = "Ce message n’a pas échoué, ou son texte est effacé\u00a0: refaites ce qui l’envoie."
_STATES = click.Choice([str(state) for state in LetterState])


@click.group("messages")
def messages() -> None:
    """Messages : la boîte d’envoi."""


@messages.command("list")
@click.option("--state", type=_STATES, help="Seulement ceux qui en sont là.")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@with_appcontext
def list_(state: str | None, *, as_json: bool) -> None:
    """Montre les derniers messages, sans leur texte."""
    found = mailing.letters(_desk(), LetterState(state) if state else None)
    if as_json:
        click.echo(json.dumps([_told(letter) for letter in found], ensure_ascii=False, indent=2))
        return
    for letter in found:
        told = [letter.id, f"{letter.created_at:%Y-%m-%dT%H:%MZ}", f"{letter.state:8}", f"{letter.kind:16}"]
        click.echo("  ".join([*told, letter.address, *filter(None, [letter.error])]))
    if relay_of(current_app.config["SETTINGS"]) is None:
        click.echo(NO_SERVER, err=True)


@messages.command("send")
@with_appcontext
def send() -> None:
    """Envoie ce qui attend, puis s’arrête. Code de sortie 1 si le serveur n’en veut pas."""
    here, relay = _desk(), relay_of(current_app.config["SETTINGS"])
    if relay is None:
        raise click.ClickException(NO_SERVER)
    count = 0
    while mailing.send_once(here, relay):
        count += 1
    click.echo(f"{count} message(s) traité(s).")
    waiting = [letter.error for letter in mailing.letters(here, LetterState.WAITING) if letter.error]
    if waiting:
        raise click.ClickException(f"{len(waiting)} message(s) en attente. {waiting[0]}")


@messages.command("returns")
@with_appcontext
def returns() -> None:
    """Lit maintenant la boîte des retours. Code de sortie 1 si elle ne se lit pas."""
    here, mailbox = _desk(), mailbox_of(current_app.config["SETTINGS"])
    if mailbox is None:
        raise click.ClickException(NO_MAILBOX)
    read, count = Returns(mailbox), 0
    try:
        while found := read.read(here):
            count += found
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{count} courriel(s) lu(s).")


@messages.command("bounce")
@click.argument("letter")
@click.option("--why", default="", help="Ce que dit l’avis de retour.")
@with_appcontext
def bounce(letter: str, why: str) -> None:
    """Note qu’un message est revenu, par son identifiant ou son Message-ID."""
    try:
        kept = mailing.came_back(_desk(), letter, why)
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{kept.id}\u00a0: revenu.")


@messages.command("retry")
@click.argument("letter")
@with_appcontext
def retry(letter: str) -> None:
    """Essaie encore un message qui n’est pas arrivé."""
    try:
        done = mailing.try_again(_desk(), letter)
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    if not done:
        raise click.ClickException(
            "Ce message n’a pas échoué, ou son texte est effacé\u00a0: refaites ce qui l’envoie."
        )
    click.echo(f"{letter}\u00a0: en attente.")


def _desk() -> Desk:
    require_database(current_app.config["SETTINGS"])
    return desk()


def _told(letter: OutboxLetter) -> dict[str, object]:
    return {
        "id": letter.id,
        "kind": letter.kind,
        "state": letter.state,
        "address": letter.address,
        "tries": letter.tries,
        "error": letter.error,
        "created_at": letter.created_at.isoformat(),
        "sent_at": letter.sent_at.isoformat() if letter.sent_at else None,
    }
