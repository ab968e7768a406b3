"""Whatever is added, moved and taken away in lists inside lists, each answer stays with its own item."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from questionnaire.filling import fill, from_stored, frozen_sheet, item_path, leaf_path
from questionnaire.spec.values import Json
from tests.filling.building import CONTEXT, tiny

FORM = tiny("nested")


class Plans(RuleBasedStateMachine):
    """Rows as the journeys write them, beside what a person would expect of their lists."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, Json] = {}
        self.lists: dict[str, list[str]] = {"objectif": []}
        self.gone: list[str] = []
        self.titles: dict[str, str] = {}
        self.count = 0

    def _items(self) -> list[str]:
        """The paths of the items that are there."""
        outer = [item_path("objectif", key) for key in self.lists["objectif"]]
        return outer + [item_path(f"{item}.action", key) for item in outer for key in self.lists[f"{item}.action"]]

    def _add(self, group: str) -> None:
        self.count += 1
        key = f"k{self.count}"
        self.lists[group].append(key)
        path = item_path(group, key)
        self.rows[path] = self.count
        if group == "objectif":
            self.lists[f"{path}.action"] = []
        name = "o_titre" if group == "objectif" else "a_titre"
        self.titles[path] = f"Titre {self.count}"
        self.rows[leaf_path(group, key, name)] = self.titles[path]

    @rule()
    def add_outer(self) -> None:
        self._add("objectif")

    @precondition(lambda self: self.lists["objectif"])
    @rule(data=st.data())
    def add_inner(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(self.lists["objectif"]))
        self._add(f"objectif[{key}].action")

    @precondition(lambda self: self.lists["objectif"])
    @rule(data=st.data())
    def take_away(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self._items()))
        group, _, key = path.removesuffix("]").rpartition("[")
        self.lists[group].remove(key)
        self.rows[path] = None
        self.gone.append(path)

    @precondition(lambda self: self.gone)
    @rule(data=st.data())
    def bring_back(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.gone))
        group, _, key = path.removesuffix("]").rpartition("[")
        self.count += 1
        self.gone.remove(path)
        self.lists[group].append(key)
        self.rows[path] = self.count

    @invariant()
    def every_item_that_is_there_says_its_own(self) -> None:
        filled = fill(FORM, from_stored(FORM, self.rows), CONTEXT)
        sheet = frozen_sheet(filled)
        told = [(item["o_titre"], [action["a_titre"] for action in item["action"]]) for item in sheet["objectif"]]
        wanted = [
            (
                self.titles[f"objectif[{key}]"],
                [self.titles[f"objectif[{key}].action[{inner}]"] for inner in self.lists[f"objectif[{key}].action"]],
            )
            for key in self.lists["objectif"]
        ]
        assert told == wanted
        assert len([path for path in filled.values if path.endswith("_titre")]) == len(self._items())


Plans.TestCase.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
TestPlans = Plans.TestCase
