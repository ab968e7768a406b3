"""The same stories as the web, from a terminal."""

from flask import Flask

from questionnaire.cli.archive import archive
from questionnaire.cli.demo import demo
from questionnaire.cli.documents import documents
from questionnaire.cli.filling import fill
from questionnaire.cli.forms import forms


def register(app: Flask) -> None:
    """Give the application its commands."""
    forms.add_command(fill)
    for group in (forms, documents, archive, demo):
        app.cli.add_command(group)
