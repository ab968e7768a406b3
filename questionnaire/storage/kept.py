"""Posts kept until their author signs in again: put by account, taken back once."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questionnaire.storage.cipher import Cipher
from questionnaire.storage.sealing import cipher_of
from questionnaire.storage.tables.drafts import draft
from questionnaire.storage.tables.kept import kept_post
from questionnaire.storage.upsert import insert

_DRAFT = select(draft.c.id).where(draft.c.id == bindparam("draft"))
_OF_ACCOUNT = select(kept_post).where(kept_post.c.account_id == bindparam("account")).order_by(kept_post.c.at)
_FORGET = kept_post.delete().where(kept_post.c.account_id == bindparam("account"))


@dataclass(frozen=True, slots=True)
class KeptPost:
    """``revision`` is what the page carried, ``fields`` what it posted."""

    draft_id: str
    section: str
    revision: str
    fields: Mapping[str, Sequence[str]]
    at: datetime


def put(session: Session, account_id: int, post: KeptPost) -> None:
    """Keep a post, in place of the account's last one to the same section; nothing for a draft that is not there."""
    if session.execute(_DRAFT, {"draft": post.draft_id}).one_or_none() is None:
        return
    upsert = insert(session, kept_post).values(
        account_id=account_id,
        draft_id=post.draft_id,
        section=post.section,
        revision=post.revision,
        fields=cipher_of(session).seal(
            json.dumps(dict(post.fields), ensure_ascii=False), *place_of(account_id, post.draft_id, post.section)
        ),
        at=post.at,
    )
    session.execute(
        upsert.on_conflict_do_update(
            index_elements=[kept_post.c.account_id, kept_post.c.draft_id, kept_post.c.section],
            set_={name: upsert.excluded[name] for name in ("revision", "fields", "at")},
        )
    )


def of_account(session: Session, account_id: int) -> tuple[KeptPost, ...]:
    """The posts kept for an account, the oldest first."""
    rows = session.execute(_OF_ACCOUNT, {"account": account_id})
    return tuple(_post(cipher_of(session), row) for row in rows)


def _post(cipher: Cipher, row: Row[Any]) -> KeptPost:
    fields = json.loads(cipher.open(row.fields, *place_of(row.account_id, row.draft_id, row.section)))
    return KeptPost(row.draft_id, row.section, row.revision, fields, row.at)


def place_of(account_id: int, draft_id: str, section: str) -> tuple[str, ...]:
    """Where a kept post is: what its fields are bound to when they are sealed."""
    return ("kept", str(account_id), draft_id, section)


def forget(session: Session, account_id: int) -> None:
    """Forget all that was kept for an account."""
    session.execute(_FORGET, {"account": account_id})
