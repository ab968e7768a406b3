"""The texts of a form as one reader sees them: terms of the house and piped answers resolved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from questionnaire.filling.answers import Answers
from questionnaire.filling.context import Context
from questionnaire.filling.paths import item_path, items_around, parse_path, question_name
from questionnaire.spec.kinds.figures import finite, plain_number
from questionnaire.spec.model import Choice, Form, Question, Source
from questionnaire.spec.others import OTHER
from questionnaire.spec.texts import Text, Told
from questionnaire.spec.values import Files, Value

_SEVERAL = frozenset({"select_multiple", "file"})
"""Kinds of which nothing answered is a number too: none."""

NO_MORE = "(n’est plus dans la liste)"
"""Said after the name of a repeat, of an item that was removed."""

Items = Mapping[str, tuple[str, str]]
"""By the place of a repeat, its name and the key of the item from which a text is seen."""


def told(question: Question, value: Value) -> Told:
    """What an answer says to a text that depends on it: a number, how many were ticked, or the name of an option."""
    if value is None and question.kind.name in _SEVERAL:
        return Decimal(0)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return None if finite(value) is None else Decimal(plain_number(value))
    if isinstance(value, tuple | Files):
        return Decimal(len(value.refs if isinstance(value, Files) else value))
    return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Wording:
    """Resolves texts over the values that count."""

    form: Form
    answers: Answers
    context: Context
    values: Mapping[str, Value]

    def say(self, text: Text | None, group: str | None = None, key: str | None = None) -> str:
        """A text with its marks replaced, as seen from the item ``group[key]`` where one is given.

        ``group`` is the place of a repeat: inside of another, a path.
        """
        if text is None:
            return ""
        if text.plain is not None:
            return text.plain
        return text.render(
            self.context.term, lambda name: self._piped(name, group, key), lambda name: self._told(name, group, key)
        ).strip()

    def shown(self, path: str) -> tuple[str, ...]:
        """The value at ``path`` as people read it: lines, none when blank."""
        question = self.form.questions[question_name(path)]
        return question.kind.show(self.values.get(path), question, self)

    def option(self, question: Question, name: str) -> str:
        """The label of an option."""
        choice = question.choice(name)
        if choice is None and question.source is not None:
            return self._listed(question.source, name)
        return self.say(choice.label) if choice else name

    def called(self, question: Question, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """Choices with their labels: the items of a repeat are called as their answers say."""
        if question.source is None or question.source.installation:
            return choices
        return tuple(replace(choice, label=Text((self.option(question, choice.name),))) for choice in choices)

    def _listed(self, source: Source, name: str) -> str:
        if source.installation:
            found = next((choice for choice in self.context.choices(source.name) or () if choice.name == name), None)
            return self.say(found.label) if found else name
        repeat = self.form.questions[source.name]
        keys = self.answers.keys(repeat.name)
        if name not in keys:
            return f"{self.say(repeat.label)} {NO_MORE}"
        return self.say(source.label, repeat.name, name) or f"{self.say(repeat.label)} {keys.index(name) + 1}"

    def item_title(self, group: str, key: str, rank: int) -> str:
        """The title of an item of the repeat at ``group``: its ``item_label``; while that is blank, its rank there."""
        repeat = self.form.questions[question_name(group)]
        return self.say(repeat.item_label, group, key) or f"{self.say(repeat.label)} {rank}"

    def item_called(self, item: str) -> str:
        """The title of the item at a path, whether it is there or was taken away."""
        group, key = item.rpartition("[")[0], item.rpartition("[")[2].removesuffix("]")
        keys = self.answers.keys(group)
        return self.item_title(group, key, keys.index(key) + 1) if key in keys else self.gone_title(group, key)

    def gone_title(self, group: str, key: str) -> str:
        """The title of an item that is there no more: what it was about, where the form itself says it."""
        repeat = self.form.questions[question_name(group)]
        return self.say(repeat.item_label, group, key) if repeat.each else self.say(repeat.label)

    def around(self, path: str) -> tuple[str, ...]:
        """The titles of the items that hold what stands at a path, the outermost first."""
        return tuple(map(self.item_called, items_around(path)))

    def _about(self, source: Question, key: str) -> str:
        """What one item of a repeat that follows another question is about."""
        if not source.is_repeat:
            own = f"{source.name}_{OTHER}"
            other = self.shown(own) if key == OTHER and own in self.form.questions else ()
            return ", ".join(other) or self.option(source, key)
        keys = self.answers.keys(source.name)
        return self.item_title(source.name, key, keys.index(key) + 1) if key in keys else self.say(source.label)

    def _told(self, name: str, group: str | None, key: str | None) -> Told:
        """What decides between wordings: of a repeat, its items; of its questions from elsewhere, those answered."""
        question = self.form.questions[name]
        items = _items(group, key)
        paths = [f"{place}{name}" for place in self._places(question, items)]
        if question.is_repeat:
            return Decimal(sum(len(self.answers.keys(path)) for path in paths))
        known = {each for repeat, _ in items.values() for each in (repeat, self.form.questions[repeat].each)}
        if question.group is None or question.group in known:
            return told(question, self.values.get(paths[0]) if paths else None)
        return Decimal(sum(self.values.get(path) is not None for path in paths))

    def _piped(self, name: str, group: str | None, key: str | None) -> str:
        question = self.form.questions[name]
        items = _items(group, key)
        for repeat, its_key in items.values():
            if self.form.questions[repeat].each == name:
                return self._about(question, its_key)
        if question.is_repeat:
            return ", ".join(self._titles(question, items))
        if question.group is None:
            return ", ".join(self.shown(name))
        return ", ".join(line for place in self._places(question, items) for line in self.shown(f"{place}{name}"))

    def _titles(self, repeat: Question, items: Items) -> Iterator[str]:
        """What the items of a repeat are called, seen from these items."""
        if repeat.group is None:
            yield from (self._about(repeat, each) for each in self.answers.keys(repeat.name))
        for place in self._places(repeat, items) if repeat.group is not None else ():
            group = f"{place}{repeat.name}"
            yield from (self.item_title(group, each, rank) for rank, each in enumerate(self.answers.keys(group), 1))

    def _places(self, question: Question, items: Items) -> tuple[str, ...]:
        """What stands before the name of a question in its paths, seen from these items: their own one where one is."""
        found: tuple[str, ...] = ("",)
        for group in self.form.around(question):
            found = tuple(f"{at}{group}[{key}]." for at in found for key in self._keys(f"{at}{group}", items))
        return found

    def _keys(self, group: str, items: Items) -> tuple[str, ...]:
        """The items of a repeat at a place, or the one from which it is seen, itself or what follows it."""
        for place, (repeat, key) in items.items():
            if group in (place, self.form.questions[repeat].each):
                return (key,)
        return self.answers.keys(group)


def _items(group: str | None, key: str | None) -> Items:
    if group is None or key is None:
        return {}
    path = item_path(group, key)
    found = (parse_path(item) for item in (path, *reversed(items_around(path))))
    return {item.group or "": (item.question, item.key or "") for item in found}
