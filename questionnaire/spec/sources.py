"""Lists that a form does not write: the items of one of its repeats, a list of the installation, a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from questionnaire.expressions import Shape, option_shape
from questionnaire.spec.declared import ListSpec, QuestionSpec
from questionnaire.spec.faults import guess
from questionnaire.spec.list_details import LABEL_OF_LIST, LIST_ORIGIN, MISSING_TABLE, UNKNOWN_ORIGIN
from questionnaire.spec.model import Choice, Source
from questionnaire.spec.nodes import Scalar
from questionnaire.spec.rules import Rules
from questionnaire.spec.scalars import both
from questionnaire.spec.tables import NEEDED, Tables
from questionnaire.spec.texts import Text
from questionnaire.spec.typography import typeset
from questionnaire.spec.wording import optional_text

DIRECTORY = {
    "directory.groups": ("secteur",),
    "directory.establishments": ("ghu", "secteur"),
    "directory.services": ("etablissement",),
    "directory.people": ("role", "etablissement"),
}
"""The lists that every installation owns, each with its columns beside ``name`` and ``label``."""


Repeats = Mapping[str, QuestionSpec]


@dataclass(frozen=True, slots=True)
class Ticked:
    """A question in which people tick; ``alone`` are the options that mean none of the others."""

    name: Scalar
    alone: tuple[str, ...]

    def condition(self) -> Scalar:
        """Something is ticked among which one may choose."""
        some = [f"count-selected(${{{self.name.text}}}) > 0"]
        none = (f"not(selected(${{{self.name.text}}}, '{name}'))" for name in self.alone)
        return Scalar(" and ".join((*some, *none)), self.name.place)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as compiled: ``choices`` written in the form or its files, else its ``source``.

    ``filter`` holds for every question of the list; it sees an option as those questions' own filters do: ``option``.
    """

    choices: tuple[Choice, ...] = ()
    source: Source | None = None
    filter: Scalar | None = None
    option: Shape = field(default_factory=lambda: option_shape(("name",)))
    rows: tuple[Mapping[str, str], ...] = ()
    """What each line says, by column, where the form holds them."""

    is_data: bool = False
    """Whether it only serves rules: its lines are no choices."""

    ticked: "Ticked | None" = None
    """The question whose ticked options it holds, and no other."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its lines."""
        return tuple(self.rows[0]) if self.rows else ()


def compile_list(spec: ListSpec, tables: Tables, repeats: Repeats, ticked: Collection[str], rules: Rules) -> Listed:
    """The list that ``spec`` takes elsewhere; empty where it cannot be, which is said."""
    if (spec.from_ is None) == (spec.file is None):
        rules.faults.add(LIST_ORIGIN, spec.place)
        return Listed()
    if spec.label is not None and (spec.from_ is None or spec.from_.text not in repeats):
        rules.faults.add(LABEL_OF_LIST, spec.label.place)
    return _of_file(spec, tables, rules) if spec.from_ is None else _from(spec.from_, spec, repeats, ticked, rules)


def _of_file(spec: ListSpec, tables: Tables, rules: Rules) -> Listed:
    name = spec.file.text if spec.file else ""
    table = tables.get(name)
    if table is None:
        rules.faults.add(MISSING_TABLE, spec.file.place if spec.file else spec.place, path=name)
        return Listed()
    rows = tuple(table.choices())
    option = option_shape(column for column in table.columns if column != "label")
    if not table.is_list:
        return Listed(rows=rows, is_data=True)
    choices = tuple(Choice(row["name"], Text((typeset(row["label"]),)), columns=_beside(row)) for row in rows)
    return Listed(choices, filter=spec.filter, option=option, rows=rows)


def ticked_list(spec: ListSpec, origin: Scalar, offered: Listed, rules: Rules) -> Listed:
    """What is ticked in the question ``origin``, which lets choose in ``offered``: never what stands alone there."""
    if spec.label is not None:
        rules.faults.add(LABEL_OF_LIST, spec.label.place)
    alone = tuple(choice.name for choice in offered.choices if choice.exclusive)
    choices = tuple(choice for choice in offered.choices if not choice.exclusive)
    rule = both(Scalar(f"selected(${{{origin.text}}}, .)", origin.place), spec.filter)
    return Listed(choices, offered.source, rule, offered.option, ticked=Ticked(origin, alone))


def written_list(choices: tuple[Choice, ...]) -> Listed:
    """A list whose choices the form writes; a label that quotes answers is blank to rules."""
    rows = tuple({"name": choice.name, "label": choice.label.plain or ""} for choice in choices)
    return Listed(choices, rows=rows)


def _beside(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((column, cell) for column, cell in row.items() if column not in NEEDED)


def _from(origin: Scalar, spec: ListSpec, repeats: Repeats, ticked: Collection[str], rules: Rules) -> Listed:
    if origin.text in DIRECTORY:
        option = option_shape(("name", *DIRECTORY[origin.text]))
        return Listed(source=Source(origin.text, installation=True), filter=spec.filter, option=option)
    if origin.text not in repeats:
        remedy = guess(origin.text, (*repeats, *ticked, *DIRECTORY))
        rules.faults.add(UNKNOWN_ORIGIN, origin.place, name=origin.text, remedy=remedy)
        return Listed()
    repeat = repeats[origin.text]
    label = optional_text(spec.label or repeat.item_label, "label", rules)
    item = rules.shapes.names[origin.text]
    return Listed(source=Source(origin.text, label=label), filter=spec.filter, option=item)
