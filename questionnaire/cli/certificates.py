"""``certificates``: the seal, its authorities and whom verifications trust, with their ends; no database needed."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from questionnaire.cli.findings import exit_code, finding_lines, findings_told
from questionnaire.cli.shelf import settings_here
from questionnaire.journeys.upkeep.state import TIMESTAMPING

if TYPE_CHECKING:
    from questionnaire.journeys.upkeep.certificates import Certificates
    from questionnaire.proof.certificate_facts import OneCertificate


@click.command("certificates")
@click.option("--json", "as_json", is_flag=True, help="En JSON, pour un programme.")
def certificates(*, as_json: bool) -> None:
    """Montre le cachet, ses autorités et leurs échéances.

    Code de sortie 0 : tout va bien ; 1 : attention ; 2 : échec.
    """
    # The libraries of proof load slowly, and only this command needs them.
    from questionnaire.journeys.upkeep.certificates import read_certificates  # noqa: PLC0415  # heavy, for this only

    settings, now = settings_here(), datetime.now(UTC)
    found = read_certificates(settings, now)
    file = str(settings.seal_file)
    if as_json:
        click.echo(json.dumps(_told(found, file), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(found, file, now)))
    raise SystemExit(exit_code(found.findings))


def _lines(found: "Certificates", file: str, now: datetime) -> Iterator[str]:
    key = f" ({found.key})" if found.key else ""
    yield f"Cachet\u00a0: {file}{key}"
    yield from _blocks(found.chain, now)
    if found.trust:
        yield "Confiance, pour documents verify sans --trust"
        yield from _blocks(found.trust, now)
    yield f"Horodatage\u00a0: {TIMESTAMPING}."
    yield from finding_lines(found.findings)


def _blocks(certificates: "Iterable[OneCertificate]", now: datetime) -> Iterator[str]:
    for each in certificates:
        days = (each.not_after - now).days
        left = f"encore {days} jour{'s' if days > 1 else ''}" if each.not_after > now else "expiré"
        yield f"  {each.name}{' (racine)' if each.root else ''}"
        yield f"    émis par {each.issuer}, nº\u00a0{each.serial}"
        yield f"    du {each.not_before:%d/%m/%Y} au {each.not_after:%d/%m/%Y}, {left}"
        yield f"    SHA-256 {each.sha256}"


def _told(found: "Certificates", file: str) -> dict[str, object]:
    return {
        "file": file,
        "key": found.key,
        "chain": [_one(each) for each in found.chain],
        "trust": [_one(each) for each in found.trust],
        "timestamping": None,
        "findings": findings_told(found.findings),
    }


def _one(each: "OneCertificate") -> dict[str, object]:
    return {
        "name": each.name,
        "issuer": each.issuer,
        "root": each.root,
        "serial": each.serial,
        "sha256": each.sha256,
        "not_before": each.not_before.isoformat(),
        "not_after": each.not_after.isoformat(),
    }
