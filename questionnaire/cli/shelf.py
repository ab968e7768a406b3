"""The settings and the forms that a command works with, or what to tell the person who typed it."""

import os

import click

from questionnaire.config import Settings
from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue, Form


def settings_here() -> Settings:
    """The settings of a command that serves nobody; raises ClickException."""
    try:
        return Settings.read(os.environ, serving=False)
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error


def form_named(name: str, catalogue: Catalogue) -> Form:
    """The last version of the form called ``name``; raises ClickException."""
    form = catalogue.current(name)
    if form is None:
        raise click.ClickException(f"Il n’y a pas de formulaire «\u00a0{name}\u00a0».")
    return form
