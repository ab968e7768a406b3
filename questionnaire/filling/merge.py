"""Two people on one draft: three-way merge of stored answers, path by path."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaire.spec.values import Json


@dataclass(frozen=True, slots=True)
class Change:
    """An answer to store: what stood there (None when nothing did) and what comes; ``sensitive``, it is kept sealed."""

    path: str
    before: Json
    after: Json
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """One answer changed by two people: what this page posted and what the other stored meanwhile."""

    path: str
    mine: Json
    theirs: Json


@dataclass(frozen=True, slots=True)
class Merge:
    """What to store, and what to ask about."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Mapping[str, Json], current: Mapping[str, Json], posted: Mapping[str, Json]) -> Merge:
    """Compare what a page posts with what it was drawn from (``base``) and with what is stored now (``current``).

    An answer equal to its base is no change: what others stored stands. An answer that only this page changed is
    stored. The same answer changed on both sides, differently, is a conflict and nothing of it is stored.
    """
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for path, mine in posted.items():
        before, theirs = base.get(path), current.get(path)
        if same(mine, before) or same(mine, theirs):
            continue
        if same(before, theirs):
            changes.append(Change(path, theirs, mine))
        else:
            conflicts.append(Conflict(path, mine, theirs))
    return Merge(tuple(changes), tuple(conflicts))


def same(one: Json, other: Json) -> bool:
    """Whether two stored answers are one answer: all blanks are alike."""
    return _plain(one) == _plain(other)


def _plain(json: Json) -> Json:
    blank = json is False or json in ("", [])  # zero equals False, and is an answer
    return None if blank else json
