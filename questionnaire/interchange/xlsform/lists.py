"""The sheet ``choices``: lists written in the form, or kept in a file beside it where rules read more than names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from questionnaire.interchange.names import readable, sound_choice, sound_name
from questionnaire.interchange.wording import plain_text
from questionnaire.interchange.xlsform.cells import CellName, cell_at
from questionnaire.interchange.xlsform.columns import CODE, MEDIA
from questionnaire.interchange.xlsform.remarks import Remarks
from questionnaire.interchange.xlsform.rewriting import ListWords, Rewriter
from questionnaire.interchange.xlsform.rows import FormRows, Row
from questionnaire.spec.declared import ChoiceSpec, ListSpec
from questionnaire.spec.naming import RESERVED
from questionnaire.spec.nodes import START, Scalar
from questionnaire.spec.tables import Table

_OURS = frozenset({"list_name", "name", "label", "hint", "exclusive", CODE, *MEDIA})


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice: its name as renamed, its label, and what the other columns say of it."""

    name: Scalar
    label: Scalar
    extra: Mapping[str, str]
    row: Row


@dataclass(slots=True)
class ChoiceList:
    """A list: ``name`` in our language; ``in_file`` when rules read more of it than the names of its choices."""

    name: str
    cell: CellName
    choices: list[Choice] = field(default_factory=list)
    words: ListWords = field(default_factory=ListWords)
    in_file: bool = False
    used: bool = False
    brought: bool = False
    """Whether a question lets choose in it; whether one has it that brings its own choices, as ``yes_no`` does."""

    declared: bool = False
    """Whether the form declares it in its own words."""

    given: Table | None = None
    """Its lines, where they stand in a file of the author."""

    stored: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.stored or f"{self.name}.csv"

    @property
    def table(self) -> Table:
        """Its lines as a file holds them."""
        if self.given is not None:
            return self.given
        columns = tuple(self.words.columns.values())
        rows = (
            (choice.name.text, _line(choice.label.text), *(choice.extra.get(one, "") for one in self.words.columns))
            for choice in self.choices
        )
        return Table(("name", "label", *columns), tuple(rows))


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists by the author's name, and the choices that changed theirs."""

    by_name: Mapping[str, ChoiceList]
    renamed: Mapping[str, str]
    taken: set[str] = field(default_factory=set)
    of_items: dict[tuple[str, str], str] = field(default_factory=dict)
    """The lists of the items of repeats: by repeat and by question, what they are called."""

    def items_of(self, repeat: str, label: str) -> str:
        """The list in which the items of a repeat are chosen, called as this question says; made where needed."""
        if (repeat, label) not in self.of_items:
            self.of_items[repeat, label] = self.fresh(f"{repeat[:50]}_elements")
        return self.of_items[repeat, label]

    def fresh(self, name: str) -> str:
        """A name that no list has yet; it is then taken."""
        while name in self.taken or name in RESERVED:
            name += "_2"
        self.taken.add(name)
        return name

    def specs(self, rewriter: Rewriter) -> Iterator[tuple[Scalar, tuple[ChoiceSpec, ...] | ListSpec]]:
        """The lists as our language declares them."""
        for one in self.by_name.values():
            place = one.cell.place
            if one.declared or (one.brought and not one.used):
                continue
            name = Scalar(one.name, place)
            if one.in_file:
                yield name, ListSpec(place=place, file=Scalar(one.file, place))
            else:
                yield name, tuple(_spec(choice, rewriter) for choice in one.choices)
        for (repeat, label), listed in self.of_items.items():
            said = Scalar(f"${{{label}}}", START)
            yield Scalar(listed, START), ListSpec(place=START, from_=Scalar(repeat, START), label=said)


