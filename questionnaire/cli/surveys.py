"""``surveys``: opening one, closing it, counting its answers."""

from datetime import datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.people import told
from questionnaire.config import Settings
from questionnaire.journeys.administration.organisations import by_name
from questionnaire.journeys.surveys import running
from questionnaire.web.desk import desk

HIDDEN = "…"


@click.group("surveys")
def surveys() -> None:
    """Enquêtes anonymes : ouvrir, fermer, compter les réponses."""


@surveys.command("open")
@click.argument("form")
@click.option("--in", "place", required=True, help="Nom ou identifiant de l’organisation qui demande.")
@click.option("--until", default=None, type=click.DateTime(["%Y-%m-%d"]), help="Le dernier jour.")
@with_appcontext
def open_(form: str, place: str, until: datetime | None) -> None:
    """Ouvre une enquête avec la version courante d’un formulaire anonyme, et écrit son adresse."""
    settings: Settings = current_app.config["SETTINGS"]
    with told():
        new = running.begin(desk(), form, by_name(desk(), place).id, until.date() if until else None)
        click.echo(f"{settings.public_url}/enquetes/{new.id}/")


@surveys.command("close")
@click.argument("survey")
@with_appcontext
def close(survey: str) -> None:
    """Ferme une enquête, par son identifiant."""
    with told():
        if not running.end(desk(), survey):
            raise click.ClickException("Cette enquête n’existe pas.")


@surveys.command("list")
@with_appcontext
def list_() -> None:
    """Montre les enquêtes, avec le nombre de réponses."""
    with told():
        for survey, number in running.every(desk()):
            last = f"jusqu’au {survey.closes_on:%d/%m/%Y}" if survey.closes_on else "sans fin"
            click.echo(
                f"{survey.id}  {survey.form}  depuis le {survey.opened_on:%d/%m/%Y}, {last}  {number} réponse(s)"
            )


@surveys.command("results")
@click.argument("survey")
@with_appcontext
def results(survey: str) -> None:
    """Compte les réponses d’une enquête fermée ; les petits nombres sont cachés, et d’autres avec eux."""
    with told():
        for each in running.results(desk(), survey):
            click.echo(each.label)
            for label, count in zip(each.choices, each.counts, strict=True):
                click.echo(f"  {HIDDEN if count is None else count}  {label}")
