"""``forms codebook``: the questions of a form and what may be answered, for those who read its data."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import chain, zip_longest
from pathlib import Path

import click

from questionnaire.cli.filling import write_file
from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.content.codebook import codebook_sheet
from questionnaire.exchange.csv_files import csv_file
from questionnaire.spec import Catalogue
from questionnaire.spec.codebook import Entry, codebook

HEADINGS = ("chemin", "genre", "obligatoire", "si", "libellé")
_FILE = click.Path(path_type=Path, dir_okay=False)
_REQUIRED = {True: "oui", False: "non"}


@click.command("codebook")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@click.option("--csv", "table", type=_FILE, help="Le tableau à écrire, pour un tableur.")
@click.option("--pdf", "document", type=_FILE, help="Le PDF à écrire.")
def codebook_command(name: str, *, as_json: bool, table: Path | None, document: Path | None) -> None:
    """Décrit les questions d’un formulaire (sa dernière version), avec leurs choix."""
    settings = settings_here()
    form = form_named(name, Catalogue.read(settings.forms_path))
    if table is not None:
        write_file(table, csv_file(codebook_sheet(form)))
    if document is not None:
        # The libraries of paper load slowly.
        from questionnaire.journeys.papers.codebook import draw_codebook  # noqa: PLC0415  # heavy, for this option only

        write_file(document, draw_codebook(form, datetime.now(UTC), settings.timezone))
    if table is None and document is None:
        _print(codebook(form), as_json=as_json)


def _print(entries: tuple[Entry, ...], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(list(map(_object, entries)), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_table(entries)))


def _object(entry: Entry) -> dict[str, object]:
    """An entry as JSON; ``list`` only where there is one."""
    return {key: value for key, value in asdict(entry).items() if key != "list" or value}


def _table(entries: tuple[Entry, ...]) -> list[str]:
    """Columns as wide as their widest cell; the choices of a question stand under it."""
    rows = [HEADINGS, *chain.from_iterable(map(_rows, entries))]
    widths = [max(map(len, column)) for column in zip_longest(*(row[:-1] for row in rows), fillvalue="")]
    return ["  ".join([*map(str.ljust, row[:-1], widths), row[-1]]).rstrip() for row in rows]


def _rows(entry: Entry) -> list[tuple[str, ...]]:
    required = entry.required if isinstance(entry.required, str) else _REQUIRED[entry.required]
    choices = [("", "", "", "", f"- {option.name} = {option.label}") for option in entry.choices]
    if entry.list is not None:
        choices.insert(0, ("", "", "", "", f"- liste {entry.list}"))
    return [(entry.path, entry.kind, *map(_line, (required, entry.relevant or "", entry.label))), *choices]


def _line(text: str) -> str:
    return " ".join(text.splitlines())
