"""From items to questions of our language, all of each item used or named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from questionnaire.interchange.fhir.conditions import joined, relevance
from questionnaire.interchange.fhir.desk import NO_OPTIONS, Desk
from questionnaire.interchange.fhir.items import Item
from questionnaire.interchange.fhir.kinds import LISTED, NUMBERS, kind_of, own_kind
from questionnaire.interchange.fhir.texts import hint_of, is_beside, label_of
from questionnaire.interchange.fhir.urls import HEADING, HIDDEN, KIND, MORE, READ
from questionnaire.interchange.fhir.valuing import (
    bounds_of,
    calculation_of,
    constraints_of,
    default_of,
    enabled_by,
    occurrences,
)
from questionnaire.interchange.own_yaml import more_of
from questionnaire.spec.declared import ChoiceSpec, QuestionSpec, RowSpec
from questionnaire.spec.keys import BY_KIND
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.outline import SIGNPOST

Values = dict[str, Any]
_COMPUTED = frozenset({"calculate", "hidden"})
_LISTING = frozenset({"choice", "open-choice", "attachment", "display"})
"""Types of which one question takes several answers."""

_FILES = "20"
"""Files that one question takes at most."""


@dataclass(frozen=True, slots=True)
class Held:
    """What holds a row of items: the conditions of the groups left open, the heading of the nearest."""

    rules: tuple[Scalar, ...] = ()
    heading: Scalar | None = None


FREE = Held()


class Asker:
    """Writes the questions of items."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def questions(self, items: Sequence[Item], held: Held = FREE) -> Iterator[QuestionSpec]:
        """The questions of items and of all that they hold; ``held`` is what the groups left open say."""
        for item in items:
            if not is_beside(item):
                yield from self._item(item, held)

    def condition(self, item: Item) -> Scalar | None:
        """When an item is asked."""
        rules = [rule for rule in (relevance(item, self._desk), enabled_by(item, self._desk)) if rule is not None]
        return joined(rules)

    def more(self, item: Item, level: str) -> Values:
        """What an item written by us says in our own words."""
        said = item.value(MORE)
        return more_of(level, item.scalar(str(said.raw), "own"), self._desk.remarks) if said is not None else {}

    def name_the_rest(self, item: Item) -> None:
        """Say what of an item has no place in our language."""
        for url in dict.fromkeys(each.url for each in item.extensions):
            if url not in READ and not url.endswith("itemControl"):
                self._desk.remarks.warn_at(item.place("extension"), f"l’extension « {url} » : non reprise.")

    def _item(self, item: Item, held: Held) -> Iterator[QuestionSpec]:
        self.name_the_rest(item)
        if item.type == "group" and not item.repeats:
            yield from self._group(item, held)
        elif item.type == "group":
            yield self._repeat(item, tuple(self.questions(item.items)), held)
        elif item.repeats and item.type not in _LISTING and not own_kind(item):
            inside = self._question(item, FREE, f"{self._desk.names.of(item)}_valeur")
            yield self._repeat(item, (inside,), held)
        else:
            yield self._question(item, held)
        if item.type != "group" and item.items:
            yield from self.questions(item.items, held)

    def _group(self, item: Item, held: Held) -> Iterator[QuestionSpec]:
        if self.is_grid(item):
            yield self._grid(item, held)
            return
        rules = held.rules if is_heading(item) else self._rules(item, held)
        heading = held.heading
        if item.text and item.items:
            outer = Held(self._rules(item, held), held.heading)
            values = {"appearance": item.scalar(SIGNPOST, "type")} | self._told(item, outer, {})
            note = self._spec(item, "note", self._desk.names.of(item), values)
            heading = note.name
            yield note
        elif item.items:
            self._desk.remarks.warn_at(item.place("type"), "un groupe sans titre : ses questions suivent les autres.")
        yield from self.questions(item.items, Held(rules, heading))

    def _rules(self, item: Item, held: Held) -> tuple[Scalar, ...]:
        own = self.condition(item)
        return held.rules if own is None else (*held.rules, own)

    def is_grid(self, item: Item) -> bool:
        """Whether the rows of a group are single choices in one list."""
        lines = [child for child in item.items if not is_beside(child)]
        lists = [self._desk.options.get(child, NO_OPTIONS).choices for child in lines]
        labels = {tuple((one.name.text, one.label.text, _code(one)) for one in choices) for choices in lists}
        single = all(child.type == "choice" and not child.repeats for child in lines)
        if own_kind(item) == "grid":
            return True
        shown = item.control in {"htable", "table"}
        return shown and single and len(labels) == 1 and () not in labels

    def _grid(self, item: Item, held: Held) -> QuestionSpec:
        rows, lines = [], [child for child in item.items if not is_beside(child)]
        for child in lines:
            self.name_the_rest(child)
            relevant = self.condition(child)
            required = child.scalar("true", "required") if child.required and not item.required else None
            row: Values = {"hint": hint_of(child, self._desk), "relevant": relevant, "required": required}
            row |= {key: value for key, value in self.more(child, "question").items() if key in row}
            name = child.scalar(self._desk.names.of(child), "linkId")
            row["link_id"] = self._desk.names.link_of(child, name.text)
            rows.append(RowSpec(place=child.place("linkId"), name=name, label=label_of(child, self._desk), **row))
        values = self._told(item, held, {"choices": self._desk.choices(lines[0])})
        if item.required:
            values["required"] = item.scalar("true", "required")
        return self._spec(item, "grid", self._desk.names.of(item), values | {"rows": tuple(rows)})

    def _repeat(self, item: Item, inside: tuple[QuestionSpec, ...], held: Held) -> QuestionSpec:
        values = self._told(item, held, {"questions": inside}) | occurrences(item)
        if item.required:
            values["required"] = item.scalar("true", "required")
        if item.control == "gtable":
            values["appearance"] = item.scalar("table", "control")
        return self._spec(item, "repeat", self._desk.names.of(item), values)

    def _question(self, item: Item, held: Held, name: str = "") -> QuestionSpec:
        desk = self._desk
        calculation = None if own_kind(item) else calculation_of(item, desk)
        hidden = _is_hidden(item)
        kind = kind_of(item, desk.options.get(item))
        if calculation is not None:
            kind = "hidden" if hidden else "calculate"
        values: Values = {} if name else self._told(item, held, {})
        values |= bounds_of(item, kind) | constraints_of(item, kind, desk)
        if calculation is not None:
            values["calculation"] = calculation
        else:
            values |= self._answered(item, kind, hidden=hidden)
        return self._spec(item, kind, name or desk.names.of(item), values)

    def _answered(self, item: Item, kind: str, *, hidden: bool) -> Values:
        """What is said of a question that people answer."""
        desk = self._desk
        values = default_of(item, kind, desk)
        if kind in LISTED:
            values["choices"] = desk.choices(item)
        if item.type == "open-choice" and kind in LISTED:
            values["other"] = item.scalar("true", "type")
        if item.type == "text" and kind == "text":
            values["appearance"] = item.scalar("multiline", "type")
        if item.max_length is not None and kind == "text":
            values["max_length"] = item.scalar(str(item.max_length), "maxLength")
        if kind == "file" and item.repeats:
            values["max"] = occurrences(item).get("max", item.scalar(_FILES, "max"))
        if item.required:
            values["required"] = item.scalar("true", "required")
        if item.read_only and kind not in _COMPUTED and (desk.ours or "default" in values):
            values["read_only"] = item.scalar("true", "readOnly")
        self._say_what_was_done(item, kind, hidden=hidden, filled="default" in values)
        return values

    def _say_what_was_done(self, item: Item, kind: str, *, hidden: bool, filled: bool) -> None:
        remarks = self._desk.remarks
        if self._desk.ours:
            return
        if hidden:
            remarks.warn_at(
                item.place("hidden"), "cette question était cachée, un logiciel la remplissait : elle est posée."
            )
        elif item.read_only and not filled:
            remarks.warn_at(
                item.place("readOnly"), "un logiciel remplissait cette réponse : elle est demandée aux personnes."
            )
        if item.type in {"choice", "open-choice"} and kind == "text":
            what = f"« {item.value_set} », qui n’est pas dans ce fichier" if item.value_set else "une liste vide"
            message = f"ses choix sont dans {what} : la réponse s’écrit."
            remarks.warn_at(item.place("answerValueSet"), message, "Écrivez les choix (« answerOption »).")
        if item.type == "reference":
            remarks.warn_at(item.place("type"), "un lien vers une autre ressource devient un texte.")
        if item.type == "quantity":
            remarks.warn_at(item.place("type"), "une quantité devient un nombre, dans une seule unité.")

    def _told(self, item: Item, held: Held, values: Values) -> Values:
        """The values, with the help of an item and when it is asked."""
        hint = hint_of(item, self._desk)
        own = self.condition(item) if item.type != "group" or item.repeats or self.is_grid(item) else None
        relevant = joined([*held.rules, *([] if own is None else [own])])
        said = {"hint": hint, "relevant": relevant, "under": held.heading}
        return values | {key: value for key, value in said.items() if value is not None}

    def _spec(self, item: Item, kind: str, name: str, values: Values) -> QuestionSpec:
        more = self.more(item, "question")
        values = outside(item, name, self._desk) | values
        kept = {key: value for key, value in (values | more).items() if key in BY_KIND[kind] or key in more}
        for key in sorted(values.keys() - BY_KIND[kind]):
            message = f"« {key} » ne sert pas à une question « {kind} » : il n’est pas repris."
            self._desk.remarks.warn_at(item.place("type"), message)
        label = label_of(item, self._desk)
        unit = kept.get("unit")
        if unit is not None and kind not in NUMBERS | _COMPUTED:
            del kept["unit"]
        place = item.place("linkId")
        return QuestionSpec(place=place, name=Scalar(name, place), kind=item.scalar(kind, "type"), label=label, **kept)


def is_heading(item: Item) -> bool:
    """Whether a group is one that we wrote for a heading: what it holds says its own conditions."""
    said = item.value(KIND)
    return said is not None and said.raw == HEADING


def outside(item: Item, name: str, desk: Desk) -> Values:
    """What only other tools see of an item that our form calls ``name``."""
    link = desk.names.link_of(item, name) if name == desk.names.of(item) else None
    codes = tuple(item.scalar(code, "code") for code in item.codes)
    return ({"codes": codes} if codes else {}) | ({"link_id": link} if link else {})


def _is_hidden(item: Item) -> bool:
    said = item.value(HIDDEN)
    return said is not None and said.raw is True


def _code(choice: ChoiceSpec) -> str:
    return choice.code.text if choice.code is not None else ""
