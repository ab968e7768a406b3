"""``forms test``: every example of the forms, filled to its PDF and verified."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.config import Settings
from questionnaire.spec import Catalogue, Form

if TYPE_CHECKING:  # the libraries of paper and proof load slowly
    from questionnaire.journeys.papers.rehearsing import Rehearsal

VERDICTS = {"authentic": "authentique", "modified": "modifié", "unknown": "non reconnu"}


@click.command("test")
@click.argument("names", nargs=-1)
def rehearse_command(names: tuple[str, ...]) -> None:
    """Remplit les exemples des formulaires jusqu’au PDF, et le vérifie s’il est scellé.

    Sans nom, toutes les versions de tous les formulaires de FORMS_PATH ; avec des noms, leur dernière version.
    Code de sortie 1 si un exemple n’aboutit pas ou si un formulaire a une faute.
    """
    # The libraries of paper and proof load slowly, and only this command needs them.
    from questionnaire.journeys.papers.rehearsing import rehearse  # noqa: PLC0415  # heavy, for this command only

    settings = settings_here()
    catalogue = Catalogue.read(settings.forms_path)
    passed = True
    for form in _asked(names, catalogue):
        if not form.examples:
            click.echo(f"{_called(form, catalogue)}\u00a0: aucun exemple", err=True)
        for rehearsal in rehearse(form, home(form, settings), settings, datetime.now(UTC)):
            passed = passed and rehearsal.passed
            click.echo("\n".join([f"{_called(form, catalogue)} {_told(rehearsal)}", *_problems(rehearsal)]))
    for path in () if names else catalogue.quarantined:
        passed = False
        click.echo(f"{path}\u00a0: mis de côté, voir «\u00a0forms check\u00a0»", err=True)
    raise SystemExit(0 if passed else 1)


def _asked(names: Iterable[str], catalogue: Catalogue) -> tuple[Form, ...]:
    return tuple(form_named(name, catalogue) for name in names) or catalogue.forms


def home(form: Form, settings: Settings) -> Path:
    """The folder where the file of a form of the catalogue stands."""
    places = [folder / form.name for folder in settings.forms_path]
    return next(place for place in places if (place / f"{form.version}.yaml").is_file())


def _called(form: Form, catalogue: Catalogue) -> str:
    """The name of a form; of an older version, with its version."""
    return form.name if form is catalogue.current(form.name) else f"{form.name} {form.version}"


def _told(rehearsal: "Rehearsal") -> str:
    if not rehearsal.pages:
        return f"{rehearsal.example}\u00a0: {rehearsal.failure or 'pas de PDF, des réponses sont à corriger'}"
    pages = "1 page" if rehearsal.pages == 1 else f"{rehearsal.pages} pages"
    verdict = f", {VERDICTS[rehearsal.verdict]}" if rehearsal.verdict else ""
    return f"{rehearsal.example}\u00a0: PDF de {pages}{verdict}"


def _problems(rehearsal: "Rehearsal") -> Iterator[str]:
    for problem in rehearsal.problems:
        yield f"  {problem.path}: {problem.code} {problem.message}"
