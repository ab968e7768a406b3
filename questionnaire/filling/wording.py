"""The texts of a form as one reader sees them: terms of the house and piped answers resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from questionnaire.filling.answers import Answers
from questionnaire.filling.context import Context
from questionnaire.filling.paths import leaf_path, parse_path
from questionnaire.spec.model import Choice, Form, Question, Source
from questionnaire.spec.others import OTHER
from questionnaire.spec.texts import Text
from questionnaire.spec.values import Value

NO_MORE = "(n’est plus dans la liste)"
"""Said after the name of a repeat, of an item that was removed."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Resolves texts over the values that count."""

    form: Form
    answers: Answers
    context: Context
    values: Mapping[str, Value]

    def say(self, text: Text | None, group: str | None = None, key: str | None = None) -> str:
        """A text with its marks replaced, as seen from the item ``group[key]`` where one is given."""
        if text is None:
            return ""
        if text.plain is not None:
            return text.plain
        return text.render(self.context.term, lambda name: self._piped(name, group, key)).strip()

    def shown(self, path: str) -> tuple[str, ...]:
        """The value at ``path`` as people read it: lines, none when blank."""
        leaf = parse_path(path)
        question = self.form.questions[leaf.name or leaf.group or ""]
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

    def item_title(self, repeat: Question, key: str, rank: int) -> str:
        """The title of an item: its ``item_label``, or the label of the repeat and its rank while that is blank."""
        return self.say(repeat.item_label, repeat.name, key) or f"{self.say(repeat.label)} {rank}"

    def gone_title(self, repeat: Question, key: str) -> str:
        """The title of an item that is there no more: what it was about, where the form itself says it."""
        return self.say(repeat.item_label, repeat.name, key) if repeat.each else self.say(repeat.label)

    def _about(self, source: Question, key: str) -> str:
        """What one item of a repeat that follows another question is about."""
        if not source.is_repeat:
            own = f"{source.name}_{OTHER}"
            other = self.shown(own) if key == OTHER and own in self.form.questions else ()
            return ", ".join(other) or self.option(source, key)
        keys = self.answers.keys(source.name)
        return self.item_title(source, key, keys.index(key) + 1) if key in keys else self.say(source.label)

    def _piped(self, name: str, group: str | None, key: str | None) -> str:
        question = self.form.questions[name]
        followed = self.form.questions[group].each if group is not None and key is not None else ""
        if followed == name and key is not None:
            return self._about(question, key)
        if question.is_repeat:
            return ", ".join(self._about(question, each) for each in self.answers.keys(name))
        if question.group is None:
            return ", ".join(self.shown(name))
        mine = key is not None and question.group in (group, followed)
        keys = (key,) if mine and key is not None else self.answers.keys(question.group)
        return ", ".join(line for each in keys for line in self.shown(leaf_path(question.group, each, name)))
