from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.orm import Session

from questionnaire.storage import counters
from questionnaire.storage.errors import NotFound
from questionnaire.storage.transaction import writing


def test_numbers_follow_each_other_by_name_and_organisation(session, world):
    with writing(session):
        drawn = [
            counters.next_number(session, world.whole, place, name)
            for place, name in (("a", "FP-2026"), ("a", "FP-2026"), ("a", "FP-2027"), ("b", "FP-2026"))
        ]
    assert drawn == [1, 2, 1, 1]


def test_number_of_a_failed_transaction_is_drawn_again(session, world):
    def draw_and_fail():
        with writing(session):
            return 1 / (counters.next_number(session, world.here, "a", "FP") - 1)

    with pytest.raises(ZeroDivisionError):
        draw_and_fail()
    with writing(session):
        assert counters.next_number(session, world.here, "a", "FP") == 1


def test_two_who_draw_together_never_get_the_same(engine, world):
    def draw(_):
        with Session(engine) as session, writing(session):
            return counters.next_number(session, world.here, "a", "FP")

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(draw, range(20))) == list(range(1, 21))


def test_no_number_is_drawn_outside_the_perimeter(session, world):
    with pytest.raises(NotFound):
        counters.next_number(session, world.here, "b", "FP")
