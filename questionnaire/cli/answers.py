"""``answers``: the keys of sensitive answers, made and renewed."""

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import require_database
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.rekeying import Rotation, rotate
from questionnaire.storage.cipher import name_of, new_key
from questionnaire.storage.database import compact
from questionnaire.web.desk import desk

NO_KEY = (
    "ANSWERS_KEYS n’est pas réglé\u00a0: il n’y a pas de clé avec laquelle chiffrer "
    "(flask --app wsgi answers key en fait une)."
)


@click.group("answers")
def answers() -> None:
    """Réponses sensibles : chiffrer, changer de clé."""


@answers.command("key")
def key_() -> None:
    """Tire une clé au hasard, à mettre en tête d’ANSWERS_KEYS."""
    click.echo(new_key())


@answers.command("rotate")
@with_appcontext
def rotate_() -> None:
    """Chiffre avec la première clé toutes les réponses sensibles, en clair ou sous une autre clé. Peut être repris."""
    settings: Settings = current_app.config["SETTINGS"]
    require_database(settings)
    if not settings.answers_keys:
        raise click.ClickException(NO_KEY)
    here, done = desk(), Rotation()
    for done in rotate(here):
        click.echo(f"{done.seen} brouillons et documents lus, {done.changed} lignes chiffrées.", err=True)
    compact(here.session)  # what was in clear is still in the file until then
    click.echo(f"{done.changed} lignes sont passées sous la clé {name_of(settings.answers_keys[0])}.")
    for sentence, times in done.unopened.items():
        click.echo(f"{times} brouillons ou documents non lus. {sentence}")
    raise SystemExit(1 if done.unopened else 0)
