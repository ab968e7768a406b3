"""Whose page it is: a signed mark that lets a page be saved for its author after their session has ended."""

from functools import lru_cache
from time import time

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

LASTING = 24 * 3600
"""Seconds for which a page left open may still be saved for its author."""


SIGNED_ANEW = 600
"""Seconds after which a mark is signed anew; until then the pages of a draft carry the same."""


def mark(account_id: int, draft_id: str) -> str:
    """The mark of a page of a draft, drawn for an account."""
    return _signed(current_app.config["SECRET_KEY"], account_id, draft_id, int(time() // SIGNED_ANEW))


@lru_cache(1024)
def _signed(_key: str, account_id: int, draft_id: str, _period: int) -> str:
    return _serializer().dumps([account_id, draft_id])


def author_of(text: str, draft_id: str) -> int | None:
    """The account for which a page of this draft was drawn; None for a mark that is forged, or too old."""
    try:
        account_id, marked = _serializer().loads(text, max_age=LASTING)
    except (BadData, ValueError, TypeError):
        return None
    return account_id if marked == draft_id and isinstance(account_id, int) else None


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="page-author")
