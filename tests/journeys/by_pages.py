"""A whole document filled page by page without any script, from answers that are known."""

from urllib.parse import parse_qs, urlsplit

from questionnaire.filling import FilledForm, item_path, leaf_path
from questionnaire.spec.model import Question
from tests.journeys.house import Fields, Page, Visitor


def fill_by_pages(visitor: Visitor, draft: str, known: FilledForm) -> None:
    """Answer every page as ``known`` does: first the questions of the page, then its items one after the other."""
    keys: dict[str, str] = {}
    for section in known.sections():
        url = f"{draft}/parties/{section.name}/"
        rows = _leaves(known, section.questions, "", "", keys)
        _post(visitor, url, rows)
        for question in section.questions:
            if question.is_repeat:
                _items(visitor, url, known, question, (question.name, question.name), keys)


def _items(
    visitor: Visitor, url: str, known: FilledForm, repeat: Question, at: tuple[str, str], keys: dict[str, str]
) -> None:
    """The items of a repeat: ``at`` is its place in the known answers, and on the page."""
    old, new = at
    for key in known.keys(old):
        made = _opened(_post(visitor, url, {}, f"add:{new}"))
        keys[key] = made
        here, there = item_path(old, key), item_path(new, made)
        _post(visitor, url, _leaves(known, repeat.questions, f"{here}.", f"{there}.", keys), f"open:{there}")
        for child in repeat.questions:
            if child.is_repeat:
                inner = (leaf_path(old, key, child.name), leaf_path(new, made, child.name))
                _items(visitor, url, known, child, inner, keys)


def _opened(page: Page) -> str:
    """The key of the item that was just added: its page lays it open."""
    return parse_qs(urlsplit(page.url).query)["ouvert"][0].rpartition("[")[2].removesuffix("]")


def _leaves(
    known: FilledForm, questions: tuple[Question, ...], old: str, new: str, keys: dict[str, str]
) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for question in questions:
        path = old + question.name
        asked = known.is_relevant(path) and question.kind.answered and not question.files and not question.is_repeat
        if asked and path not in known.read_only and question.appearance != "hidden":
            found[new + question.name] = _typed(question.kind.to_json(known.answer(path)), keys)
    return found


def _typed(json: object, keys: dict[str, str]) -> str | list[str]:
    if isinstance(json, list):
        return [keys.get(str(entry), str(entry)) for entry in json]
    return "OK" if json is True else "" if json is None else keys.get(str(json), str(json))


def _post(visitor: Visitor, url: str, fields: Fields, action: str = "stay") -> Page:
    page = visitor.get(url)
    assert page.status == 200, url
    reply = visitor.post(url, {"_rev": page.hidden("_rev"), "_action": action, **fields})
    assert reply.status in {200, 422}, (url, reply.status)
    return reply
