"""Inspecting the whole archive, by an operator at a terminal."""

from questionnaire.journeys.desk import Desk
from questionnaire.journeys.upkeep.state import INTEGRITY
from questionnaire.storage import notes
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.records import RegisterFault
from questionnaire.storage.register import verify_register
from questionnaire.storage.transaction import reading, writing


def inspect_archive(desk: Desk, blobs: Blobs) -> tuple[RegisterFault, ...]:
    """Every fault of every register and file; that they were read again is noted."""
    with reading(desk.session) as session:
        faults = verify_register(session, blobs, whole_perimeter(session))
    with writing(desk.session) as session:
        notes.write(session, INTEGRITY, desk.clock(), {"faults": len(faults)})
    return faults
