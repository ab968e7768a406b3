"""What the runner notes of itself and of what it alone may open, for the page that tells how the installation is."""

from datetime import datetime

from questionnaire.journeys.desk import Desk
from questionnaire.journeys.papers.producing import Workshop
from questionnaire.journeys.upkeep.state import FILES, RUNNER, SEAL
from questionnaire.proof.certificate_facts import certificate_facts
from questionnaire.storage import notes
from questionnaire.storage.transaction import writing


def note_life(desk: Desk, since: datetime, version: str) -> None:
    """The runner lives, since a moment, in a version of the product."""
    with writing(desk.session) as session:
        notes.write(session, RUNNER, desk.clock(), {"since": since.isoformat(), "version": version})


def note_seal(workshop: Workshop) -> None:
    """What the certificate of the seal says."""
    told = certificate_facts(workshop.identity)
    facts: dict[str, notes.Value] = {
        "name": told.name,
        "issuer": told.issuer,
        "authorities": list(told.authorities),
        "whole": told.whole,
        "key": told.key,
        "not_before": told.not_before.isoformat(),
        "not_after": told.not_after.isoformat(),
        "demo": told.demo,
    }
    with writing(workshop.desk.session) as session:
        notes.write(session, SEAL, workshop.desk.clock(), facts)


def note_files(workshop: Workshop) -> None:
    """How many files are kept, and how large they are."""
    count, size = workshop.blobs.measure()
    with writing(workshop.desk.session) as session:
        notes.write(session, FILES, workshop.desk.clock(), {"count": count, "bytes": size})
