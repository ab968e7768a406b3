"""``people doubles`` and ``people merge``: which records may be of one person, and making one of two."""

from collections.abc import Iterator

import click
from flask.cli import with_appcontext

from questionnaire.cli.people import find, told
from questionnaire.journeys.administration import merging
from questionnaire.journeys.administration.merger import Choice, Merger
from questionnaire.web.desk import blobs, desk
from questionnaire.web.presenting.merging import compared, facts, gone, picks, team_words

_WHICH = click.Choice(["kept", "other"])


@click.command("doubles")
@with_appcontext
def doubles() -> None:
    """Montre les fiches qui sont peut-être d’une même personne, les plus probables d’abord."""
    with told():
        for each in merging.every_double(desk(), None):
            one, other = (f"{record.id} {record.name} <{record.address}>" for record in (each.one, each.other))
            click.echo(f"{one}  {other}  {', '.join(each.reasons)}")


@click.command("merge")
@click.argument("kept")
@click.argument("other")
@click.option("--names", type=_WHICH, default="kept", help="De quelle fiche le nom reste.")
@click.option("--address", type=_WHICH, default="kept", help="De quelle fiche l’adresse reste.")
@click.option(
    "--account", type=_WHICH, default=None, help="De quelle fiche le compte reste\u00a0; sinon, celui qui est ouvert."
)
@click.option("--dry-run", is_flag=True, help="Dit ce qui serait fait, et n’écrit rien.")
@click.option("--yes", is_flag=True, help="N’attend pas de confirmation.")
@with_appcontext
def merge(kept: str, other: str, names: str, address: str, account: str | None, *, dry_run: bool, yes: bool) -> None:
    """Réunit dans la fiche KEPT la fiche OTHER d’une même personne, données par identifiant ou adresse."""
    with told():
        ids = {"kept": find(kept), "other": find(other)}
        choice = Choice(ids[names], ids[address], ids[account] if account else "")
        found = merging.preview(desk(), None, ids["kept"], ids["other"])
        click.echo("\n".join(_said(found, choice)))
        if found.refusals:
            raise click.exceptions.Exit(1)
        if dry_run:
            return
        if not yes:
            click.confirm("Réunir ces deux fiches pour toujours\u00a0?", abort=True)
        if merging.merge(desk(), None, ids["kept"], ids["other"], choice, found.digest, blobs()) is None:
            raise click.ClickException("Quelque chose a changé entre-temps\u00a0: relancez la commande.")
    click.echo("Les deux fiches sont réunies.")


def _said(found: Merger, choice: Choice) -> Iterator[str]:
    yield from found.refusals
    yield from (f"{row.label}\u00a0: {row.kept} | {row.other}" for row in compared(found))
    for pick in picks(found, choice):
        yield from (f"{pick.legend} {words}" for _, words, chosen in pick.options if chosen)
    for title, counts in (("Passe à la fiche gardée", found.weight.moved), ("Reste comme écrit", found.weight.left)):
        yield f"{title}\u00a0:"
        yield from (f"  {fact.label} {fact.value}".rstrip() for fact in facts(counts))
    yield from map(team_words, found.shared)
    yield "Disparaît\u00a0:"
    yield from (f"  {text}" for text in gone(found))
