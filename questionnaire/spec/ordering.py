"""The order in which questions are settled: each after those that its rules read, in file order otherwise."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush

from questionnaire.spec.model import Question, Section

Graph = Mapping[str, frozenset[str]]


def dependencies(sections: Sequence[Section], questions: Mapping[str, Question]) -> dict[str, frozenset[str]]:
    """For each question, those that decide whether it is asked, its value, its first value and its options.

    ``constraint`` and ``required`` judge settled values: what they read is not a dependency.
    """
    gates = {section.name: _read(section.relevant) for section in sections}
    return {
        name: (_own(question) | gates[question.section] | ({question.group} if question.group else set()))
        & questions.keys()
        for name, question in questions.items()
    }


def _own(question: Question) -> frozenset[str]:
    rules = (question.relevant, question.calculation, question.default, question.choice_filter)
    items = {question.source.name} if question.source and not question.source.installation else set()
    return frozenset(items).union(*(_read(rule) for rule in rules))


def _read(rule: object) -> frozenset[str]:
    return getattr(rule, "references", frozenset())


def cycles(graph: Graph) -> list[list[str]]:
    """Circular dependencies, each as ``[a, b, a]``: a reads b, which reads a. One per question at most."""
    found: list[list[str]] = []
    left = dict(graph)
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            cycle: list[str] = list(reversed(error.args[1]))
            found.append(cycle)
            left = {name: reads - set(cycle) for name, reads in left.items() if name not in cycle}
        else:
            return found


def ordered(graph: Graph) -> tuple[str, ...]:
    """All names of a graph without cycle, each after those that it reads, else in the order of the graph."""
    ranks = {name: rank for rank, name in enumerate(graph)}
    names = list(graph)
    sorter = TopologicalSorter(graph)
    sorter.prepare()
    order: list[str] = []
    ready: list[int] = []
    while sorter.is_active():
        for name in sorter.get_ready():
            heappush(ready, ranks[name])
        name = names[heappop(ready)]
        order.append(name)
        sorter.done(name)
    return tuple(order)
