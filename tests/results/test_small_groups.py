"""Small counts are hidden so that nobody finds them again: judged by an attacker who tries every table there is."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.results.small_groups import is_enough, published_list, published_table, shown_share

FIVE = 5


@pytest.mark.parametrize(
    "counts, shown",
    [
        ((8, 9, 10), (8, 9, 10)),
        ((8, 0, 10), (8, 0, 10)),
        ((2, 9, 10), (None, None, 10)),
        ((2, 4, 10), (None, None, 10)),
        ((1, 1, 10), (None, None, None)),
        ((0, 2, 30, 6), (0, None, 30, None)),
    ],
)
def test_smallest_others_are_hidden_with_a_small_count(counts, shown):
    found = published_list(counts, FIVE)
    assert (found.rows, found.row_totals) == ((shown,), (sum(counts),))


@pytest.mark.parametrize("counts", [(2,), (2, 0, 0), (1, 2)])
def test_what_nothing_protects_is_not_published_at_all(counts):
    found = published_list(counts, FIVE)
    assert (found.rows, found.row_totals) == (((None,) * len(counts),), (None,))


def test_a_hole_in_a_table_takes_three_others():
    found = published_table([(2, 20, 30), (15, 8, 40), (25, 35, 50)], FIVE)
    assert found.rows == ((None, None, 30), (None, None, 40), (25, 35, 50))
    assert (found.row_totals, found.column_totals) == ((52, 63, 110), (42, 63, 120))


def test_table_without_small_count_is_published_whole():
    rows = ((5, 6), (7, 0))
    assert published_table(rows, FIVE).rows == rows


@pytest.mark.parametrize("number, threshold, enough", [(4, 5, False), (5, 5, True), (3, 3, True)])
def test_group_is_large_enough_from_the_threshold_on(number, threshold, enough):
    assert is_enough(number, threshold) is enough


@pytest.mark.parametrize("threshold", [2, 1, 0, -1])
def test_threshold_cannot_be_lowered_under_three(threshold):
    with pytest.raises(ValueError, match="3 at least"):
        is_enough(10, threshold)
    with pytest.raises(ValueError, match="3 at least"):
        published_list((1, 10), threshold)


@pytest.mark.parametrize("count, total, share", [(5, 20, 0.25), (None, 20, None), (5, None, None), (0, 0, None)])
def test_share_is_hidden_with_its_count(count, total, share):
    assert shown_share(count, total) == share


def guesses(shown, total):
    """Every line of counts that the published one may stand for."""
    unknown = [rank for rank, count in enumerate(shown) if count is None]
    left = total - sum(count for count in shown if count is not None)
    for tried in product(range(left + 1), repeat=len(unknown)):
        if sum(tried) == left:
            line = list(shown)
            for rank, value in zip(unknown, tried, strict=True):
                line[rank] = value
            yield tuple(line)


def tables(found):
    """Every table that the published one may stand for."""
    for rows in product(*(list(guesses(row, total)) for row, total in zip(found.rows, found.row_totals, strict=True))):
        if tuple(map(sum, zip(*rows, strict=True))) == found.column_totals:
            yield rows


def check(counts, found, possible):
    """Nothing small is shown; what is shown is true; each small count may be smaller, or large enough."""
    for at, row in enumerate(counts):
        for rank, count in enumerate(row):
            assert found.rows[at][rank] in (None, count)
            if 0 < count < 3:
                values = {table[at][rank] for table in possible}
                assert min(values) < count < 3 <= max(values)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=4))
def test_no_attacker_tells_a_small_count_of_a_list(counts):
    found = published_list(counts, 3)
    if found.row_totals[0] is not None:
        check([counts], found, [(line,) for line in guesses(found.rows[0], found.row_totals[0])])


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=2))
def test_no_attacker_tells_a_small_count_of_a_table(counts):
    found = published_table(counts, 3)
    if found.row_totals[0] is not None:
        check(counts, found, list(tables(found)))


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 2), min_size=3, max_size=3))
def test_no_attacker_tells_a_small_count_of_a_tall_table(counts):
    found = published_table(counts, 3)
    if found.row_totals[0] is not None:
        check(counts, found, list(tables(found)))
