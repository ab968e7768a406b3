"""What is known of a questionnaire while its items are read one after the other."""

from dataclasses import dataclass

from questionnaire.interchange.fhir.choosing import Options, options_of
from questionnaire.interchange.fhir.items import Item, Option, Questionnaire
from questionnaire.interchange.fhir.naming import Names
from questionnaire.interchange.fhir.remarks import Remarks

LISTED = frozenset({"choice", "open-choice"})
NO_OPTIONS = Options((), {}, (), {})


@dataclass(frozen=True, slots=True)
class Desk:
    """The questionnaire, the names of its items, their options, and what is said along the way."""

    questionnaire: Questionnaire
    names: Names
    options: dict[Item, Options]
    parents: dict[Item, Item]
    remarks: Remarks

    def around(self, item: Item) -> tuple[Item, ...]:
        """What holds an item, from the nearest to the questionnaire itself."""
        found: list[Item] = []
        while (parent := self.parents.get(item)) is not None:
            found.append(parent)
            item = parent
        return tuple(found)


def desk_of(questionnaire: Questionnaire, remarks: Remarks) -> Desk:
    """All that is known before the first item."""
    options = {
        item: options_of(item, _options(item, questionnaire), remarks)
        for item in questionnaire.top.walk()
        if item.type in LISTED
    }
    parents = {child: item for item in questionnaire.top.walk() for child in item.items}
    return Desk(questionnaire, Names(questionnaire), options, parents, remarks)


def _options(item: Item, questionnaire: Questionnaire) -> tuple[Option, ...]:
    """Those that it writes, or those of a value set that stands in the file."""
    return item.options or questionnaire.value_sets.get(item.value_set.removeprefix("#"), ())
