"""What changed among the questions of a form, and the lists in which they let choose."""

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaire.spec.codebook import said
from questionnaire.spec.differences.aspects import changes
from questionnaire.spec.differences.choosing import option_changes
from questionnaire.spec.differences.model import Change, Difference, Fate, Subject
from questionnaire.spec.differences.ordering import moved
from questionnaire.spec.model import Choice, Form, Question

_Options = tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A form as a list of its questions: which have moved within their own page or repeat."""

    form: Form
    gone: frozenset[str] = frozenset()

    def within(self, question: Question) -> str:
        section = self.form.section(question.section)
        return said(section.title) if section else ""

    def path(self, question: Question) -> str:
        """The names that lead to a question, from the outside in."""
        return ".".join((*self.form.around(question), question.name))

    def place(self, question: Question) -> str:
        """Where a question stands, in words."""
        title = f"la partie «\u00a0{self.within(question)}\u00a0»"
        if question.group is None:
            return title
        return f"la répétition «\u00a0{said(self.form.questions[question.group].label)}\u00a0» ({title})"

    def previous(self, question: Question) -> str | None:
        """The question that comes just before, in words; None for the first."""
        beside = _beside(self.form, question.section, question.group)
        rank = beside.index(question.name)
        return f"«\u00a0{said(self.form.questions[beside[rank - 1]].label)}\u00a0»" if rank else None


def question_differences(before: Form, after: Form) -> Iterator[Difference]:
    """Questions added and changed in the order of the pages, each page followed by what it lost."""
    old, new = _Standing(before), _Standing(after, _moved(before, after))
    pages = dict.fromkeys([*(each.name for each in after.sections), *(each.name for each in before.sections)])
    shared = frozenset(name for names in _shared_lists(before, after).values() if len(names) > 1 for name in names)
    for page in pages:
        for question in _asked(after, page):
            yield from _difference(old, new, question, apart=question.name in shared)
        for question in _asked(before, page):
            if question.name not in after.questions:
                yield _whole(Fate.REMOVED, old, question)


def list_differences(before: Form, after: Form) -> Iterator[Difference]:
    """What changed of the options that several questions share: told once."""
    for (was, now), names in _shared_lists(before, after).items():
        if len(names) > 1:
            labels = ", ".join(f"«\u00a0{said(after.questions[name].label)}\u00a0»" for name in names)
            yield Difference(Subject.LIST, Fate.CHANGED, ", ".join(names), labels, option_changes(was, now))


def _difference(old: _Standing, new: _Standing, question: Question, *, apart: bool) -> Iterator[Difference]:
    """What became of a question; the options of one that shares them are told ``apart``."""
    was = old.form.questions.get(question.name)
    if was is None:
        yield _whole(Fate.ADDED, new, question)
        return
    options = () if apart else option_changes(was.choices, question.choices)
    found = (*_place(old, new, was, question), *changes(was, question), *options)
    if found:
        yield Difference(
            Subject.QUESTION, Fate.CHANGED, new.path(question), said(question.label), found, new.within(question)
        )


def _place(old: _Standing, new: _Standing, was: Question, now: Question) -> Iterator[Change]:
    if (was.section, was.group) != (now.section, now.group):
        yield Change("place", old.place(was), new.place(now))
    elif now.name in new.gone:
        yield Change("order", None, new.previous(now))


def _whole(fate: Fate, standing: _Standing, question: Question) -> Difference:
    kind = Change("kind", None, question.kind.name)
    path = standing.path(question)
    return Difference(Subject.QUESTION, fate, path, said(question.label), (kind,), standing.within(question))


def _asked(form: Form, page: str) -> Iterator[Question]:
    """The questions of a section, those of a repeat after it."""
    section = form.section(page)
    for question in section.questions if section else ():
        yield from question.whole()


def _beside(form: Form, page: str, group: str | None) -> list[str]:
    """The questions of a page, or of one of its repeats, in order."""
    section = form.section(page)
    around = form.questions[group].questions if group else section.questions if section else ()
    return [each.name for each in around]


def _moved(before: Form, after: Form) -> frozenset[str]:
    """The questions that stand elsewhere among those of the same page, or of the same repeat."""
    was = {(each.section, each.group) for each in before.questions.values()}
    both = was & {(each.section, each.group) for each in after.questions.values()}
    return frozenset(name for place in both for name in moved(_beside(before, *place), _beside(after, *place)))


def _shared_lists(before: Form, after: Form) -> dict[tuple[_Options, _Options], list[str]]:
    """By options before and after, where they differ, the questions that offer them."""
    lists: dict[tuple[_Options, _Options], list[str]] = {}
    for name, question in after.questions.items():
        was = before.questions.get(name)
        if was is not None and was.choices and question.choices and was.choices != question.choices:
            lists.setdefault((was.choices, question.choices), []).append(name)
    return lists
