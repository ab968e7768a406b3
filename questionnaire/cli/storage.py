"""``storage``: what the database and the folder of files hold, what is one too many or few, and the room left."""

import json
from collections.abc import Iterator

import click
from flask import current_app
from flask.cli import with_appcontext

from questionnaire.cli.findings import exit_code, finding_lines, findings_told
from questionnaire.cli.setting_up import require_database
from questionnaire.config import Settings
from questionnaire.journeys.upkeep.checkup import size
from questionnaire.journeys.upkeep.holdings import KINDS, Holdings, read_holdings
from questionnaire.web.desk import blobs, desk

TABLES = {
    "organisation": "Organisations",
    "person": "Personnes",
    "account": "Comptes",
    "project": "Projets",
    "draft": "Brouillons, finalisés compris",
    "answer": "Réponses",
    "submission": "Documents finalisés",
    "archived_document": "Documents archivés",
    "survey_answer": "Réponses à des enquêtes",
    "letter": "Messages",
    "deed": "Lignes du journal d’audit",
}
"""The tables that tell most, as people call what is in them."""


@click.command("storage")
@click.option("--list", "named", is_flag=True, help="Nomme aussi les fichiers orphelins et manquants.")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
@with_appcontext
def storage(*, named: bool, as_json: bool) -> None:
    """Compte ce que gardent la base et les fichiers. Code de sortie 0 : tout va bien ; 1 : attention ; 2 : échec."""
    settings: Settings = current_app.config["SETTINGS"]
    require_database(settings)
    found = read_holdings(desk(), blobs(), settings)
    click.echo(_as_json(found) if as_json else "\n".join((*_lines(found), *(_names(found) if named else ()))))
    raise SystemExit(exit_code(found.findings))


def _lines(found: Holdings) -> Iterator[str]:
    state = found.state
    yield f"Base de données\u00a0: {state.database}, {size(state.database_size)}"
    for table, name in TABLES.items():
        yield f"  {name:42} {found.rows[table]:>8}"
    yield "Fichiers"
    for kind, name in KINDS.items():
        heap = found.files[kind]
        yield f"  {name:42} {heap.count:>8}  {size(heap.size)}"
    yield from finding_lines(found.findings)


def _names(found: Holdings) -> Iterator[str]:
    for title, files in (("Orphelins", found.orphans), ("Manquants", found.missing)):
        yield f"{title}\u00a0: {len(files)}"
        for owner, sha256 in files:
            yield f"  {owner}/{sha256}"


def _as_json(found: Holdings) -> str:
    state = found.state
    told = {
        "database": {"kind": state.database, "bytes": state.database_size, "rows": found.rows},
        "files": {kind: {"count": heap.count, "bytes": heap.size} for kind, heap in found.files.items()},
        "orphans": [f"{owner}/{sha256}" for owner, sha256 in found.orphans],
        "missing": [f"{owner}/{sha256}" for owner, sha256 in found.missing],
        "disk": {"free": state.disk_free, "total": state.disk_total},
        "findings": findings_told(found.findings),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
