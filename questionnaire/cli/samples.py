"""``forms samples``: made-up answers that walk every path of a form, and what of it none of them reaches."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from questionnaire.cli.shelf import form_named, settings_here
from questionnaire.filling import Context
from questionnaire.filling.samples import Goal, Sample, Walk, rules_of, walk
from questionnaire.spec import Catalogue, Form
from questionnaire.spec.articles import UNNAMED

_RULES = {
    "relevant": "sa condition",
    "required": "son obligation",
    "warning": "sa mise en garde",
    "circuit": "la condition de cette étape de signature",
}


@click.command("samples")
@click.argument("name")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Le dossier où les écrire.")
@click.option("--seed", type=int, default=1, show_default=True, help="Un autre nombre, d’autres réponses.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Le jour où l’on répond (aujourd’hui sinon).")
@click.option("--json", "as_json", is_flag=True, help="Le bilan en JSON, pour un programme.")
@click.option("--strict", is_flag=True, help="Code de sortie 1 s’il reste quelque chose que rien n’atteint.")
def samples(name: str, folder: Path | None, seed: int, day: datetime | None, *, as_json: bool, strict: bool) -> None:
    """Invente des réponses qui passent par tous les chemins d’un formulaire, et dit ce que rien n’atteint.

    Chaque fichier est complet et sans faute\u00a0: «\u00a0forms fill\u00a0» en fait un document.
    Le même jour et le même nombre donnent les mêmes réponses.
    """
    settings = settings_here()
    form = form_named(name, Catalogue.read(settings.forms_path))
    now = datetime.now(UTC) if day is None else day.replace(hour=12, tzinfo=settings.timezone)
    context = Context(now, settings.timezone, settings={"etablissement": UNNAMED}, seed=str(seed))
    walked = walk(form, context, seed)
    if folder is not None:
        _write(walked, folder)
    if as_json:
        click.echo(json.dumps(_object(form, walked), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_told(form, walked)))
    raise SystemExit(1 if strict and not walked.is_whole else 0)


def _write(walked: Walk, folder: Path) -> None:
    """One file a sample; raises ClickException. What stands in the folder already is nobody's to change."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise click.ClickException(f"{folder} n’est pas vide\u00a0: rien n’a été écrit.")
        for sample in walked.samples:
            text = json.dumps(sample.sheet, ensure_ascii=False, indent=2) + "\n"
            (folder / f"{sample.name}.json").write_text(text, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{folder} ne peut pas être écrit\u00a0: {error.strerror}.") from error


def _told(form: Form, walked: Walk) -> Iterator[str]:
    for sample in walked.samples:
        yield f"{sample.name}.json\u00a0: {_counted(sample)}"
    asked = [goal for goal in walked.goals if goal.rule == "asked"]
    left = [goal for goal in walked.missed if goal.rule == "asked"]
    ways = len(walked.goals) - len(asked)
    yield f"Questions atteintes\u00a0: {len(asked) - len(left)} sur {len(asked)}."
    yield f"Conditions vues vraies, puis fausses\u00a0: {ways - (len(walked.missed) - len(left))} sur {ways}."
    yield from (_missed(form, goal) for goal in walked.missed)
    yield from (f"Calcul impossible\u00a0: {failure}" for failure in walked.failures)


def _counted(sample: Sample) -> str:
    if not sample.shows:
        return "rien de plus"
    return f"{len(sample.shows)} chose{'s' if len(sample.shows) > 1 else ''} vue{'s' if len(sample.shows) > 1 else ''}"


def _missed(form: Form, goal: Goal) -> str:
    if goal.rule == "asked":
        return f"{goal.name}\u00a0: cette question n’est jamais posée."
    rule = " ".join(rules_of(form)[goal.name, goal.rule].source.split())
    return f"{goal.name}\u00a0: {_RULES[goal.rule]} n’est jamais {'vraie' if goal.truth else 'fausse'} ({rule})."


def _object(form: Form, walked: Walk) -> dict[str, object]:
    return {
        "form": form.name,
        "version": form.version,
        "samples": [{"name": each.name, "shows": list(map(_goal, each.shows))} for each in walked.samples],
        "missed": list(map(_goal, walked.missed)),
        "failures": list(walked.failures),
    }


def _goal(goal: Goal) -> dict[str, object]:
    return {"name": goal.name, "rule": goal.rule, "truth": goal.truth}
