"""Someone's answers: typed values by path, and the items of each repeat in order; nothing computed."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

from questionnaire.filling.paths import (
    BadPath,
    Path,
    is_key,
    item_path,
    leaf_path,
    parse_path,
    question_name,
)
from questionnaire.filling.problems import Problem
from questionnaire.spec.model import Form, Question
from questionnaire.spec.values import Answer, Json

Stored = Mapping[str, Json]
"""Answers as the database holds them: path to JSON.

An item of a repeat is a row of its own whose value is its rank, null once it was removed.
"""

Sheet = dict[str, Any]
"""Answers as a file holds them: question names; a repeat is a list of objects (each may carry its key as ``_key``).

An object of a repeat holds the lists of the repeats inside it in the same way.
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """``values`` by path (a path that was never answered is absent, one that was emptied is None).

    ``items`` gives the keys of each repeat that has any, in order, by its place: its name, or inside an item of another
    its path (``but[k1].action``). ``removed`` are the paths of items taken away: their answers, and the items inside
    them, are kept without counting for any rule.
    """

    values: Mapping[str, Answer]
    items: Mapping[str, tuple[str, ...]]
    removed: frozenset[str] = frozenset()

    def keys(self, group: str) -> tuple[str, ...]:
        """The items of the repeat at a place, in order."""
        return self.items.get(group, ())


def new_key() -> str:
    """A key for a new item: short, stable, never reused."""
    return "k" + secrets.token_hex(5)


def from_stored(form: Form, stored: Stored) -> Answers:
    """Read what the database holds. Rows of questions that the form does not have are left aside."""
    values: dict[str, Answer] = {}
    ranks: dict[str, list[tuple[int, str]]] = {}
    removed: set[str] = set()
    for text, json in stored.items():
        path = parse_path(text)
        question = found_at(form, path)
        if question is None:
            continue
        if path.name is not None:
            values[text] = question.kind.from_json(json, question)
        elif isinstance(json, int):
            ranks.setdefault(path.group or "", []).append((json, path.key or ""))
        else:
            removed.add(text)
    items = {group: tuple(key for _, key in sorted(pairs)) for group, pairs in ranks.items()}
    return Answers(values, items, frozenset(removed))


def from_sheet(form: Form, sheet: Mapping[str, Any]) -> tuple[Answers, tuple[Problem, ...]]:
    """Read an answers file; names that the form does not have, and values of a wrong shape, come out as problems."""
    reader = _SheetReader()
    for name, json in sheet.items():
        question = form.questions.get(name)
        if question is None or question.group is not None:
            reader.problems.append(_unknown(name))
        else:
            reader.read(question, name, json)
    return Answers(reader.values, reader.items), tuple(reader.problems)


@dataclass(frozen=True, slots=True)
class _SheetReader:
    """What was read so far of an answers file."""

    values: dict[str, Answer] = field(default_factory=dict)
    items: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, question: Question, path: str, json: object) -> None:
        """What a file gives to the question at a path."""
        if not question.is_repeat:
            _read_leaf(question, path, json, self.values, self.problems)
        elif keys := tuple(self._items(question, path, json)):
            self.items[path] = keys

    def _items(self, repeat: Question, place: str, json: object) -> Iterator[str]:
        if json is None:
            return
        if not isinstance(json, list) or not all(isinstance(entry, Mapping) for entry in json):
            self.problems.append(Problem(place, "not_a_list", "Donnez une liste d’objets, un par élément."))
            return
        names = {child.name: child for child in repeat.questions}
        for key, entry in zip(_keys(repeat, place, json, self.problems), json, strict=True):
            for name, value in entry.items():
                if name in names:
                    self.read(names[name], leaf_path(place, key, name), value)
                elif name != "_key":
                    self.problems.append(_unknown(leaf_path(place, key, name)))
            yield key


def _keys(question: Question, at: str, entries: list[Mapping[str, Any]], problems: list[Problem]) -> list[str]:
    """A key for each item: the one it carries, or one that no other carries."""
    keys: list[str | None] = []
    for rank, entry in enumerate(entries, start=1):
        given = entry.get("_key")
        if given is None and question.each:
            message = f"Dites par «\u00a0_key\u00a0» de quel élément de «\u00a0{question.each}\u00a0» il s’agit."
            problems.append(Problem(f"{at} {rank}", "missing_key", message))
        fits = isinstance(given, str) and is_key(given) and given not in keys
        keys.append(given if fits else None)
        if given is not None and not fits:
            place = f"{at} {rank}"
            problems.append(Problem(place, "bad_key", "La clé de cet élément est mal formée, ou déjà prise."))
    free = (key for key in map("k{}".format, count(1)) if key not in keys)
    return [key or next(free) for key in keys]


def _read_leaf(question: Question, path: str, json: object, values: dict[str, Answer], problems: list[Problem]) -> None:
    if not question.kind.answered and not question.kept:
        return  # calculations are computed again, notes hold nothing
    if isinstance(json, dict) or (isinstance(json, list) and not all(isinstance(x, str) for x in json)):
        problems.append(Problem(path, "wrong_shape", "Cette valeur n’a pas la forme attendue."))
        return
    values[path] = question.kind.from_json(cast("Json", json), question)


def _unknown(path: str) -> Problem:
    return Problem(path, "unknown_question", "Le formulaire n’a pas de question de ce nom.")


def to_stored(form: Form, answers: Answers) -> dict[str, Json]:
    """The rows to keep for these answers."""
    rows: dict[str, Json] = {}
    for group, keys in answers.items.items():
        if form.questions[question_name(group)].each:
            continue  # its items are those of another question
        rows.update({item_path(group, key): rank for rank, key in enumerate(keys, start=1)})
    rows.update(dict.fromkeys(answers.removed))
    for path, answer in answers.values.items():
        rows[path] = question_at(form, parse_path(path)).kind.to_json(answer)
    return rows


def question_at(form: Form, path: Path) -> Question:
    """The question that a path names; raises BadPath where the form has none there."""
    question = found_at(form, path)
    if question is None:
        raise unknown(path)
    return question


def found_at(form: Form, path: Path) -> Question | None:
    """The question that a path names, of an item its repeat; None where the form has none there."""
    question = form.questions.get(path.question)
    groups = path.groups if path.name is not None else path.groups[:-1]
    return question if question is not None and form.around(question) == groups else None


def unknown(path: Path) -> BadPath:
    """What is said of a path where there is no question, or none for whoever asks."""
    return BadPath(f"Le formulaire n’a pas de question «\u00a0{path}\u00a0».")
