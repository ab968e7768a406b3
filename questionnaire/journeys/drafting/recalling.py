"""The answers of the drafts that people are in, read once for each revision of each draft."""

from collections import OrderedDict
from threading import Lock

from questionnaire.access import Perimeter
from questionnaire.lifecycle import Draft
from questionnaire.storage import answers
from questionnaire.storage.records import StoredAnswer
from questionnaire.storage.transaction import Session, is_writing

KEPT = 64
"""Drafts kept per process; the least used goes first."""

Rows = tuple[StoredAnswer, ...]


class Recall:
    """Answers by draft, as they stand at its revision: whatever changes one of them makes a new revision."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[int, Rows]] = OrderedDict()
        self._lock = Lock()

    def answers(self, session: Session, perimeter: Perimeter, draft: Draft) -> Rows:
        """Every answer of a draft that was just read within the perimeter; the same object as long as none changes.

        What a writing finds may never be committed: it asks the database, and leaves nothing here.
        """
        if is_writing(session):
            return answers.all_of(session, perimeter, draft.id)
        with self._lock:
            revision, rows = self._known.get(draft.id, (-1, ()))
            if revision == draft.revision:
                self._known.move_to_end(draft.id)
                return rows
        rows = answers.all_of(session, perimeter, draft.id)
        with self._lock:
            self._known[draft.id] = (draft.revision, rows)
            self._known.move_to_end(draft.id)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return rows
