"""Two people on one draft: nothing that either typed is lost in silence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaire.filling import Change, Conflict, Merge, merge
from questionnaire.filling.merge import same

NOTHING = Merge((), ())
STORE = Merge((Change("x", "a", "b"),), ())


@pytest.mark.parametrize(
    "base,current,posted,expected",
    [
        pytest.param("a", "a", "a", NOTHING, id="nobody changed it"),
        pytest.param("a", "a", "b", STORE, id="only this page changed it"),
        pytest.param("a", "b", "a", NOTHING, id="only the other changed it"),
        pytest.param("a", "b", "b", NOTHING, id="both made the same change"),
        pytest.param("a", "c", "b", Merge((), (Conflict("x", "b", "c"),)), id="both changed it otherwise"),
        pytest.param("a", None, "b", Merge((), (Conflict("x", "b", None),)), id="the other emptied it"),
        pytest.param("a", "b", None, Merge((), (Conflict("x", None, "b"),)), id="this page emptied it"),
        pytest.param("a", "a", None, Merge((Change("x", "a", None),), ()), id="emptied here alone"),
        pytest.param(None, None, "", NOTHING, id="blank left blank"),
        pytest.param(None, None, 0, Merge((Change("x", None, 0),), ()), id="zero is no blank"),
        pytest.param(0, 0, None, Merge((Change("x", 0, None),), ()), id="zero emptied"),
    ],
)
def test_three_ways(base, current, posted, expected):
    assert merge({"x": base}, {"x": current}, {"x": posted}) == expected


def test_answer_that_the_page_does_not_have_is_left_alone():
    assert merge({"x": "a"}, {"x": "b", "y": "c"}, {}) == NOTHING


def test_answer_never_given_before_is_stored():
    assert merge({}, {}, {"x": "a"}) == Merge((Change("x", None, "a"),), ())


@pytest.mark.parametrize("one,other", [(None, ""), (None, []), ("", []), (None, False), ([], False)])
def test_all_blanks_are_one_answer(one, other):
    assert (same(one, other), same(other, one)) == (True, True)


@pytest.mark.parametrize("answer", [0, 0.0, "0", " ", "nsp", ["a"], True, {"unreadable": "", "code": "x"}])
def test_answer_is_not_blank(answer):
    assert same(answer, None) is False


JSONS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.sampled_from(["", "a", "b", "0"]),
    st.lists(st.sampled_from("ab"), max_size=2),
    st.builds(lambda text: {"unreadable": text, "code": "not_a_date"}, st.sampled_from(["a", "b"])),
)
ROWS = st.dictionaries(st.sampled_from("xyz"), JSONS)


def after(current: dict[str, Any], merged: Merge) -> dict[str, Any]:
    return {**current, **{change.path: change.after for change in merged.changes}}


@given(base=ROWS, current=ROWS, posted=ROWS)
def test_every_posted_answer_stands_or_is_asked_about_or_was_not_changed(base, current, posted):
    merged = merge(base, current, posted)
    stored = after(current, merged)
    asked = {conflict.path: (conflict.mine, conflict.theirs) for conflict in merged.conflicts}
    for path, mine in posted.items():
        unchanged = same(mine, base.get(path))
        assert same(stored.get(path), mine) or unchanged or asked[path] == (mine, current.get(path))


@given(base=ROWS, current=ROWS, posted=ROWS)
def test_answer_that_the_other_changed_is_never_overwritten(base, current, posted):
    stored = after(current, merge(base, current, posted))
    moved = [path for path in {*base, *current} if not same(base.get(path), current.get(path))]
    assert all(same(stored.get(path), current.get(path)) for path in moved)


@given(base=ROWS, mine=ROWS, theirs=ROWS)
def test_different_paths_both_stand(base, mine, theirs):
    mine = {path: json for path, json in mine.items() if path not in theirs}
    current = {**base, **theirs}
    merged = merge(base, current, {**base, **mine})
    stored = after(current, merged)
    assert merged.conflicts == ()
    assert all(same(stored.get(path), json) for path, json in {**base, **mine, **theirs}.items())


@given(base=ROWS, current=ROWS, posted=ROWS)
def test_posting_again_changes_nothing_more(base, current, posted):
    merged = merge(base, current, posted)
    again = merge(base, after(current, merged), posted)
    assert (again.changes, again.conflicts) == ((), merged.conflicts)


@given(base=ROWS, current=ROWS, posted=ROWS)
def test_settling_a_conflict_from_what_is_stored_leaves_none(base, current, posted):
    merged = merge(base, current, posted)
    mine = {conflict.path: conflict.mine for conflict in merged.conflicts}
    settled = merge(current, current, mine)
    assert ({change.path: change.after for change in settled.changes}, settled.conflicts) == (mine, ())
