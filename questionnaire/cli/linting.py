"""``forms lint``: what a sound form could say better to the people who read it."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from questionnaire.cli.rehearsal import home
from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.config import Settings
from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue, lexicon_of
from questionnaire.spec.advice.details import Severity
from questionnaire.spec.advice.reviewing import Review, review


@click.command("lint")
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@click.option("--acknowledged", is_flag=True, help="Dit aussi les conseils que le formulaire laisse, avec leur raison.")
@click.option("--strict", is_flag=True, help="Code de sortie 1 s’il reste une alerte ou un conseil.")
def lint(names: tuple[str, ...], *, as_json: bool, acknowledged: bool, strict: bool) -> None:
    """Relit des formulaires pour les personnes\u00a0: mots, longueur, échelles, version facile, durée, lecture.

    Sans nom, la dernière version de chaque formulaire de FORMS_PATH ; un fichier .yaml se relit par son chemin.
    Une ligne par conseil : fichier:ligne:colonne: gravité code message (remède).
    """
    settings = settings_here()
    try:
        lexicon = lexicon_of(settings.forms_path)
        reviews = [review(path, lexicon) for path in _paths(names, settings)]
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps([_object(each) for each in reviews], ensure_ascii=False, indent=2))
    else:
        for each in reviews:
            _tell(each, acknowledged=acknowledged)
    raise SystemExit(1 if strict and not all(each.is_clean for each in reviews) else 0)


def _paths(names: Iterable[str], settings: Settings) -> Iterable[Path]:
    catalogue = Catalogue.read(settings.forms_path)
    for name in names:
        yield Path(name) if name.endswith(".yaml") else _path(name, catalogue, settings)
    for form in () if names else catalogue.currents():
        yield _path(form.name, catalogue, settings)


def _path(name: str, catalogue: Catalogue, settings: Settings) -> Path:
    """The file of the last version, as one would type it from here."""
    form, here = form_named(name, catalogue), Path.cwd()
    path = home(form, settings) / f"{form.version}.yaml"
    return path.relative_to(here) if path.is_relative_to(here) else path


def _tell(found: Review, *, acknowledged: bool) -> None:
    for advice in found.advice:
        click.echo(str(advice))
    for each in found.acknowledged if acknowledged else ():
        click.echo(f"{each.advice}\n  laissé\u00a0: {each.reason}")
    click.echo(f"{found.form.name} {found.form.version}\u00a0: {_summary(found)}", err=True)


def _summary(found: Review) -> str:
    counts = [(severity, sum(1 for each in found.advice if each.severity is severity)) for severity in Severity]
    said = [f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts if count]
    left = len(found.acknowledged)
    apart = f" ({left} laissé{'s' if left > 1 else ''}, avec une raison)" if left else ""
    return f"{', '.join(said) or 'rien à dire'}{apart}."


def _object(found: Review) -> dict[str, object]:
    return {
        "form": found.form.name,
        "version": found.form.version,
        "advice": [asdict(advice) for advice in found.advice],
        "acknowledged": [{**asdict(each.advice), "reason": each.reason} for each in found.acknowledged],
    }
