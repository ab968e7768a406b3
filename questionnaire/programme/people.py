"""Which of the people that a form lists somebody is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from questionnaire.filling import FilledForm, leaf_path


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody, and of where they belong; ``facts`` are called as ``prefill`` calls them."""

    first_name: str
    last_name: str
    email: str
    facts: Mapping[tuple[str, str], str]


def who(filled: FilledForm, known: Known) -> str | None:
    """The key of the item that is this person: by address, else by name where only one has it; None when unknown."""
    people = filled.form.people
    if people is None:
        return None
    keys = filled.keys(people.items)
    by_email = [
        key for key in keys if known.email and _said(filled, people.items, key, people.email) == _folded(known.email)
    ]
    name = _folded(f"{known.first_name} {known.last_name}")
    by_name = [key for key in keys if _name(filled, key) == name]
    found = by_email or by_name
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Teammate:
    """Somebody of the team of a project; ``email`` is that of their account, empty without one."""

    id: str
    first_name: str
    last_name: str
    email: str


def which(filled: FilledForm, key: str, team: Iterable[Teammate]) -> Teammate | None:
    """Who of a team is the person of an item: by address, else by name where only one has it; None when unknown."""
    people = filled.form.people
    if people is None:
        return None
    members = tuple(team)
    email, name = _said(filled, people.items, key, people.email), _name(filled, key)
    by_email = [each for each in members if email and _folded(each.email) == email]
    by_name = [each for each in members if _folded(f"{each.first_name} {each.last_name}") == name]
    found = by_email or by_name
    return found[0] if len(found) == 1 else None


def _name(filled: FilledForm, key: str) -> str:
    people = filled.form.people
    if people is None:
        return ""
    parts = (_said(filled, people.items, key, each) for each in (people.first_name, people.last_name))
    return " ".join(parts)


def _said(filled: FilledForm, items: str, key: str, name: str) -> str:
    return _folded(str(filled.values.get(leaf_path(items, key, name)) or "")) if name else ""


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
