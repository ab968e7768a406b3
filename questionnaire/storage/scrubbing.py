"""Taking a name and an address out of texts that others wrote, wherever they stand, frozen documents left alone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from sqlalchemy import BindParameter, Column, ColumnElement, String, Table, bindparam, func, select
from sqlalchemy.orm import Session

from questionnaire.access import Perimeter
from questionnaire.storage.scope import bound, inside
from questionnaire.storage.tables import metadata
from questionnaire.storage.tables.answers import answer, answer_change, prefilled
from questionnaire.storage.tables.drafts import draft

NOBODY = "personne effacée"
"""What stands in place of a name."""

FROZEN: Mapping[str, str] = {
    "submission": "What was finalised: signed, sealed, verified.",
    "act": "What was signed.",
    "act_trace": "From where it was signed: it proves the act.",
    "reserved_answer": "Reserved answers of a finalised document: erased by their author.",
    "archived_document": "The sealed document, as the register lists it.",
    "journal_event": "Links of a chain: erased whole, never changed.",
    "deed_detail": "Links of a chain: erased whole, never changed.",
    "form_version": "Forms.",
    "blank": "Phrases of an organisation.",
    "organisation": "The contacts that an organisation publishes: it changes them.",
    "person": "Another person of the same name.",
    "account": "Another person of the same name.",
}
"""Tables whose texts no erasure changes, each with the reason."""

SHORTEST = 80
"""Texts that people write are in columns of at least as many letters; the shorter ones hold codes."""


@dataclass(frozen=True, slots=True)
class Names:
    """How somebody is called; ``shared`` tells that another person has the same name: then it is left alone."""

    first_name: str
    last_name: str
    email: str
    shared: bool = False

    def words(self) -> tuple[str, ...]:
        """What is looked for, as it may be written; as HTML too."""
        full = () if self.shared else (f"{self.first_name} {self.last_name}", f"{self.last_name} {self.first_name}")
        told = [*full, *([self.email] if self.email else [])]
        return tuple(dict.fromkeys([*told, *map(escape, told), *(json.dumps(one)[1:-1] for one in told)]))


def scrub(session: Session, perimeter: Perimeter, names: Names) -> None:
    """Take the names out of every text of a perimeter that is not frozen; the drafts so changed get a new revision."""
    touched = _blank_answers(session, perimeter, names)
    for column in texts():
        where = _belongs(column.table)
        for word in names.words():
            found = column.contains(word, autoescape=True)
            if column.table is answer:
                touched |= set(session.scalars(select(answer.c.draft_id).where(found, where), bound(perimeter)))
            changed = {column.name: func.replace(column, word, NOBODY)}
            session.execute(column.table.update().where(found, where).values(changed), bound(perimeter))
    if not touched:
        return
    # What a web process remembers of a draft is remembered by its revision.
    anew = draft.update().where(draft.c.id.in_(bindparam("touched", expanding=True)))
    session.execute(anew.values(revision=draft.c.revision + 1), {"touched": sorted(touched)})


def texts() -> Iterator[Column[str]]:
    """Every column in which people write, frozen tables left out."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            written = isinstance(column.type, String) and (column.type.length or SHORTEST) >= SHORTEST
            if written and table.name not in FROZEN and not column.primary_key and _within(table):
                yield column


def _within(table: Table) -> bool:
    return bool({"organisation_id", "draft_id"} & set(table.c.keys()))


def _belongs(table: Table) -> ColumnElement[bool]:
    if "organisation_id" in table.c:
        return inside(table)
    return table.c.draft_id.in_(_DRAFTS)


_DRAFTS = select(draft.c.id).where(inside(draft))
_LAST = select(answer.c.draft_id, answer.c.path).where(
    answer.c.value == bindparam("last"), answer.c.draft_id.in_(_DRAFTS)
)
_HAS_FIRST = select(answer.c.path).where(answer.c.draft_id == bindparam("draft"), answer.c.value == bindparam("first"))
_PARTS: BindParameter[list[str]] = bindparam("parts", expanding=True)


def _blank_answers(session: Session, perimeter: Perimeter, names: Names) -> set[str]:
    """Empty the answers that are a first and a last name of one item, or the address; the drafts where they stood."""
    parts = [json.dumps(text, ensure_ascii=False) for text in (names.last_name, names.first_name, names.email) if text]
    touched = set()
    for draft_id, path in session.execute(_LAST, bound(perimeter, last=parts[0])).all() if not names.shared else ():
        place = path.rpartition(".")[0]
        firsts = session.scalars(_HAS_FIRST, {"draft": draft_id, "first": parts[1]})
        if place in {first.rpartition(".")[0] for first in firsts}:
            _blank(session, draft_id, place, parts)
            touched.add(draft_id)
    return touched


def _blank(session: Session, draft_id: str, place: str, parts: list[str]) -> None:
    """Empty what is one of these in an item, in its history too; an empty place is what stands in no item."""
    for table, columns in _KEPT.items():
        inner = table.c.path.startswith(f"{place}.", autoescape=True) if place else ~table.c.path.contains(".")
        for name in columns:
            here = (table.c.draft_id == bindparam("where"), inner, table.c[name].in_(_PARTS))
            session.execute(table.update().where(*here).values({name: None}), {"where": draft_id, "parts": parts})


_KEPT: Mapping[Table, tuple[str, ...]] = {answer: ("value",), answer_change: ("before", "after"), prefilled: ("value",)}
