"""Consents kept as they were given and withdrawn; and answers erased when the consent to them is withdrawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside, one
from questionnaire.storage.tables.answers import answer, answer_change, prefilled
from questionnaire.storage.tables.apart import upheld
from questionnaire.storage.tables.consents import consent
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.kept import kept_post
from questionnaire.storage.tables.together import comment

_DRAFT = select(draft.c.organisation_id).where(draft.c.id == bindparam("draft"), inside(draft))
_WITH_PATHS: tuple[Table, ...] = (answer, answer_change, prefilled, upheld, comment)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a consent was ``given``; ``text`` is what the form, of that ``digest``, asked."""

    path: str
    person_id: str
    at: datetime
    given: bool
    text: str
    digest: str


def note(session: Session, perimeter: Perimeter, draft_id: str, decisions: Sequence[Decision]) -> None:
    """Keep decisions just made; raises NotFound."""
    place = one(session, _DRAFT, bound(perimeter, draft=draft_id)).organisation_id
    rows = [
        {
            "organisation_id": place,
            "draft_id": draft_id,
            "path": each.path,
            "person_id": each.person_id,
            "at": each.at,
            "given": each.given,
            "text": each.text,
            "digest": each.digest,
        }
        for each in decisions
    ]
    if rows:
        session.execute(consent.insert(), rows)


def erase(session: Session, perimeter: Perimeter, draft_id: str, gone: Callable[[str], bool]) -> frozenset[str]:
    """Erase what a draft holds at the paths of which ``gone`` is true, with its history; gives these paths.

    The pages kept for people whose session ended go too: nobody knows what they hold. Raises NotFound.
    """
    one(session, _DRAFT, bound(perimeter, draft=draft_id))
    erased: set[str] = set()
    for table in _WITH_PATHS:
        known = session.scalars(select(table.c.path).where(table.c.draft_id == draft_id).distinct())
        paths = [path for path in known if gone(path)]
        erased.update(paths)
        if paths:
            session.execute(table.delete().where(table.c.draft_id == draft_id, table.c.path.in_(paths)))
    session.execute(kept_post.delete().where(kept_post.c.draft_id == draft_id))
    return frozenset(erased)
