"""The items of a repeat: added, moved, removed after a question, brought back."""

from collections.abc import Iterator

from questionnaire.access import Actor
from questionnaire.errors import QuestionnaireError
from questionnaire.filling import BadPath, Change, FilledForm, item_path, new_key, parse_path
from questionnaire.filling.paths import items_around, question_name
from questionnaire.journeys.desk import Desk
from questionnaire.journeys.drafting.drafts import OpenDraft
from questionnaire.journeys.drafting.saving import load_part, store
from questionnaire.storage.transaction import writing

GONE = "Cet élément n’existe pas, ou a été retiré par une autre personne."


class NoSuchItem(QuestionnaireError):
    """The item does not exist, or somebody removed it."""


class TooManyItems(QuestionnaireError):
    """The repeat is full."""


def add(desk: Desk, actor: Actor, draft_id: str, group: str) -> str:
    """Add an item at the end of a repeat; gives its path."""
    with writing(desk.session):
        opened = load_part(desk, actor, draft_id, group)
        filled = opened.fill()
        _require_repeat(opened, filled, group)
        if not filled.can_add(group):
            raise TooManyItems("Cette liste est complète.")
        path = item_path(group, new_key())
        store(desk, actor, opened, (Change(path, None, _next_rank(opened, group)),))
    return path


def remove(desk: Desk, actor: Actor, draft_id: str, path: str) -> None:
    """Take an item away. Its answers stay in the draft, out of every rule, until the draft goes."""
    with writing(desk.session):
        opened = load_part(desk, actor, draft_id, path)
        rank = require_item(opened, path)
        _require_open(opened.fill(), _group(path))
        store(desk, actor, opened, (Change(path, rank, None),))


def restore(desk: Desk, actor: Actor, draft_id: str, path: str) -> None:
    """Bring back an item that was removed, with its answers, at the end of the list."""
    with writing(desk.session):
        opened = load_part(desk, actor, draft_id, path)
        row = opened.stored.get(path)
        if row is None or not path.endswith("]"):
            raise NoSuchItem("Cet élément n’a jamais existé.")
        _require_around(opened, path)
        _require_open(opened.fill(), _group(path))
        if row.value is None:
            store(desk, actor, opened, (Change(path, None, _next_rank(opened, _group(path))),))


def move(desk: Desk, actor: Actor, draft_id: str, path: str, steps: int) -> None:
    """Move an item by some places among its fellows: -1 is one place up; beyond the ends it stays at the end."""
    with writing(desk.session):
        opened = load_part(desk, actor, draft_id, path)
        require_item(opened, path)
        place, group = parse_path(path), _group(path)
        filled = opened.fill()
        _require_open(filled, group)
        keys = list(filled.keys(group))
        here = keys.index(place.key or "")
        keys.insert(max(0, here + steps), keys.pop(here))
        store(desk, actor, opened, tuple(_ranked(opened, group, keys)))


def _group(path: str) -> str:
    """The place of the repeat of an item."""
    return parse_path(path).group or ""


def _ranked(opened: OpenDraft, group: str, keys: list[str]) -> Iterator[Change]:
    """What changes so that items stand in this order."""
    for rank, key in enumerate(keys, start=1):
        path = item_path(group, key)
        before = opened.stored[path].value
        if before != rank:
            yield Change(path, before, rank)


def require_item(opened: OpenDraft, path: str) -> int:
    """The rank of an item that is there; raises NoSuchItem."""
    row = opened.stored.get(path)
    if row is None or not path.endswith("]") or not isinstance(row.value, int):
        raise NoSuchItem(GONE)
    _require_around(opened, path)
    return row.value


def _require_around(opened: OpenDraft, path: str) -> None:
    """Every item that holds this one is there; those of another question come and go with its answers."""
    for item in items_around(path):
        row = opened.stored.get(item)
        given = opened.form.questions[question_name(item)].each
        if not given and (row is None or not isinstance(row.value, int)):
            raise NoSuchItem(GONE)


def _require_open(filled: FilledForm, group: str) -> None:
    if group in filled.read_only or filled.form.questions[question_name(group)].each:
        raise BadPath("Cette liste ne peut pas être changée ici.")


def _require_repeat(opened: OpenDraft, filled: FilledForm, group: str) -> None:
    question = opened.form.questions.get(question_name(group))
    if question is None or not question.is_repeat or group.endswith("]") or not filled.is_relevant(group):
        raise BadPath(f"Le formulaire n’a pas de liste «\u00a0{group}\u00a0».")
    _require_open(filled, group)


def _next_rank(opened: OpenDraft, group: str) -> int:
    items = ((path, row) for path, row in opened.stored.items() if path.endswith("]") and path.startswith(f"{group}["))
    ranks = (row.value for path, row in items if _group(path) == group)
    return max((rank for rank in ranks if isinstance(rank, int)), default=0) + 1
