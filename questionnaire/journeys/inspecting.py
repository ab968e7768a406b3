"""Inspecting the whole archive, by an operator at a terminal."""

from questionnaire.journeys.desk import Desk
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.records import RegisterFault
from questionnaire.storage.register import verify_register
from questionnaire.storage.transaction import reading


def inspect_archive(desk: Desk, blobs: Blobs) -> tuple[RegisterFault, ...]:
    """Every fault of every register and file."""
    with reading(desk.session) as session:
        return verify_register(session, blobs, whole_perimeter(session))
