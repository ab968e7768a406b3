"""Answers of many documents as tables: with names, or under pseudonyms and without what tells who people are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from questionnaire.content.sheets import Cell, Sheet
from questionnaire.filling.filled import FilledForm
from questionnaire.filling.paths import item_path, items_around, leaf_path, parse_path, question_name
from questionnaire.spec.codebook import said
from questionnaire.spec.model import SENSITIVE, Form, Question
from questionnaire.spec.values import Declined, Files, Period, Value

Pseudonym = Callable[[str, str], str]
"""The pseudonym of something of a kind (``document``, ``project``, ``person``…) by its id."""

ALWAYS_TELL = frozenset({"email", "tel", "identifier", "file"})
"""Kinds whose answers tell of persons, whatever their form says."""

FREE = frozenset({"text"})
OWNED = {
    "directory.people": "person",
    "directory.services": "service",
    "directory.establishments": "establishment",
    "directory.groups": "group",
}
"""The lists of the installation, and what stands in them."""
DOCUMENTS, CODEBOOK = "documents", "questions"


class Precision(StrEnum):
    """How much of a day is told."""

    DAY = "jour"
    MONTH = "mois"
    YEAR = "annee"


@dataclass(frozen=True, slots=True)
class Manner:
    """What is told: ``named``, everything that all readers of a document see; else no name, and little of time.

    ``texts`` adds what people wrote in their own words, which may name anybody; ``labels`` tells choices as people
    read them, not by their codes.
    """

    named: bool = False
    texts: bool = False
    labels: bool = False
    days: Precision = Precision.MONTH


@dataclass(frozen=True, slots=True)
class Taken:
    """One document, as everybody reads it, and what is known of it."""

    id: str
    project_id: str
    place: str
    reference: str
    title: str
    finished: datetime
    filled: FilledForm


class Fate(StrEnum):
    """What becomes of a question."""

    KEPT = "exportée"
    PERSONAL = "écartée\u00a0: donnée personnelle"
    WRITTEN = "écartée\u00a0: texte libre"
    RESERVED = "écartée\u00a0: réservée à certains lecteurs"


def extract(taken: Sequence[Taken], manner: Manner, pseudonym: Pseudonym) -> tuple[Sheet, ...]:
    """The documents, the items of each of their repeats, then the questions and what became of them.

    Columns are those of all the versions, the latest first; a document has blanks where its own version asked nothing.
    """
    forms = _forms(taken)
    kept = {form.digest: frozenset(name for name, fate in fates(form, manner).items() if fate is Fate.KEPT)
            for form in forms}  # fmt: skip
    writer = _Writer(manner, pseudonym, kept)
    repeats = _names(forms, lambda form: (each for each in form.questions.values() if each.is_repeat))
    return (
        writer.documents(taken, forms),
        *(writer.items(taken, forms, name) for name in repeats),
        Sheet(CODEBOOK, ("question", "libellé", "genre", "réponses possibles", "sort"), tuple(_told(forms, manner))),
    )


def fates(form: Form, manner: Manner) -> dict[str, Fate]:
    """What becomes of each question that holds an answer, or computes one."""
    told = _telling(form)
    return {
        name: _fate(question, manner, name in told)
        for name, question in form.questions.items()
        if question.kind.answered or question.calculation is not None
    }


def _fate(question: Question, manner: Manner, tells: bool) -> Fate:  # noqa: FBT001  # one of three facts
    if question.visible_to is not None:
        return Fate.RESERVED
    if manner.named:
        return Fate.KEPT
    if tells:
        return Fate.PERSONAL
    return Fate.WRITTEN if question.kind.name in FREE and not manner.texts else Fate.KEPT


def _telling(form: Form) -> frozenset[str]:
    """The questions that tell of persons: declared so, of such a kind, in such a list, or computed from such ones."""
    told = {
        name
        for name, question in form.questions.items()
        if question.personal != "none" or question.kind.name in ALWAYS_TELL or _is_in_personal_list(form, question)
    }
    more = True
    while more:
        computed = (each for each in form.questions.values() if each.calculation is not None and each.name not in told)
        found = {each.name for each in computed if each.calculation and each.calculation.references & told}
        told |= found
        more = bool(found)
    return frozenset(told)


def _is_in_personal_list(form: Form, question: Question) -> bool:
    return any(form.questions[name].personal in SENSITIVE for name in form.around(question))


def _forms(taken: Iterable[Taken]) -> tuple[Form, ...]:
    """The versions met, the latest first."""
    found = {each.filled.form.digest: each.filled.form for each in taken}
    return tuple(sorted(found.values(), key=lambda form: form.version, reverse=True))


def _names(forms: Iterable[Form], of: Callable[[Form], Iterable[Question]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(question.name for form in forms for question in of(form)))


def _told(forms: Sequence[Form], manner: Manner) -> Iterator[tuple[Cell, ...]]:
    seen: set[str] = set()
    for form in forms:
        for name, fate in fates(form, manner).items():
            question = form.questions[name]
            if name in seen:
                continue
            seen.add(name)
            path = ".".join((*form.around(question), name))
            choices = " | ".join(f"{choice.name} = {said(choice.label)}" for choice in question.choices)
            remark = " (peut contenir des données personnelles)" if question.kind.name in FREE else ""
            yield path, said(question.label), question.kind.name + remark, choices, fate.value


def _items(filled: FilledForm, repeat: str) -> Iterator[str]:
    """The paths of the items of a repeat, wherever it stands, that are asked."""
    for place in filled.paths(filled.form.questions[repeat]):
        yield from (item_path(place, key) for key in filled.keys(place) if place in filled.relevant)


def _parted(item: str) -> tuple[str, str]:
    place = parse_path(item)
    return place.group or "", place.key or ""


class _Writer:
    """Rows of one extract."""

    def __init__(self, manner: Manner, pseudonym: Pseudonym, kept: dict[str, frozenset[str]]) -> None:
        self._manner = manner
        self._pseudonym = pseudonym
        self._kept = kept

    def documents(self, taken: Sequence[Taken], forms: Sequence[Form]) -> Sheet:
        """A row a document."""
        names = _names(forms, lambda form: (each for each in form.top_level() if each.name in self._kept[form.digest]))
        about = ("document", "titre") if self._manner.named else ("document", "projet")
        columns = (*about, "établissement", "version", "finalisé", *names)
        return Sheet(DOCUMENTS, columns, tuple((*self._about(each), *self._cells(each, names)) for each in taken))

    def items(self, taken: Sequence[Taken], forms: Sequence[Form], repeat: str) -> Sheet:
        """A row an item of one repeat; inside another, after what tells the items of that one."""
        names = _names(forms, lambda form: (form.questions[each] for each in self._inside(form, repeat)))
        around = next((form.around(form.questions[repeat]) for form in forms if repeat in form.questions), ())
        rows = (
            (self._called(each), *self._ranks(each, item, len(around)), *self._cells(each, names, *_parted(item)))
            for each in taken
            if repeat in each.filled.form.questions
            for item in _items(each.filled, repeat)
        )
        return Sheet(repeat, ("document", *around, "rang" if self._manner.named else "élément", *names), tuple(rows))

    def _ranks(self, each: Taken, item: str, around: int) -> Iterator[Cell]:
        """What tells an item, and before it those around it: ranks, or pseudonyms; blank where a version has none."""
        told = [*map(parse_path, items_around(item)), parse_path(item)]
        yield from (None for _ in range(around + 1 - len(told)))
        keys: list[str] = []
        for place in told[-around - 1 :]:
            group, key = place.group or "", place.key or ""
            keys.append(key)
            named = each.filled.keys(group).index(key) + 1
            yield named if self._manner.named else self._pseudonym(place.question, "/".join((each.id, *keys)))

    def _inside(self, form: Form, repeat: str) -> Iterator[str]:
        found = form.questions.get(repeat)
        children = found.questions if found is not None else ()
        return (child.name for child in children if child.name in self._kept[form.digest])

    def _called(self, each: Taken) -> str:
        return each.reference if self._manner.named else self._pseudonym("document", each.id)

    def _about(self, each: Taken) -> tuple[Cell, ...]:
        named = self._manner.named
        second = each.title if named else self._pseudonym("project", each.project_id)
        day = each.finished.date()
        return self._called(each), second, each.place, each.filled.form.version, day if named else self._day(day)

    def _cells(self, each: Taken, names: Iterable[str], repeat: str = "", key: str = "") -> Iterator[Cell]:
        form = each.filled.form
        for name in names:
            path = leaf_path(repeat, key, name) if repeat else name
            question = form.questions.get(name)
            here = question is not None and (question.group or "") == question_name(repeat)
            asked = here and name in self._kept[form.digest]
            yield self._cell(each, question, path) if question is not None and asked else None

    def _cell(self, each: Taken, question: Question, path: str) -> Cell:
        value = each.filled.values.get(path)
        if value is None or value in {"", ()} or not each.filled.is_relevant(path):
            return None
        if question.source is not None:
            return self._chosen(each, question, value, path)
        if self._manner.labels and (question.choices or isinstance(value, Declined)):
            return " ; ".join(each.filled.wording.shown(path))
        return self._plain(value)

    def _chosen(self, each: Taken, question: Question, value: Value, path: str) -> Cell:
        """What was chosen in a list that the form does not write: items, people and places have their pseudonyms."""
        source = question.source
        if self._manner.named or source is None:
            return " ; ".join(each.filled.wording.shown(path))
        if isinstance(value, Declined):
            return value.name
        kind, before = (OWNED.get(source.name, "entry"), "") if source.installation else (source.name, f"{each.id}/")
        chosen = value if isinstance(value, tuple) else (str(value),)
        return " ".join(self._pseudonym(kind, before + name) for name in chosen)

    def _plain(self, value: Value) -> Cell:
        match value:
            case bool():
                return "oui" if value else "non"
            case Declined(name):
                return name
            case Files(refs):
                return " ; ".join(ref.name for ref in refs)
            case tuple():
                return " ".join(value)
            case datetime():
                return value.date() if self._manner.named else self._day(value.date())
            case Period():
                return value.written if self._manner.named else f"{self._day(value.first)}/{self._day(value.last)}"
            case date():
                return value if self._manner.named else self._day(value)
            case str() | int() | float() | Decimal() | None:
                return value

    def _day(self, day: date) -> Cell:
        match self._manner.days:
            case Precision.DAY:
                return day
            case Precision.MONTH:
                return f"{day:%Y-%m}"
            case Precision.YEAR:
                return day.year
