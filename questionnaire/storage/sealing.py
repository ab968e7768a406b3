"""What repositories ask of the cipher of their database: JSON values sealed where they are sensitive, read anywhere."""

import json
from collections.abc import Callable

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from questionnaire.spec.values import Json
from questionnaire.storage.cipher import Cipher, is_sealed

Sensitive = Callable[[str], bool]
"""Whether the answer at a path is sensitive: ``Form.is_sensitive``."""

_OPTION = "cipher"
_NONE = Cipher()


def use(engine: Engine, cipher: Cipher) -> None:
    """Give a database its cipher, before its first session."""
    engine.update_execution_options(**{_OPTION: cipher})


def cipher_of(session: Session) -> Cipher:
    """The cipher of a session's database: one without keys where none was given."""
    found: Cipher = session.get_bind().get_execution_options().get(_OPTION, _NONE)
    return found


def nothing(_path: str) -> bool:
    """Take no answer for sensitive."""
    return False


def answer_place(draft_id: str, path: str) -> tuple[str, ...]:
    """Where an answer is kept, its history included."""
    return ("answer", draft_id, path)


def submission_place(submission_id: str, part: str) -> tuple[str, ...]:
    """Where a part of a frozen document is kept: ``answers``, ``context``, or the path of a reserved answer."""
    return ("submission", submission_id, part)


class Answers:
    """The answers of one draft, from JSON values to what the database holds and back; None stays NULL."""

    def __init__(self, session: Session, draft_id: str) -> None:
        self._cipher = cipher_of(session)
        self._draft_id = draft_id

    def stored(self, path: str, value: Json, *, sealed: bool) -> str | None:
        """What is stored of a value; ``sealed`` asks to seal it, where there is a key."""
        if value is None:
            return None
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return self._cipher.seal(text, *answer_place(self._draft_id, path)) if sealed else text

    def read(self, path: str, stored: str | None) -> Json:
        """The value that was stored. Raises KeyMissing or SealBroken."""
        if stored is None:
            return None
        text = self._cipher.open(stored, *answer_place(self._draft_id, path)) if is_sealed(stored) else stored
        value: Json = json.loads(text)
        return value