def lists_of(rows: FormRows, looked_up: frozenset[str], remarks: Remarks) -> Lists:
    """The lists of a form; ``looked_up`` are those of which rules read more than names."""
    renamed: dict[str, str] = {}
    grouped: dict[str, list[Row]] = {}
    for row in rows.choices:
        if not row.text("list_name"):
            remarks.warn(row.cell, "choix sans nom de liste, il n’est pas repris.", "Remplissez « list_name ».")
        elif not row.text("name"):
            remarks.refuse(row.cell, "ce choix n’a pas de nom.", "Remplissez la colonne « name ».")
        else:
            grouped.setdefault(row.text("list_name"), []).append(row)
            name = row.text("name")
            if sound_choice(name) != name:
                renamed[name] = sound_choice(name)
                remarks.warn(row.at("name"), "ce nom de choix ne peut pas servir : il est écrit sans espace ni signe.")
    found: dict[str, ChoiceList] = {}
    lists = Lists(found, renamed)
    for name, own in grouped.items():
        ours = lists.fresh(sound_name(name, "liste"))
        found[name] = _list(
            ours, own, renamed, remarks, repeated=rows.is_set("allow_choice_duplicates"), in_file=name in looked_up
        )
    return lists


def _list(
    name: str, rows: list[Row], renamed: Mapping[str, str], remarks: Remarks, *, repeated: bool, in_file: bool
) -> ChoiceList:
    keys = list(dict.fromkeys(key for row in rows for key in row.values if key not in _OURS))
    columns = {key: sound_name(key, "colonne").lower() for key in keys} if in_file else {}
    if not in_file:
        for row in rows:
            for key in keys:
                if key in row.values:
                    remarks.warn(
                        row.at(key), "cette colonne des choix ne sert à aucune règle : elle n’est pas reprise."
                    )
    made = [_choice(row, columns, renamed, remarks) for row in rows]
    choices, joined = _merged(made, remarks, repeated=repeated)
    return ChoiceList(name, rows[0].cell, choices, ListWords(columns, joined), in_file and bool(columns))


def _choice(row: Row, columns: Iterable[str], renamed: Mapping[str, str], remarks: Remarks) -> Choice:
    name, label = row.values["name"], row.get("label")
    for key in sorted(MEDIA & row.values.keys()):
        remarks.warn(row.at(key), "les images et les sons des choix ne sont pas repris.")
    if label is None:
        remarks.warn(row.cell, "ce choix n’a pas de libellé : son nom en tient lieu.", "Remplissez « label ».")
        label = Scalar(readable(name.text), name.place)
    values = {key: _line(row.text(key)) for key in columns}
    extra = {key: renamed.get(value, value) for key, value in values.items()}
    return Choice(Scalar(renamed.get(name.text, name.text), name.place), label, extra, row)


def _merged(choices: list[Choice], remarks: Remarks, *, repeated: bool) -> tuple[list[Choice], frozenset[str]]:
    """The choices, each name once; columns that differ between two of one name then hold the values of both."""
    kept: dict[str, Choice] = {}
    joined: set[str] = set()
    for choice in choices:
        before = kept.get(choice.name.text)
        if before is None:
            kept[choice.name.text] = choice
            continue
        if not repeated:
            remarks.refuse(
                choice.row.at("name"),
                f"le choix « {choice.name.text} » est déjà dans cette liste.",
                "Changez son nom ; ou écrivez « yes » sous « allow_choice_duplicates », feuille settings.",
            )
            continue
        if choice.label.text != before.label.text:
            remarks.warn(choice.row.at("label"), "ce choix a déjà un libellé plus haut, qui seul est repris.")
        changed = {key for key, value in choice.extra.items() if value not in before.extra[key].split()}
        joined |= changed
        extra = {
            key: f"{old} {choice.extra[key]}".strip() if key in changed else old for key, old in before.extra.items()
        }
        kept[choice.name.text] = Choice(before.name, before.label, extra, before.row)
    return list(kept.values()), frozenset(joined)


def _spec(choice: Choice, rewriter: Rewriter) -> ChoiceSpec:
    label = rewriter.text(plain_text(choice.label, rewriter.remarks), None)
    return ChoiceSpec(
        place=choice.row.cell.place,
        name=choice.name,
        label=label,
        exclusive=choice.row.get("exclusive"),
        hint=choice.row.get("hint"),
        code=choice.row.get(CODE),
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def unknown_list(cell: Scalar, known: Iterable[str], remarks: Remarks) -> None:
    """Say that a question names a list that is not there."""
    names = sorted(known)
    remedy = (
        f"Listes de la feuille « choices » : {', '.join(names[:8])}." if names else "Ajoutez la feuille « choices »."
    )
    remarks.refuse(cell_at(cell.place), f"la liste de choix « {cell.text} » n’existe pas.", remedy)
