"""Sealing anew every sensitive answer of the installation, a batch at a time: stopped, it goes on where it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from questionnaire.journeys.desk import Desk
from questionnaire.spec import Form
from questionnaire.storage import rekeying
from questionnaire.storage.cipher import KeyMissing, SealBroken
from questionnaire.storage.errors import NotFound
from questionnaire.storage.people import whole_perimeter
from questionnaire.storage.transaction import Session, reading, writing

BATCH = 50
"""Drafts or documents of one transaction: others write in between."""


@dataclass(slots=True)
class Rotation:
    """How far it is: what was gone through, rows changed, and why some could not be opened (by the sentence)."""

    seen: int = 0
    changed: int = 0
    unopened: dict[str, int] = field(default_factory=dict)


def rotate(desk: Desk, batch: int = BATCH) -> Iterator[Rotation]:
    """Seal anew all that is not under the first key; the same object after each batch. What is done is passed over."""
    so_far = Rotation()
    with reading(desk.session) as session:
        perimeter = whole_perimeter(session)
        drafts, documents = rekeying.drafts(session, perimeter), rekeying.submissions(session, perimeter)

    def draft(session: Session, id_: str, form: Form) -> int:
        return rekeying.reseal_draft(session, perimeter, id_, form.is_sensitive)

    def document(session: Session, id_: str, form: Form) -> int:
        if not form.sensitive and not form.reserved:
            return 0
        return rekeying.reseal_submission(session, perimeter, id_, sensitive=form.sensitive)

    for found, reseal in ((drafts, draft), (documents, document)):
        yield from _each(desk, found, reseal, so_far, batch)
    with writing(desk.session) as session:
        _count(so_far, partial(rekeying.reseal_kept, session))
    yield so_far


def _each(
    desk: Desk,
    found: tuple[tuple[str, str], ...],
    reseal: Callable[[Session, str, Form], int],
    so_far: Rotation,
    batch: int,
) -> Iterator[Rotation]:
    for start in range(0, len(found), batch):
        with writing(desk.session) as session:
            for id_, digest in found[start : start + batch]:
                form = desk.shelf.version(session, digest)
                _count(so_far, partial(reseal, session, id_, form))
                so_far.seen += 1
        yield so_far


def _count(so_far: Rotation, reseal: Callable[[], int]) -> None:
    """One object that does not open keeps no other from being sealed."""
    try:
        so_far.changed += reseal()
    except NotFound:
        pass  # deleted meanwhile
    except (KeyMissing, SealBroken) as error:
        so_far.unopened[str(error)] = so_far.unopened.get(str(error), 0) + 1
