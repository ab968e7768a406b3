"""The same stories as the web, from a terminal."""

from flask import Flask

from questionnaire.cli.answers import answers
from questionnaire.cli.archive import archive
from questionnaire.cli.audit import audit
from questionnaire.cli.blank import blank
from questionnaire.cli.certificates import certificates
from questionnaire.cli.codebook import codebook_command
from questionnaire.cli.comparing import diff_command
from questionnaire.cli.demo import demo
from questionnaire.cli.doctor import doctor
from questionnaire.cli.documents import documents
from questionnaire.cli.exporting import export_command
from questionnaire.cli.filling import fill
from questionnaire.cli.forms import forms
from questionnaire.cli.functions import functions_command
from questionnaire.cli.importing import import_command
from questionnaire.cli.linting import lint
from questionnaire.cli.messages import messages
from questionnaire.cli.organisations import organisations
from questionnaire.cli.people import people
from questionnaire.cli.people_data import erase, export
from questionnaire.cli.people_merging import doubles, merge
from questionnaire.cli.processing import processing_command
from questionnaire.cli.providers import providers
from questionnaire.cli.queues import queues
from questionnaire.cli.rehearsal import rehearse_command
from questionnaire.cli.responses import answers_command, response_command
from questionnaire.cli.retention import retention_command
from questionnaire.cli.samples import samples
from questionnaire.cli.schema import schema_command
from questionnaire.cli.settings import settings
from questionnaire.cli.starting import new
from questionnaire.cli.storage import storage
from questionnaire.cli.surveys import surveys

_OF_FORMS = (
    fill,
    blank,
    codebook_command,
    diff_command,
    lint,
    functions_command,
    processing_command,
    retention_command,
    schema_command,
    rehearse_command,
    samples,
    new,
    import_command,
    export_command,
    response_command,
    answers_command,
)
"""The commands of authors."""


def register(app: Flask) -> None:
    """Give the application its commands."""
    for command in _OF_FORMS:
        forms.add_command(command)
    people.add_command(export)
    people.add_command(erase)
    people.add_command(doubles)
    people.add_command(merge)
    told = (organisations, people, providers, messages, surveys)
    for group in (
        forms,
        documents,
        answers,
        archive,
        audit,
        *told,
        settings,
        queues,
        certificates,
        storage,
        demo,
        doctor,
    ):
        app.cli.add_command(group)
