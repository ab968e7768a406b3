"""What is drawn comes from the world around, another at each call; an order whose number is given draws nothing."""

from itertools import count

import pytest

from questionnaire.expressions import EvaluationError, Scope, World, parse
from tests.expressions.answers import NOW, Answer, find

LAST = 2**128 - 1


def scope(draw=None, value=""):
    node = Answer("form", children=[Answer("mot", value) for value in "abcde"])
    place = Answer("code", value, parent=node)
    return Scope(place, World(find, NOW, draw=draw) if draw else World(find, NOW))


def drawn(text, draw):
    return parse(text).atom(scope(draw))


@pytest.mark.parametrize("bits, number", [(0, 0.0), (2**127, 0.5), (LAST, 1 - 2**-53)])
def test_random_is_a_number_from_0_to_1_left_out(bits, number):
    assert drawn("random()", lambda _: bits) == number


def test_each_call_draws_anew():
    calls = count()
    assert drawn("random() < random()", lambda _: next(calls) << 120) is True


def test_uuid_is_of_version_4():
    assert drawn("uuid()", lambda _: LAST) == "ffffffff-ffff-4fff-bfff-ffffffffffff"


@pytest.mark.parametrize("length", [0, 1, 16, 17, 40, 1000])
def test_uuid_has_the_length_asked(length):
    assert len(str(drawn(f"uuid({length})", lambda _: LAST))) == length


def test_letters_of_an_identifier_come_from_the_draw():
    assert drawn("uuid(3)", lambda _: 10 + 62 * (36 + 62 * 1)) == "aA1"


@pytest.mark.parametrize("length", [-1, 1001, "'x'"])
def test_impossible_length_is_refused(length):
    with pytest.raises(EvaluationError):
        drawn(f"uuid({length})", lambda _: 0)


def test_randomize_gives_the_order_of_its_number():
    assert parse("join(' ', randomize(${mot}, 42))").atom(scope()) == "b e d c a"


def test_randomize_without_number_draws_one():
    assert drawn("join(' ', randomize(${mot}))", lambda _: 42) == "b e d c a"


def test_randomize_refuses_what_is_no_number():
    with pytest.raises(EvaluationError):
        drawn("randomize(${mot}, 'x')", lambda _: 0)


@pytest.mark.parametrize("value, kept", [("", 3.0), ("là", "là")])
def test_once_keeps_the_answer_that_is_there(value, kept):
    assert parse("once(1 + 2)").atom(scope(value=value)) == kept


@pytest.mark.parametrize("call", ["random()", "uuid()", "uuid(3)", "randomize(${mot})"])
def test_nothing_is_drawn_where_nobody_hands_chance_in(call):
    with pytest.raises(EvaluationError):
        parse(call).evaluate(scope())
