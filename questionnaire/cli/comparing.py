"""``forms diff``: what changed from one version of a form to another, in words."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.spec import Catalogue, Form, SpecError, load
from questionnaire.spec.differences import Comparison, compare, told
from questionnaire.spec.versions import natural


@click.command("diff")
@click.argument("before")
@click.argument("after")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
def diff_command(before: str, after: str, *, as_json: bool) -> None:
    """Dit ce qui change d’une version d’un formulaire à une autre.

    Chaque version est un nom et une version (fiche_projet@2026-1), un nom seul (sa dernière version), un fichier YAML,
    ou le dossier d’un formulaire (sa dernière version).
    """
    comparison = compare(_form(before), _form(after))
    click.echo(_as_json(comparison) if as_json else "\n".join(told(comparison)))


def _form(said: str) -> Form:
    """The version that a word names; raises ClickException."""
    path = Path(said)
    try:
        if path.is_dir():
            return load(_last(path))
        if path.is_file() or path.suffix == ".yaml":
            return load(path)
    except SpecError as error:
        raise click.ClickException("\n".join(map(str, error.faults))) from error
    return _in_catalogue(*said.partition("@")[::2])


def _last(folder: Path) -> Path:
    """The file of the last version in the folder of a form."""
    files = sorted(folder.glob("*.yaml"), key=lambda path: natural(path.stem))
    if not files:
        raise click.ClickException(f"Le dossier {folder} ne contient aucune version (fichier .yaml).")
    return files[-1]


def _in_catalogue(name: str, version: str) -> Form:
    catalogue = Catalogue.read(settings_here().forms_path)
    last = form_named(name, catalogue)
    known = {form.version: form for form in catalogue.forms if form.name == name}
    if version and version not in known:
        raise click.ClickException(f"{name} n’a pas de version {version}. Versions connues\u00a0: {', '.join(known)}.")
    return known.get(version, last)


def _as_json(comparison: Comparison) -> str:
    versions = {side: _version(form) for side, form in (("before", comparison.before), ("after", comparison.after))}
    found = [_plain(asdict(each)) for each in comparison.differences]
    return json.dumps({**versions, "differences": found}, ensure_ascii=False, indent=2)


def _version(form: Form) -> dict[str, str]:
    return {"form": form.name, "version": form.version, "digest": form.digest}


def _plain(told: dict[str, Any]) -> dict[str, Any]:
    """A difference, or one of its changes, without what says nothing."""
    inside = {"changes": [_plain(change) for change in told["changes"]]} if told.get("changes") else {}
    return {name: value for name, value in {**told, **inside}.items() if value not in ("", (), [])}
