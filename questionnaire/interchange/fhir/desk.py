"""What is known of a questionnaire while its items are read one after the other."""

from dataclasses import dataclass

from questionnaire.interchange.fhir.choosing import Options, options_of
from questionnaire.interchange.fhir.items import Item, Option, Questionnaire
from questionnaire.interchange.fhir.naming import Names
from questionnaire.interchange.fhir.remarks import Remarks
from questionnaire.interchange.fhir.told import told
from questionnaire.interchange.fhir.urls import KIND, LIST
from questionnaire.spec.declared import ChoiceSpec
from questionnaire.spec.nodes import Scalar

LISTED = frozenset({"choice", "open-choice"})
NO_OPTIONS = Options((), {}, (), {})


@dataclass(frozen=True, slots=True)
class Desk:
    """The questionnaire, the names of its items, their options, and what is said along the way."""

    questionnaire: Questionnaire
    names: Names
    options: dict[Item, Options]
    parents: dict[Item, Item]
    lists: dict[str, tuple[ChoiceSpec, ...]]
    """The lists of the form that the items name, as the first of each has them."""

    files: frozenset[str]
    """The lists that the form takes from elsewhere: a file, a repeat, the installation."""

    ours: bool
    """Whether we wrote the questionnaire."""

    remarks: Remarks

    def choices(self, item: Item) -> Scalar | tuple[ChoiceSpec, ...]:
        """The options of an item, or the name of their list."""
        options, named = self.options.get(item, NO_OPTIONS).choices, item.value(LIST)
        if named is None or not isinstance(named.raw, str):
            return options
        if named.raw in self.files:
            return item.scalar(named.raw, "answerOption")
        if options and told(self.lists.setdefault(named.raw, options)) != told(options):
            return options
        return item.scalar(named.raw, "answerOption")

    def around(self, item: Item) -> tuple[Item, ...]:
        """What holds an item, from the nearest to the questionnaire itself."""
        found: list[Item] = []
        while (parent := self.parents.get(item)) is not None:
            found.append(parent)
            item = parent
        return tuple(found)


def desk_of(questionnaire: Questionnaire, files: frozenset[str], remarks: Remarks) -> Desk:
    """All that is known before the first item; ``files`` are the lists that it takes from elsewhere."""
    options = {
        item: options_of(item, _options(item, questionnaire), remarks)
        for item in questionnaire.top.walk()
        if item.type in LISTED
    }
    parents = {child: item for item in questionnaire.top.walk() for child in item.items}
    ours = questionnaire.top.value(KIND) is not None
    return Desk(questionnaire, Names(questionnaire), options, parents, {}, files, ours, remarks)


def _options(item: Item, questionnaire: Questionnaire) -> tuple[Option, ...]:
    """Those that it writes, or those of a value set that stands in the file."""
    return item.options or questionnaire.value_sets.get(item.value_set.removeprefix("#"), ())
