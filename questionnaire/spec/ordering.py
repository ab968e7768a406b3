"""The order in which questions are settled: each after those that its rules read, in file order otherwise."""

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from heapq import heappop, heappush

from questionnaire.expressions import Expression
from questionnaire.spec.model import Form, Question

Graph = Mapping[str, frozenset[str]]

WHOLE = "completeness()"
"""What stands in a graph for the form as a whole: no question has such a name."""


def dependencies(form: Form) -> dict[str, frozenset[str]]:
    """For each question, those that decide whether it is asked, its value, its first value and its options.

    ``constraint`` and ``required`` judge settled values: what they read is not a dependency, but of the form as a
    whole, which counts what is required.
    """
    gates = {section.name: _read(section.relevant) for section in form.sections}
    known = {*form.questions, WHOLE}
    graph = {
        name: (_own(question) | gates[question.section] | ({question.group} if question.group else set())) & known
        for name, question in form.questions.items()
    }
    signers = [(form.signer(step), _read(step.relevant)) for step in form.circuit if step.party in form.parties]
    for name, read in signers:
        if name in graph:
            graph[name] |= read & {WHOLE}
    if any(WHOLE in reads for reads in graph.values()):
        named = [frozenset({name}) | (read - {WHOLE}) for name, read in signers if name]
        graph[WHOLE] = _counted(form.questions).union(*named) & known
    return graph


def _counted(questions: Mapping[str, Question]) -> frozenset[str]:
    """What the form as a whole reads: the questions that must be answered, and what makes them so."""
    needed = [each for each in questions.values() if _needed(each) and each.visible_to is None]
    read = (_read(rule) - {WHOLE} for each in needed for rule in (each.required, each.min if each.is_repeat else None))
    return frozenset(each.name for each in needed).union(*read)


def _needed(question: Question) -> bool:
    return question.required is not False or (question.is_repeat and question.min is not None)


def _own(question: Question) -> frozenset[str]:
    rules = (question.relevant, question.calculation, question.default, question.choice_filter)
    items = {question.source.name} if question.source and not question.source.installation else set()
    items |= {question.each, question.confirms} - {""}
    whole = _read(question.required) | (_read(question.min) if question.is_repeat else frozenset())
    return frozenset(items).union(*(_read(rule) for rule in rules), whole & {WHOLE})


def _read(rule: object) -> frozenset[str]:
    if not isinstance(rule, Expression):
        return frozenset()
    return rule.references | {WHOLE} if rule.uses_form else rule.references


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
