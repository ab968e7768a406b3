"""The pages of a filled form: its sections on the path, one page for each item of those that follow a question."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from questionnaire.filling.paths import item_path, leaf_path
from questionnaire.spec.model import Easy, Form, Question, Section
from questionnaire.spec.texts import Text

if TYPE_CHECKING:  # a filled form is looked at here
    from questionnaire.filling.filled import FilledForm


def pages(filled: "FilledForm") -> Iterator[Section]:
    """The pages on the path, in order."""
    for section in filled.sections():
        if section.each:
            yield from (page_of(filled, section, key) for key in filled.keys(section.name))
        else:
            yield section


def page_of(filled: "FilledForm", section: Section, key: str) -> Section:
    """The page of one item of a section: its questions are called by their paths, its texts speak of that item."""
    said = _Said(filled, section.name, key)
    (repeat,) = section.questions
    return replace(
        section,
        name=item_path(section.name, key),
        title=said.text(section.title),
        description=said.optional(section.description),
        easy=said.easy(section.easy),
        relevant=None,
        each="",
        questions=tuple(map(said.question, repeat.questions)),
    )


def page_name(form: Form, path: str) -> str:
    """The name of the page where an answer stands."""
    question = form.questions[path.partition("[")[0]]
    return path.partition(".")[0] if question.name == question.section else question.section


def base_of(name: str) -> str:
    """The section of which a page is, by its name."""
    return name.partition("[")[0]


class _Said:
    """Texts as one item says them."""

    def __init__(self, filled: "FilledForm", group: str, key: str) -> None:
        self._say = filled.wording.say
        self._group = group
        self._key = key

    def text(self, text: Text) -> Text:
        return text if text.plain is not None else Text((self._say(text, self._group, self._key),))

    def optional(self, text: Text | None) -> Text | None:
        return None if text is None else self.text(text)

    def easy(self, easy: Easy | None) -> Easy | None:
        if easy is None:
            return None
        hint, example = self.optional(easy.hint), self.optional(easy.example)
        return replace(easy, label=self.text(easy.label), hint=hint, example=example)

    def question(self, question: Question) -> Question:
        return replace(
            question,
            name=leaf_path(self._group, self._key, question.name),
            group=None,
            label=self.text(question.label),
            hint=self.optional(question.hint),
            guidance=self.optional(question.guidance),
            why=self.optional(question.why),
            easy=self.easy(question.easy),
            tick=self.optional(question.tick),
        )
