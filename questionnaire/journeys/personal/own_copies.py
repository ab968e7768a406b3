"""A person's data on paper, asked for from the desk: drawn by the runner, kept some days, then deleted."""

from contextlib import suppress
from datetime import timedelta

from questionnaire.access import Actor
from questionnaire.access.deeds import DeedKind
from questionnaire.journeys.auditing import Subject, note
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.personal.own_data import COPY_DAYS, own_places
from questionnaire.storage import copies
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.copies import DataCopy
from questionnaire.storage.errors import BlobMissing
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing

FILE_NAME = "mes-donnees.pdf"


def ask(desk: Desk, actor: Actor) -> None:
    """Ask for the actor's copy, in place of the one before; noted in the audit log."""
    with writing(desk.session) as session:
        here, person = own_places(actor), actor.person
        note(desk, actor, DeedKind.OWN_DATA_TAKEN, Subject(actor.organisation.id, person.id, person.name))
        copies.ask(session, here, DataCopy(person.id, actor.organisation.id, here.organisations, desk.clock()))


def asked(desk: Desk, actor: Actor) -> DataCopy | None:
    """The actor's copy, if they asked for one that is not deleted yet."""
    with reading(desk.session) as session:
        return copies.get(session, own_places(actor), actor.person.id)


def download(desk: Desk, actor: Actor, blobs: Blobs) -> tuple[str, bytes] | None:
    """Name and bytes of the actor's copy, None while there is none."""
    copy = asked(desk, actor)
    if copy is None or copy.sha256 is None:
        return None
    with suppress(BlobMissing):  # deleted meanwhile
        return FILE_NAME, blobs.get(owner_of(copy.person_id), copy.sha256)
    return None


def owner_of(person_id: str) -> str:
    """Under whose name the files of a person's copies are kept."""
    return f"donnees-{person_id}"


def delete_once(desk: Desk, blobs: Blobs) -> bool:
    """Delete one copy whose days are over; whether there was any. The file goes first: a crash leaves it to be done."""
    with reading(desk.session) as session:
        over = copies.over(session, whole_perimeter(session), desk.clock() - timedelta(days=COPY_DAYS))
    if over is None:
        return False
    forget_files(blobs, over.person_id)
    with writing(desk.session) as session:
        copies.remove(session, whole_perimeter(session), over.person_id)
    return True


def forget_files(blobs: Blobs, person_id: str, but: str = "") -> None:
    """Delete the files of a person's copies, but one."""
    for sha256 in blobs.list(owner_of(person_id)):
        if sha256 != but:
            with suppress(BlobMissing):  # another runner was faster
                blobs.delete(owner_of(person_id), sha256)
