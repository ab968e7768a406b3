"""``forms blank``: a form to print and fill by hand, without database or network."""

from datetime import UTC, datetime
from pathlib import Path

import click

from questionnaire.cli.filling import write_file
from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.content import Issue
from questionnaire.errors import QuestionnaireError
from questionnaire.spec import Catalogue
from questionnaire.spec.articles import UNNAMED

NO_NAME = f"Établissement\u00a0: {'.' * 40}"


@click.command("blank")
@click.argument("name")
@click.option(
    "--pdf", "output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Le PDF à écrire."
)
def blank(name: str, output: Path) -> None:
    """Dessine un exemplaire vierge, à imprimer et à remplir à la main."""
    # The libraries of paper and proof load slowly.
    from questionnaire.journeys.drafting.blank import draw_blank  # noqa: PLC0415  # heavy, for this command only

    try:
        settings = settings_here()
        form = form_named(name, Catalogue.read(settings.forms_path))
        issue = Issue(NO_NAME, datetime.now(UTC))
        pdf = draw_blank(form, issue, {"etablissement": UNNAMED}, settings.timezone)
    except QuestionnaireError as error:
        raise click.ClickException(str(error)) from error
    write_file(output, pdf)
