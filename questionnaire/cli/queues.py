"""``queues``: what waits for the runner and for the mail server, since when, what failed, and what to do about it."""

import json
from collections.abc import Iterator, Mapping

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.setting_up import require_database
from questionnaire.journeys.upkeep.checkup import moment
from questionnaire.journeys.upkeep.queues import FailedWork, Queues, every_queue
from questionnaire.storage.outbox import LetterState, OutboxLetter
from questionnaire.storage.queued import Tally
from questionnaire.web.desk import desk

SEND_AGAIN = "Réessayez-le\u00a0: flask --app wsgi messages retry {id}."
DO_AGAIN = "Son texte est effacé\u00a0: refaites ce qui l’envoie."
LABELS = {LetterState.HERE: "Jamais envoyé, par choix"}
"""Where the label of the screens speaks of the screen."""
WHY_STUCK = "Lancez flask --app wsgi doctor, qui essaie le serveur de courriel et le fournisseur de SMS."


@click.command("queues")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@with_appcontext
def queues(*, as_json: bool) -> None:
    """Montre ce qui attend, depuis quand, et ce qui a échoué. Code de sortie 1 si un document est en échec."""
    require_database(current_app.config["SETTINGS"])
    found = every_queue(desk())
    click.echo(_as_json(found) if as_json else "\n".join(_lines(found)))
    raise SystemExit(1 if found.failed else 0)


def _lines(found: Queues) -> Iterator[str]:
    yield "Documents"
    yield from _tallies({each.name: each.tally for each in (*found.works, *found.others)})
    yield "Messages"
    yield from _tallies({LABELS.get(state, state.label): found.letters.get(state, Tally()) for state in LetterState})
    if found.stuck:
        yield f"  Ceux qui attendent ne partent pas\u00a0: {found.stuck}"
        yield f"    → {WHY_STUCK}"
    yield "Documents en échec" if found.failed else "Aucun document n’est en échec."
    for failed in found.failed:
        yield f"  {_failed_line(failed)}"
        yield f"    → {failed.remedy}"
    yield "Derniers messages non arrivés" if found.lost else "Aucun message n’est perdu."
    for lost in found.lost:
        yield f"  {lost.id}  {lost.kind}  {lost.state.label.lower()}, du {moment(lost.created_at)}\u00a0: {lost.error}"
        yield f"    → {_remedy(lost)}"


def _tallies(named: Mapping[str, Tally]) -> Iterator[str]:
    widest = max(map(len, named))
    for name, tally in named.items():
        since = f"  depuis le {moment(tally.oldest)}" if tally.oldest else ""
        yield f"  {name:{widest}}  {tally.count:>6}{since}"


def _failed_line(failed: FailedWork) -> str:
    about, setback = failed.failure, failed.failure.setback
    what = f" ({failed.work.lower()})" if failed.work else ""
    tried = f"essai nº\u00a0{setback.tries} le {moment(setback.at)}, le suivant le {moment(setback.next_try)}"
    return f"{about.form} {about.reference}{what}\u00a0: {setback.error} ({tried})"


def _remedy(lost: OutboxLetter) -> str:
    return SEND_AGAIN.format(id=lost.id) if lost.text and lost.address else DO_AGAIN


def _as_json(found: Queues) -> str:
    told = {
        "works": {each.code: _tally(each.tally) for each in (*found.works, *found.others)},
        "letters": {state: _tally(found.letters.get(state, Tally())) for state in LetterState},
        "stuck": found.stuck,
        "failed": [_told_failure(failed) for failed in found.failed],
        "lost": [
            {"id": lost.id, "kind": lost.kind, "state": lost.state, "error": lost.error, "remedy": _remedy(lost)}
            for lost in found.lost
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _tally(tally: Tally) -> dict[str, object]:
    return {"count": tally.count, "oldest": tally.oldest.isoformat() if tally.oldest else None}


def _told_failure(failed: FailedWork) -> dict[str, object]:
    about, setback = failed.failure, failed.failure.setback
    return {
        "submission": about.submission_id,
        "form": about.form,
        "reference": about.reference,
        "work": failed.work,
        "tries": setback.tries,
        "error": setback.error,
        "at": setback.at.isoformat(),
        "next_try": setback.next_try.isoformat(),
        "remedy": failed.remedy,
    }
