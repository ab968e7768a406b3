"""Strips fall on pages in order, together when they are held and a page can hold them."""

from hypothesis import given
from hypothesis import strategies as st

from questionnaire.documents.pages import paginate
from questionnaire.documents.strips import Strip, held, kept, space

STRIPS = st.lists(st.builds(Strip, st.floats(1, 120), st.just(()), st.booleans(), st.booleans()), max_size=40)


def heights(strips: list[Strip], page: float = 100) -> list[list[float]]:
    return [[strip.height for strip, _ in made.placed] for made in paginate(strips, page, page)]


@given(STRIPS)
def test_every_strip_is_placed_once_in_order_and_inside(strips):
    pages = paginate(strips, 100, 100)
    placed = [strip for page in pages for strip, _ in page.placed]
    assert placed == strips
    for page in pages:
        bottoms = [top + strip.height for strip, top in page.placed]
        assert all(bottom <= 100.001 for bottom in bottoms) or len(bottoms) == 1


def test_full_page_is_followed_by_another():
    assert heights([Strip(60), Strip(60), Strip(40)]) == [[60], [60, 40]]


def test_kept_strips_move_together():
    assert heights([Strip(50), *kept([Strip(30), Strip(30)])]) == [[50], [30, 30]]


def test_held_strips_larger_than_a_page_are_parted_where_they_may_be():
    group = held([Strip(40), *kept([Strip(40), Strip(40)]), Strip(40)])
    assert heights([Strip(10), *group]) == [[10, 40], [40, 40], [40]]


def test_kept_strips_larger_than_a_page_are_parted_all_the_same():
    assert heights(kept([Strip(60), Strip(60)])) == [[60], [60]]


def test_gap_is_lost_at_the_top_of_a_page():
    assert heights([Strip(95), space(20), Strip(30)]) == [[95], [30]]


def test_nothing_makes_one_page():
    assert heights([]) == [[]]


def test_first_page_may_be_shorter():
    made = paginate([Strip(60), Strip(60), Strip(30)], 70, 100)
    assert [[strip.height for strip, _ in page.placed] for page in made] == [[60], [60, 30]]


def test_page_opens_with_the_name_of_what_goes_on():
    name = Strip(10)
    made = paginate([Strip(60), Strip(60, again=name), Strip(20, again=name)], 100, 100)
    assert [[strip.height for strip, _ in page.placed] for page in made] == [[60], [10, 60, 20]]


def test_name_that_leaves_no_room_is_left_out():
    assert heights([Strip(60), Strip(95, again=Strip(10))]) == [[60], [95]]
