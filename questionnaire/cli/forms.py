"""The group ``forms``, for authors, without database or network; its commands ``check`` and ``list``."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from questionnaire.cli.shelf import settings_here
from questionnaire.spec import Fault, Form, catalogue_of, check_file, check_folder
from questionnaire.spec.codebook import said


@click.group("forms")
def forms() -> None:
    """Formulaires : commencer, vérifier, décrire, remplir, essayer."""


@forms.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Vérifie des fichiers ou des dossiers de formulaires (par défaut, ceux de FORMS_PATH).

    Une ligne par faute : fichier:ligne:colonne: code message (remède). Code de sortie 1 s’il y en a une.
    """
    faults = [fault for path in paths or _folders() for fault in _faults(path)]
    for fault in faults:
        click.echo(str(fault))
    click.echo(_summary(len(faults)), err=True)
    raise SystemExit(1 if faults else 0)


@forms.command("list")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
def list_forms(*, as_json: bool) -> None:
    """Liste les formulaires de FORMS_PATH et leurs versions ; ceux qui ont une faute sont dits à part."""
    catalogue = catalogue_of(_folders())
    rows = [_row(form) for form in catalogue.forms]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            click.echo(f"{row['form']} {row['version']} – {row['title']} ({row['questions']} questions)")
    for path in catalogue.quarantined:
        click.echo(f"{_near(path)} : mis de côté, voir «\u00a0forms check\u00a0»", err=True)


def _folders() -> tuple[Path, ...]:
    return tuple(map(_near, settings_here().forms_path))


def _near(path: Path) -> Path:
    """The path as one would type it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _faults(path: Path) -> Iterable[Fault]:
    return check_folder(path, catalogue_of(_folders()).forms) if path.is_dir() else check_file(path)


def _summary(count: int) -> str:
    return {0: "Aucune faute.", 1: "1 faute."}.get(count, f"{count} fautes.")


def _row(form: Form) -> dict[str, str | int]:
    return {
        "form": form.name,
        "version": form.version,
        "title": said(form.title),
        "digest": form.digest,
        "questions": len(form.questions),
    }
