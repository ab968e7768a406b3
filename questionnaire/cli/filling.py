"""``forms fill``: a document drawn from a file of answers, without browser or database."""

from datetime import UTC, datetime
from pathlib import Path

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue


@click.command("fill")
@click.argument("name")
@click.argument("answers", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--pdf", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Le PDF à écrire."
)
@click.option("--seal", "sealed", is_flag=True, help="Scelle l’exemplaire, marqué «\u00a0Exemplaire non signé\u00a0».")
def fill(name: str, answers: Path, output: Path, *, sealed: bool) -> None:
    """Dessine un document à partir d’un fichier de réponses (JSON).

    Un fichier joint y est un chemin, à partir du dossier des réponses. Les réponses à corriger sont écrites sur la
    sortie d’erreur, une par ligne : chemin: code message.
    """
    # The libraries of paper and proof load slowly, and only this command needs them.
    from questionnaire.journeys.papers.terminal import Unacceptable, draw_answers  # noqa: PLC0415  # heavy, for this command only

    try:
        settings = settings_here()
        form = form_named(name, Catalogue.read(settings.forms_path))
        pdf = draw_answers(form, answers, settings, datetime.now(UTC), sealed=sealed)
    except Unacceptable as error:
        for problem in error.problems:
            click.echo(f"{problem.path}: {problem.code} {problem.message}", err=True)
        raise SystemExit(1) from error
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    write_file(output, pdf)


def write_file(output: Path, content: bytes) -> None:
    """Write a file and say its size; raises ClickException."""
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{output} ne peut pas être écrit\u00a0: {error.strerror}.") from error
    click.echo(f"{output}\u00a0: {max(1, len(content) // 1024)} ko")
