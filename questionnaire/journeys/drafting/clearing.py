"""Deleting the blobs of drafts that no answer needs any more: what is left to do is read from what is stored."""

from contextlib import suppress

from questionnaire.journeys.desk import Desk
from questionnaire.storage import files
from questionnaire.storage.blobs import Blobs
from questionnaire.storage.errors import BlobMissing
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import reading, writing


def clear_once(desk: Desk, blobs: Blobs) -> bool:
    """Delete the blobs of one draft, frozen or deleted, that no row names; whether there was such a draft.

    After a crash the draft is still found: what is gone already is passed over.
    """
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        draft_id = files.next_clearing(session, perimeter)
        named = {each.ref.sha256 for each in files.of_draft(session, perimeter, draft_id)} if draft_id else set()
    if draft_id is None:
        return False
    for sha256 in blobs.list(draft_id):
        if sha256 not in named:
            with suppress(BlobMissing):
                blobs.delete(draft_id, sha256)
    with writing(desk.session) as session:
        files.cleared(session, perimeter, draft_id)
    return True
