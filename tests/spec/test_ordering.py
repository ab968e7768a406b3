from graphlib import TopologicalSorter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.spec.ordering import cycles, ordered

NAMES = list("abcdef")


def graph(**reads):
    return {name: frozenset(read) for name, read in reads.items()}


def test_order_of_the_file_stands_without_dependencies():
    assert ordered(graph(b="", a="", c="")) == ("b", "a", "c")


def test_only_what_must_move_moves():
    assert ordered(graph(a="c", b="", c="")) == ("b", "c", "a")


def test_cycle_reads_from_the_one_who_depends():
    (cycle,) = cycles(graph(a="b", b="c", c="a"))
    assert set(pairwise(cycle)) == {("a", "b"), ("b", "c"), ("c", "a")}


def test_graph_without_cycle_has_none():
    assert cycles(graph(a="b", b="")) == []


@given(st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES)), min_size=6))
def test_every_name_comes_once_after_those_it_reads(reads):
    acyclic = {name: frozenset(other for other in reads[name] if other > name) for name in reads}
    order = ordered(acyclic)
    assert sorted(order) == sorted(reads)
    assert all(order.index(read) < order.index(name) for name in acyclic for read in acyclic[name])


@given(st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES)), min_size=6))
def test_graph_without_the_named_cycles_can_be_sorted(reads):
    frozen = {name: frozenset(read) for name, read in reads.items()}
    named = {name for cycle in cycles(frozen) for name in cycle}
    left = {name: read - named for name, read in frozen.items() if name not in named}
    assert set(TopologicalSorter(left).static_order()) == set(left)
