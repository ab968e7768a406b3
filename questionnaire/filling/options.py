"""What may be chosen: options that the form writes, items of its repeats, lists that the installation owns."""

from questionnaire.filling.context import Context
from questionnaire.filling.tree import AnswerNode, AnswerTree, Holder
from questionnaire.spec.model import Choice, Question, Source
from questionnaire.spec.texts import Text

Candidate = tuple[Choice, AnswerNode]
"""An option, and the place from which rules that choose among options see it."""

_UNSAID = Text(())
"""The label of an item: only its answers say it, once all are settled."""


class Options:
    """The options of the questions of one form being filled, gathered once for all the items that hold a question."""

    def __init__(self, tree: AnswerTree, context: Context) -> None:
        self._tree = tree
        self._context = context
        self._gathered: dict[str, tuple[Candidate, ...] | None] = {}

    def of(self, question: Question) -> tuple[Candidate, ...] | None:
        """The options of a question before any filter; None of a list that is not known here."""
        if question.name not in self._gathered:
            self._gathered[question.name] = self._gather(question)
        return self._gathered[question.name]

    def is_empty(self, source: Source) -> bool:
        """Whether it is a list of the installation with nothing to choose: its questions then are not asked."""
        return source.installation and self._context.choices(source.name) == ()

    def _gather(self, question: Question) -> tuple[Candidate, ...] | None:
        source, own = question.source, tuple(map(_candidate, question.choices))
        if source is None:
            return own
        if source.installation:
            choices = self._context.choices(source.name)
            return None if choices is None else (*map(_candidate, choices), *own)
        # Settled before the questions that choose among them.
        items = (item for item in self._tree.nodes(source.name) if item.relevant)
        return (*((Choice(item.key or "", _UNSAID), item) for item in items), *own)


def _candidate(choice: Choice) -> Candidate:
    """An option with a place: its value is its name, and its columns stand under it."""
    place = Holder("", "")
    place.value = choice.name
    for column, text in (("name", choice.name), *choice.columns):
        cell = AnswerNode(column, "", place)
        cell.value = text
        place.children.append(cell)
    return choice, place
