import pytest

from questionnaire.jobs.schedule import Paced, first_of


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Pile:
    """Work that has some steps left, and counts the looks."""

    def __init__(self, steps: int) -> None:
        self.steps, self.looks = steps, 0

    def __call__(self) -> bool:
        self.looks += 1
        self.steps -= 1
        return self.steps >= 0


def test_paced_work_is_looked_at_once_per_pause():
    clock, pile = Clock(), Pile(0)
    paced = Paced(pile, 60, clock)
    for now in (0, 1, 59.9, 60, 61, 120):
        clock.now = now
        paced()
    assert pile.looks == 3


def test_paced_work_goes_on_at_once_while_there_is_some():
    paced = Paced(Pile(3), 60, Clock())
    assert [paced() for _ in range(5)] == [True, True, True, False, False]


def test_paced_work_that_fails_waits_for_its_next_turn():
    clock = Clock()

    def broken() -> bool:
        raise ValueError("a step that fails")

    paced = Paced(broken, 60, clock)
    with pytest.raises(ValueError, match="a step that fails"):
        paced()
    assert paced() is False


def test_first_work_comes_first():
    first, second = Pile(1), Pile(1)
    work = first_of(first, second)
    assert ([work() for _ in range(3)], first.looks, second.looks) == ([True, True, False], 3, 2)
